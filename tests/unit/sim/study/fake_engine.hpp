// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/stream.hpp"
#include "sim/study/compare.hpp"
#include "sim/study/runner.hpp"

#include <atomic>
#include <cmath>

// A study without an engine: every journey is two draws of keyed luck, so that what the runner does
// with tallies can be tested for itself. `choice_sensitivity` of a plan shifts what is felt, which
// makes arms differ.
namespace sojourn::fake {

inline constexpr int journeys_per_chunk = 40;
inline constexpr std::size_t chunks = 3;

inline Plan plan(float shift = 0) {
  Plan plan;
  plan.n_personas = 2;
  plan.n_touchpoints = 2;
  plan.n_exits = 2;
  plan.seed = 7;
  plan.cohort = journeys_per_chunk * static_cast<int>(chunks);
  plan.choice_sensitivity = shift;
  plan.exit_outcomes = {Outcome::served, Outcome::lost};
  return plan;
}

/// One journey: start -> touchpoint 0 -> perhaps touchpoint 1 -> an exit, or unfinished.
inline void add_journey(Tally& tally, const Plan& plan, std::uint32_t replication,
                        std::uint32_t agent, RowSink* rows) {
  const auto luck = words(Address{plan.seed, replication, agent, 0, 0}, Purpose::visit);
  JourneyRow row;
  row.agent = agent;
  row.persona = static_cast<std::int32_t>(luck[0] % 2);
  row.n_visits = 1 + static_cast<std::int32_t>(luck[0] / 2 % 2);
  row.exit = static_cast<std::int32_t>(luck[3] % 16) - 1;
  row.exit = row.exit < 0 ? -1 : row.exit % 2;
  row.remembered = static_cast<float>(uniform_open(luck[1]) * 4 - 2) + plan.choice_sensitivity;
  row.experienced = row.remembered;
  row.duration = static_cast<Ticks>(luck[2] % 100'000);
  row.booked = to_fixed(uniform_open(luck[2]) * 10);
  row.value = row.booked / 4 * 5;
  tally.add_move(row.persona, 2, 0);
  for (std::int32_t visit = 0; visit < row.n_visits; ++visit) {
    tally.add_visit(row.persona, visit, row.remembered, row.remembered);
    const bool last = visit + 1 == row.n_visits;
    tally.add_move(row.persona, visit, !last ? visit + 1 : row.exit < 0 ? 4 : 2 + row.exit);
  }
  tally.add_journey(row, plan.exit_outcomes);
  if (rows != nullptr) {
    rows->add(row);
  }
}

inline Tally simulate(const Plan& plan, std::uint32_t replication, std::size_t chunk, RowSink* rows,
                      const Interrupt& = {}) {
  Tally tally(plan.shape());
  for (int i = 0; i < journeys_per_chunk; ++i) {
    add_journey(tally, plan, replication,
                static_cast<std::uint32_t>(static_cast<int>(chunk) * journeys_per_chunk + i), rows);
  }
  return tally;
}

inline EngineDoor engine() {
  return {[](const Plan&) { return chunks; }, simulate};
}

/// A scenario that only says what a result must know of it.
inline Scenario scenario() {
  Scenario scenario;
  scenario.title = "Fake";
  scenario.personas = {{}, {}};
  scenario.personas[0].id = "ann";
  scenario.personas[1].id = "ben";
  scenario.touchpoints = {{}, {}};
  scenario.touchpoints[0].id = "first";
  scenario.touchpoints[1].id = "second";
  scenario.exits = {{"done", "Done", Outcome::served}, {"left", "Left", Outcome::lost}};
  scenario.value.present = true;
  return scenario;
}

/// Arms named a, b, ... whose plans feel `shifts`.
struct Study {
  StudyInput input;
  Runnable runnable;
};

inline Study study(const std::vector<float>& shifts) {
  Study study;
  for (std::size_t i = 0; i < shifts.size(); ++i) {
    const std::string id(1, static_cast<char>('a' + i));
    study.input.arms.push_back({id, "Arm " + id, "", {}, scenario()});
    study.runnable.plans.push_back(plan(shifts[i]));
    study.runnable.arm_ids.push_back(id);
    study.runnable.books.push_back(books_of(scenario()));
    std::size_t twin = 0;
    while (shifts[twin] != shifts[i]) {
      ++twin;
    }
    study.runnable.twin.push_back(static_cast<int>(twin));
  }
  study.runnable.measures = measures_of(study.input.arms);
  return study;
}

inline RunOptions options(int replications) {
  RunOptions options;
  options.at_least = options.at_most = replications;
  options.engine = engine();
  return options;
}

} // namespace sojourn::fake
