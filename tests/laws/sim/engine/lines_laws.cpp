// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/watch.hpp"
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>
#include <vector>

// What holds of every line, whoever is turned away, gives up or is interrupted.
namespace {

using namespace sojourn;

/// A desk with everything a line knows: two classes, a room, balking, patience, opening hours, and
/// work behind it at the same resource.
Scenario busy_desk(int servers, bool preempts) {
  Scenario scenario = build::desk(20, Distribution::exponential(6), servers);
  scenario.personas = {build::somebody("low"), build::somebody("high")};
  scenario.calendars = {build::office()};
  ResourceSpec& desk = scenario.resources[0];
  desk.calendar = 0;
  desk.queue = QueueOrder::priority;
  desk.preempts = preempts;
  desk.priority = {0, 2};
  desk.room = 12;
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.patience = Distribution::exponential(30);
  contact.rows = {build::to(1, 0.5), build::leave(0, 0.5), build::give_up(1), build::turned_away(1),
                  build::balk(1, 8)};
  contact.rows.back().personas = {1};
  TouchpointSpec wait = build::behind("wait", 20);
  wait.patience = Distribution::exponential(90);
  wait.rows = {build::leave(0, 1), build::give_up(1)};
  scenario.touchpoints.push_back(wait);
  scenario.experiment.horizon = 2 * ticks_per_week;
  scenario.experiment.warm_up = 0;
  return scenario;
}

} // namespace

TEST_CASE("Little's law: the area under the line is the sum of the waits, to the tick") {
  for (const bool preempts : {false, true}) {
    for (const int servers : {1, 2, 5}) {
      const Plan plan = build::plan_of(busy_desk(servers, preempts));
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
  const std::vector<Plan> worlds = {one_day(busy_desk(1, false)), one_day(busy_desk(2, true)),
                                    one_day(busy_desk(6, true))};
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
