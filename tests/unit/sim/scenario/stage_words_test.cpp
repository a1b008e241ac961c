// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// Variants that come into force later, and members' hours, as files say them.
namespace {

using namespace sojourn;

Loaded club(const std::string& variants) {
  return load_scenario_text(R"(sojourn: 1
calendars: { daytime: Mon-Sun 07:00-21:00 }
arrivals: { population: 20, returns: { every: 1 week, open: daytime } }
touchpoints:
  ask: { needs: { desk: 1 }, takes: 10 min, feels: { mean: -1 }, then: [ { to: done } ] }
exits: { done: { outcome: served } }
resources: { desk: { capacity: 1 } }
experiment: { horizon: 8 weeks }
variants:
  more: { change: { resources.desk.capacity: 2 } }
  kind: { change: { touchpoints.ask.feels.mean: +1 } }
)" + variants,
                            "s.yaml");
}

const ArmSpec& last_arm(const Loaded& loaded) {
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  return loaded.arms.back();
}

} // namespace

TEST_CASE("A variant from a moment on keeps the baseline before it") {
  const Loaded loaded = club("  v: { from: week 3 Tue 12:00, combines: [ more, kind ] }\n");
  const ArmSpec& arm = last_arm(loaded);
  const StagesSpec& stages = arm.scenario.stages;
  CHECK(stages.first == 2 * ticks_per_week + 36 * ticks_per_hour);
  CHECK(stages.every == 0);
  REQUIRE(stages.designs.size() == 1);
  CHECK(*stages.designs[0] == loaded.arms[0].scenario);
  CHECK(arm.scenario.resources[0].capacity == 2);
  CHECK(arm.changes.back() == "from = week 3 Tue 12:00");
  CHECK(last_arm(club("  v: { from: week 1 Mon 00:00, combines: [ more, kind ] }\n"))
            .scenario.stages.designs.empty());
}

TEST_CASE("Step by step each design has one change more") {
  const Loaded loaded = club("  v: { combines: [ kind, more ], every: 2 weeks, while: { served: { "
                             "below: 90% } } }\n");
  const StagesSpec& stages = last_arm(loaded).scenario.stages;
  CHECK(stages.first == 2 * ticks_per_week);
  CHECK(stages.every == 2 * ticks_per_week);
  CHECK(stages.watch == StageWatch::served);
  CHECK(stages.limit == 0.9);
  REQUIRE(stages.designs.size() == 2);
  CHECK(*stages.designs[0] == loaded.arms[0].scenario);
  CHECK(*stages.designs[1] == loaded.arms[2].scenario); // kind alone
}

TEST_CASE("A variant may change the hours in which members come") {
  const Loaded loaded = club("  v: { change: { arrivals.returns.open: always } }\n");
  CHECK(loaded.arms[0].scenario.arrivals.returns_open == 0);
  CHECK(last_arm(loaded).scenario.arrivals.returns_open == -1);
}
