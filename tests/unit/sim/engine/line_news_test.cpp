// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/listener.hpp"

#include <catch2/catch.hpp>
#include <vector>

// What is told in line, by every estimate. Every time was worked out by hand.
using namespace sojourn;
using namespace sojourn::build;

namespace {

/// Served 0-10, 10-20, 20-30, 30-40, 40-50; of the last three somebody stands before each.
const std::vector<Arrival> five = {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 12),
                                   comes(4, 25)};

Scenario telling(const AnnouncementSpec& says) {
  Scenario scenario = steady_desk(10, 1);
  scenario.touchpoints[0].announces = says;
  return scenario;
}

std::vector<double> told(const Scenario& scenario, const std::vector<Arrival>& people = five) {
  std::vector<double> times;
  for (const HeardInLine& each : overheard(scenario, people)) {
    times.push_back(each.told);
  }
  return times;
}

using Times = std::vector<double>;

} // namespace

TEST_CASE("The last wait is that of who began last, also where it was none") {
  CHECK(told(telling(announcing(LineNews::last_wait))) == Times{-1, 0, 0, 9, 18});
}

TEST_CASE("Before anybody has been served there is no last wait to tell") {
  Scenario scenario = telling(announcing(LineNews::last_wait));
  scenario.calendars.push_back(office());
  scenario.resources[0].calendar = 1;
  // Opens at 480; served 480-490, 490-500, 500-510.
  CHECK(told(scenario, {comes(0, 470), comes(1, 471), comes(2, 481)}) == Times{-1, -1, 10});
}

TEST_CASE("The first in line has waited so long; who is first hears of nobody") {
  CHECK(told(telling(announcing(LineNews::head_wait))) == Times{-1, -1, 1, 10, 13});
}

TEST_CASE("The length of the line at the average work, one's own turn included") {
  CHECK(told(telling(announcing(LineNews::queue_length))) == Times{-1, 10, 20, 20, 20});
  CHECK(told(telling(announcing(LineNews::queue_length, 1.5))) == Times{-1, 15, 30, 30, 30});
  Scenario set_up = telling(announcing(LineNews::queue_length));
  set_up.resources[0].set_up_min = 2; // 0-12, 12-24, ...
  CHECK(told(set_up, {comes(0, 0), comes(1, 1), comes(2, 2)}) == Times{-1, 12, 24});
  Scenario two = telling(announcing(LineNews::queue_length));
  two.resources[0].capacity = 2;
  CHECK(told(two, {comes(0, 0), comes(1, 0), comes(2, 1), comes(3, 2)}) == Times{-1, -1, 5, 10});
}

TEST_CASE("Closed hours are part of what the length of the line says, on the scenario's clock") {
  Scenario scenario = telling(announcing(LineNews::queue_length));
  scenario.calendars.push_back(office());
  scenario.resources[0].calendar = 1;
  CHECK(told(scenario, {comes(0, 470), comes(1, 471)}) == Times{20, 29}); // 10 to go, 10 each
  scenario.clock = 1;                                                     // which stands still then
  CHECK(told(scenario, {comes(0, 470), comes(1, 471)}) == Times{10, 20});
}

TEST_CASE("A schedule tells what is usual at this hour of any week") {
  AnnouncementSpec says = announcing(LineNews::schedule, 2);
  says.schedule = {{0, 2 * minute, 5}, {2 * minute, 20 * minute, 15}};
  CHECK(told(telling(says)) == Times{-1, 10, 30, 30, -1});
  constexpr double week = 7 * 1440;
  CHECK(told(telling(says), {comes(0, week), comes(1, week + 1)}) == Times{-1, 10});
}

TEST_CASE("A place in line is no time") {
  const auto heard = overheard(telling(announcing(LineNews::position)), five);
  std::vector<std::int32_t> before;
  for (const HeardInLine& each : heard) {
    before.push_back(each.before);
    CHECK(each.told == -1);
    CHECK(each.verdict == 0);
  }
  CHECK(before == std::vector<std::int32_t>{-1, 0, 1, 1, 1});
}

TEST_CASE("Several who could each serve are one line, several needed together the slowest") {
  Scenario scenario = telling(announcing(LineNews::queue_length));
  ResourceSpec other = scenario.resources[0];
  other.id = other.name = "other";
  scenario.resources.push_back(other);
  WorkSpec& needs = *scenario.touchpoints[0].needs;
  needs.others = {{1, 1}};
  needs.any_of = true;
  const std::vector<Arrival> four = {comes(0, 0), comes(1, 0), comes(2, 1), comes(3, 2)};
  CHECK(told(scenario, four) == Times{-1, -1, 5, 10});
  needs.any_of = false;
  scenario.resources[0].capacity = 2;
  CHECK(told(scenario, four) == Times{-1, 10, 20, 30});
  scenario.touchpoints[0].announces = announcing(LineNews::head_wait);
  CHECK(told(scenario, four) == Times{-1, -1, 1, 2});
}

TEST_CASE("Who finds the room full or the line too long is told nothing any more") {
  Scenario scenario = with_room(telling(announcing(LineNews::queue_length)), 1);
  const auto heard = overheard(scenario, five);
  CHECK(heard[1].told == 10);
  CHECK(heard[2].refused);
  CHECK(heard[2].told == -1);
}

TEST_CASE("Who is told a longer time than bearable goes at once, as long is no longer") {
  Scenario scenario = telling(announcing(LineNews::queue_length));
  scenario.touchpoints[0].rows.push_back(too_long(1, 10));
  const Together all = live_together(scenario, five);
  CHECK(all.exit(1) == 0);
  CHECK(all.minutes(1) == 19);
  CHECK(all.exit(2) == 1); // told 20
  CHECK(all.minutes(2) == 0);
  CHECK(all.exit(3) == 0); // the line is empty again: told 10, 20-30
  CHECK(all.minutes(3) == 18);
  CHECK(all.minutes(4) == 15); // told 10, 30-40
  CHECK(all.tally.resources[0].started == 4);
  CHECK(little_holds(all.tally));
}

TEST_CASE("The line one sees comes first, then the longest time one is told") {
  Scenario scenario = telling(announcing(LineNews::queue_length));
  scenario.exits.push_back(way_out("elsewhere", Outcome::competitor));
  scenario.exits.push_back(way_out("later", Outcome::lost));
  auto& rows = scenario.touchpoints[0].rows;
  const std::vector<Arrival> people = {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 3)};
  rows = {leave(0, 1), too_long(1, 5), too_long(2, 8)};
  CHECK(live_together(scenario, people).exit(1) == 2); // told 10
  rows = {leave(0, 1), too_long(1, 25), balk(3, 1)};
  const Together all = live_together(scenario, people);
  CHECK(all.exit(2) == 0); // told 20
  CHECK(all.exit(3) == 3); // would be told 30, but sees two
}

TEST_CASE("Where there is always somebody free nothing is told") {
  Scenario scenario = telling(announcing(LineNews::queue_length));
  scenario.calendars.push_back(office());
  scenario.resources[0].calendar = 1;
  scenario.resources[0].unlimited = true;
  CHECK(told(scenario, {comes(0, 470), comes(1, 481)}) == Times{-1, -1});
}
