// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/watch.hpp"
#include "tests/laws/sim/engine/desks.hpp"

#include <catch2/catch.hpp>
#include <vector>

// What holds of every line, whoever is turned away, gives up or is interrupted.
using namespace sojourn;

TEST_CASE("Little's law: the area under the line is the sum of the waits, to the tick") {
  for (const bool preempts : {false, true}) {
    for (const int servers : {1, 2, 5}) {
      const Plan plan = build::plan_of(build::busy_desk(servers, preempts));
      const Tally tally = simulate(plan, 1);
      const ResourceTally& line = tally.resources[0];
      CHECK(line.joined > 1'000);
      CHECK(line.joined == line.parted);
      CHECK(line.line_area > 0);
      CHECK(line.line_area == line.line_waits);
    }
  }
}

TEST_CASE("Little's law holds of a line that is stopped while people stand in it") {
  Scenario scenario = build::desk(60, Distribution::exponential(2), 1); // it only grows
  scenario.experiment.horizon = ticks_per_day;
  scenario.experiment.warm_up = scenario.experiment.run_out = 0;
  const Tally tally = simulate(build::plan_of(scenario), 0);
  CHECK(tally.personas[0].censored > 100);
  CHECK(build::little_holds(tally));
}

TEST_CASE("Staffing, rooms and interrupting change nobody's arrival, work or patience") {
  const auto one_day = [](Scenario scenario) {
    scenario.experiment.horizon = ticks_per_day;
    return build::plan_of(scenario);
  };
  const std::vector<Plan> worlds = {one_day(build::busy_desk(1, false)),
                                    one_day(build::busy_desk(2, true)),
                                    one_day(build::busy_desk(6, true))};
  int served = 0, gave_up = 0;
  for (std::uint32_t agent = 150; agent < 250; ++agent) { // around the opening and after it
    const VisitTrace first = trace_journey(worlds[0], 3, agent).visits.at(0);
    for (std::size_t w = 1; w < worlds.size(); ++w) {
      const VisitTrace other = trace_journey(worlds[w], 3, agent).visits.at(0);
      REQUIRE(first.entered == other.entered);
      if (!first.gave_up && !other.gave_up) {
        REQUIRE(first.left - first.waited_until == other.left - other.waited_until);
        ++served;
      }
      if (first.gave_up && other.gave_up && !first.refused && !other.refused) {
        REQUIRE(first.left == other.left);
        ++gave_up;
      }
    }
  }
  CHECK(served > 10);
  CHECK(gave_up > 0);
}
