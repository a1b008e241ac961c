// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/journey_log.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// A design that changes while people are under way: nothing before, the new one after.
namespace {

using namespace sojourn;

class StageRows final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

struct Lived {
  std::vector<JourneyRow> rows;
  Tally tally;
};

/// A desk at which some give up, and members who remember; `variant` is the second arm.
Loaded desk(const std::string& variant) {
  return load_scenario_text(R"(sojourn: 1
personas:
  ann: { patience: { exponential: 20 min }, biases: { peak_end: {}, expectation: {} } }
arrivals: { rate: 8 per hour, population: 40, returns: { every: { exponential: 1 week } } }
touchpoints:
  ask:
    needs: { desk: 1 }
    takes: { exponential: 12 min }
    feels: { mean: -0.5, spread: 1, waiting: -0.02 per min }
    then: [ { to: think, share: rest }, { to: left, when: out_of_patience } ]
  think:
    takes: 30 min
    feels: { mean: 0.5, spread: 0.5 }
    then: [ { to: done, share: 90% }, { to: ask, share: rest } ]
exits: { done: { outcome: served }, left: { outcome: lost } }
resources: { desk: { capacity: 2 } }
experiment: { horizon: 6 weeks, warm_up: 1 week, seed: 11 }
variants:
)" + variant,
                            "stages.yaml");
}

Lived live(const Loaded& loaded, std::size_t arm) {
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  const Plan plan = compile(loaded.arms[arm].scenario, loaded.arms[0].scenario);
  StageRows rows;
  Tally tally = simulate_service(plan, 0, &rows, {});
  return {std::move(rows.rows), std::move(tally)};
}

std::vector<JourneyRow> ended_before(const Lived& lived, Ticks moment) {
  std::vector<JourneyRow> rows;
  std::copy_if(lived.rows.begin(), lived.rows.end(), std::back_inserter(rows),
               [&](const JourneyRow& row) { return row.arrival + row.duration < moment; });
  return rows;
}

std::int64_t lost_in(const Lived& lived) {
  return lived.tally.personas[0].outcomes[static_cast<std::size_t>(Outcome::lost)];
}

const std::string changes =
    "change: { resources.desk.capacity: 3, touchpoints.think.feels.mean: 2, "
    "touchpoints.ask.takes: { times: 0.8 } }";
const std::string third = "  more: { change: { resources.desk.capacity: 3 } }\n"
                          "  kind: { change: { touchpoints.think.feels.mean: 2 } }\n";

} // namespace

TEST_CASE("Before a change comes into force nothing is different, and then it is") {
  const Loaded loaded = desk("  v: { from: week 4 Mon 00:00, " + changes + " }\n");
  const Lived before = live(loaded, 0), changed = live(loaded, 1);
  const Ticks moment = 3 * ticks_per_week;
  CHECK(ended_before(before, moment).size() > 1000);
  CHECK(ended_before(before, moment) == ended_before(changed, moment));
  CHECK(before.rows != changed.rows);
  CHECK(lost_in(changed) < lost_in(before));
}

TEST_CASE("Who is replayed lives what they lived") {
  const Loaded loaded = desk("  v: { from: week 4 Mon 00:00, " + changes + " }\n");
  const Lived changed = live(loaded, 1);
  std::vector<JourneyRow> logged;
  log_journeys(
      compile(loaded.arms[1].scenario, loaded.arms[0].scenario), 0,
      [](std::uint32_t) { return true; },
      [&](const LoggedJourney& journey) { logged.push_back(journey.row); }, {});
  std::sort(logged.begin(), logged.end(),
            [](const JourneyRow& a, const JourneyRow& b) { return a.agent < b.agent; });
  CHECK(logged == changed.rows);
}

TEST_CASE("A change from the first moment on is the variant") {
  const Loaded later = desk("  v: { from: week 1 Mon 00:00, " + changes + " }\n");
  const Lived at_once = live(desk("  v: { " + changes + " }\n"), 1);
  CHECK(live(later, 1).tally == at_once.tally);
  // And a minute later, before anybody who counts has come, those who come find the variant.
  const Lived soon = live(desk("  v: { from: week 1 Mon 00:01, " + changes + " }\n"), 1);
  CHECK(soon.rows == at_once.rows);
}

TEST_CASE("Servers who come later are counted from then on") {
  const Loaded loaded =
      desk("  v: { from: week 4 Mon 00:30, change: { resources.desk.capacity: 3 } }\n");
  const Lived changed = live(loaded, 1);
  const Ticks counted = 5 * ticks_per_week, after = 3 * ticks_per_week - 30 * ticks_per_minute;
  CHECK(changed.tally.resources[0].open == 2 * counted + after);
  std::int64_t by_hour = 0;
  for (const HourTally& hour : changed.tally.hours) {
    by_hour += hour.open;
  }
  CHECK(by_hour == changed.tally.resources[0].open);
  CHECK(changed.tally.resources[0].busy <= changed.tally.resources[0].open);
}

TEST_CASE("Where it is good enough nothing is improved, and else step by step") {
  const auto loop = [](const std::string& watch) {
    return desk(third + "  loop: { combines: [ more, kind ], every: 2 weeks" + watch + " }\n");
  };
  const Loaded content = loop(", while: { gave_up: { above: 100% } }");
  CHECK(live(content, 3).rows == live(content, 0).rows);
  CHECK(live(loop(", while: { served: { below: 0% } }"), 3).rows == live(content, 0).rows);
  // Never good enough is a calendar of steps.
  const Lived steps = live(loop(""), 3);
  CHECK(live(loop(", while: { remembered_experience: { below: 5 } }"), 3).rows == steps.rows);
  const Loaded first =
      desk("  v: { from: week 3 Mon 00:00, change: { resources.desk.capacity: 3 } }\n");
  CHECK(ended_before(steps, 4 * ticks_per_week) ==
        ended_before(live(first, 1), 4 * ticks_per_week));
  CHECK(steps.rows != live(first, 1).rows);
}

TEST_CASE("One step may be enough") {
  const auto loop = [](const std::string& limit) {
    return live(desk(third +
                     "  loop: { combines: [ more, kind ], every: 2 weeks, while: { gave_up: "
                     "{ above: " +
                     limit + " } } }\n"),
                3);
  };
  const Lived once =
      live(desk("  v: { from: week 3 Mon 00:00, change: { resources.desk.capacity: 3 } }\n"), 1);
  const double before = static_cast<double>(lost_in(live(desk(third), 0))) / 5;
  CHECK(before > 0);
  // More give up than that with two at the desk, fewer with three.
  CHECK(loop("10%").rows == once.rows);
}
