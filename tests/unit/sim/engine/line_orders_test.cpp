// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>

// Who is served next, set-up before each service, several people served at once. Every time was
// worked out by hand.
using namespace sojourn;
using namespace sojourn::build;

namespace {

/// Ten minutes at one desk, and then ten more.
Scenario twice(QueueOrder order) {
  Scenario scenario = steady_desk(10, 1);
  TouchpointSpec again = scenario.touchpoints[0];
  again.id = again.name = "again";
  scenario.touchpoints[0].rows = {to(1, 1)};
  scenario.touchpoints.push_back(again);
  scenario.resources[0].queue = order;
  return scenario;
}

} // namespace

TEST_CASE("First come counts the wait at hand, longest wait all of the journey's") {
  const std::vector<Arrival> people = {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 15)};
  const Together first = live_together(twice(QueueOrder::first_come), people);
  CHECK(first.minutes(0) == 40); // 0-10, 30-40
  CHECK(first.minutes(1) == 59); // 10-20, 50-60
  CHECK(first.minutes(2) == 68); // 20-30, 60-70
  CHECK(first.minutes(3) == 65); // 40-50, 70-80
  const Together longest = live_together(twice(QueueOrder::longest_wait), people);
  CHECK(longest.minutes(0) == 40); // 30-40
  CHECK(longest.minutes(1) == 49); // waited 9 before: 40-50
  CHECK(longest.minutes(2) == 58); // waited 18 before: 50-60
  CHECK(longest.minutes(3) == 65); // 60-70, 70-80
  CHECK(little_holds(longest.tally));
}

TEST_CASE("The last to come is served first") {
  Scenario scenario = steady_desk(10, 1);
  scenario.resources[0].queue = QueueOrder::last_come;
  const Together all =
      live_together(scenario, {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 3)});
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(3) == 17); // 10-20
  CHECK(all.minutes(2) == 28); // 20-30
  CHECK(all.minutes(1) == 39); // 30-40
  CHECK(little_holds(all.tally));
}

TEST_CASE("Whoever is overtaken may lose patience, and who turns away frees their place") {
  Scenario scenario = with_room(steady_desk(10, 1), 2);
  scenario.resources[0].queue = QueueOrder::last_come;
  scenario.touchpoints[0].patience = Distribution::constant(12);
  scenario.touchpoints[0].rows.push_back(give_up(1));
  const Together all = live_together(
      scenario, {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 3), comes(4, 11), comes(5, 25)});
  CHECK(all.exit(1) == 1);
  CHECK(all.minutes(1) == 12); // gives up at 13
  CHECK(all.minutes(2) == 18); // 10-20
  CHECK(all.exit(3) == 1);     // two wait
  CHECK(all.minutes(3) == 0);
  CHECK(all.minutes(4) == 19); // 20-30
  CHECK(all.minutes(5) == 15); // 30-40
  CHECK(little_holds(all.tally));
}

TEST_CASE("Set-up keeps the server busy and the person waiting") {
  Scenario scenario = steady_desk(10, 1);
  scenario.resources[0].set_up_min = 2;
  scenario.touchpoints[0].patience = Distribution::constant(1);
  scenario.touchpoints[0].rows.push_back(give_up(1));
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 11.5)});
  CHECK(all.minutes(0) == 12); // 0-2, 2-12: patience ends when set-up begins
  CHECK(all.minutes(1) == 12.5);
  CHECK(all.tally.visits[0].wait == (2 * minute) + (5 * minute / 2));
  CHECK(all.tally.resources[0].busy == 24 * minute);
  CHECK(all.tally.resources[0].offered == 24 * minute);
}

TEST_CASE("Set-up comes before a job too, and is work that closing interrupts") {
  Scenario scenario = steady_desk(10, 1);
  scenario.calendars = {office(8, 18)};
  scenario.resources[0].calendar = 0;
  scenario.resources[0].set_up_min = 2;
  scenario.resources[0].at_closing = AtClosing::pause;
  scenario.touchpoints.push_back(behind("wait", 60));
  scenario.touchpoints[1].rows = {leave(0, 1)};
  scenario.touchpoints[0].rows = {to(1, 1)};
  const Together all = live_together(scenario, {comes(0, 17 * 60 + 51)});
  // 17:51-17:53, 17:53-18:00 and 08:00-08:03; then 62 minutes.
  CHECK(all.minutes(0) == 9 + 14 * 60 + 3 + 62);
  CHECK(all.tally.visits[0].wait == (2 + 14 * 60) * minute);
  CHECK(all.tally.resources[0].busy == 74 * minute);
}

TEST_CASE("One who serves two at once has two places") {
  Scenario scenario = steady_desk(10, 1);
  scenario.resources[0].at_once = 2;
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 1), comes(2, 2)});
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(1) == 10);
  CHECK(all.minutes(2) == 18); // 10-20
  Scenario pair = steady_desk(10, 2);
  CHECK(live_together(pair, {comes(0, 0), comes(1, 1), comes(2, 2)}).rows == all.rows);
}
