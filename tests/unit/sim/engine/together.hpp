// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/unit/sim/engine/one_person.hpp"

#include <algorithm>
#include <vector>

// Several people at one desk, for schedules worked out by hand: times are exact.
namespace sojourn::build {

/// Number `agent` comes after so many minutes; `second`: as the second persona of two.
inline Arrival comes(std::uint32_t agent, double minutes, bool second = false) {
  Arrival person;
  person.agent = agent;
  person.at = static_cast<Ticks>(minutes * static_cast<double>(minute));
  person.luck[1] = second ? 0xffffffffU : 0U;
  return person;
}

struct Together {
  std::vector<JourneyRow> rows; // by agent
  Tally tally;
  [[nodiscard]] double minutes(std::size_t agent) const {
    return static_cast<double>(rows.at(agent).duration) / static_cast<double>(minute);
  }
  [[nodiscard]] std::int32_t exit(std::size_t agent) const { return rows.at(agent).exit; }
};

inline Together live_together(const Scenario& scenario, const std::vector<Arrival>& people) {
  const Plan plan = plan_of(scenario);
  ServiceEngine engine(plan, 0, true);
  engine.run_only(people);
  Together out{engine.rows, engine.tally};
  std::sort(out.rows.begin(), out.rows.end(),
            [](const JourneyRow& a, const JourneyRow& b) { return a.agent < b.agent; });
  return out;
}

/// The desk with constant service, whose people all count.
inline Scenario steady_desk(double service_minutes, int servers) {
  Scenario scenario = desk(1, Distribution::constant(service_minutes), servers);
  scenario.experiment.warm_up = 0;
  return scenario;
}

inline RowSpec turned_away(int exit) {
  RowSpec row = leave(exit, 0);
  row.share.reset();
  row.turned_away = true;
  return row;
}

inline RowSpec balk(int exit, int longer_than) {
  RowSpec row = leave(exit, 0);
  row.share.reset();
  row.queue_longer_than = longer_than;
  return row;
}

/// The desk where only so many may wait; the others leave by exit 1.
inline Scenario with_room(Scenario scenario, int room) {
  scenario.resources[0].room = room;
  scenario.touchpoints[0].rows.push_back(turned_away(1));
  return scenario;
}

inline bool little_holds(const Tally& tally) {
  return std::all_of(tally.resources.begin(), tally.resources.end(), [](const ResourceTally& line) {
    return line.joined == line.parted && line.line_area == line.line_waits;
  });
}

} // namespace sojourn::build
