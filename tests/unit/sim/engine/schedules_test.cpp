// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>

// Moments that coincide, and people who are handed on from one resource to the next. Every time was
// worked out by hand; priorities, interruptions, closing, rooms, several resources at once and
// calling back have files of their own.
using namespace sojourn;
using namespace sojourn::build;

namespace {

constexpr int clerk = 0, expert = 1;

TouchpointSpec served_by(int resource, const std::string& id, double minutes) {
  TouchpointSpec spec = front(id, minutes);
  spec.needs->resource = resource;
  return spec;
}

/// Ten minutes at the clerk, then by the expert for a quarter of an hour.
Scenario handed_on(const TouchpointSpec& to_expert) {
  Scenario scenario = steady_desk(10, 1);
  ResourceSpec other = scenario.resources[0];
  other.id = other.name = "expert";
  scenario.resources.push_back(other);
  scenario.touchpoints = {served_by(clerk, "first", 10), to_expert};
  scenario.touchpoints[0].rows = {to(1, 1)};
  scenario.touchpoints[1].rows = {leave(0, 1)};
  return scenario;
}

Scenario impatient(double patience_minutes) {
  Scenario scenario = steady_desk(10, 1);
  scenario.touchpoints[0].patience = Distribution::constant(patience_minutes);
  scenario.touchpoints[0].rows.push_back(give_up(1));
  return scenario;
}

} // namespace

TEST_CASE("Handed on, one joins the end of the next line") {
  const Together all = live_together(handed_on(served_by(expert, "second", 15)),
                                     {comes(0, 0), comes(1, 1), comes(2, 2)});
  CHECK(all.minutes(0) == 25); // 0-10, 10-25
  CHECK(all.minutes(1) == 39); // 10-20, 25-40
  CHECK(all.minutes(2) == 53); // 20-30, 40-55
  CHECK(all.tally.resources[clerk].busy == 30 * minute);
  CHECK(all.tally.resources[clerk].wait == (9 + 18) * minute);
  CHECK(all.tally.resources[expert].busy == 45 * minute);
  CHECK(all.tally.resources[expert].wait == (5 + 10) * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Handed on to work behind and back again, one meets those who came meanwhile") {
  TouchpointSpec job = behind("job", 15);
  job.behind->resource = expert;
  Scenario scenario = handed_on(job);
  scenario.touchpoints.push_back(served_by(clerk, "last", 5));
  scenario.touchpoints[1].rows = {to(2, 1)};
  scenario.touchpoints[2].rows = {leave(0, 1)};
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 1), comes(2, 2)});
  CHECK(all.minutes(0) == 35); // 0-10, the expert 10-25, in line behind the third, 30-35
  CHECK(all.minutes(1) == 44); // 10-20, 25-40, 40-45
  CHECK(all.minutes(2) == 58); // 20-30, 40-55, 55-60
  CHECK(all.tally.resources[clerk].busy == 45 * minute);
  CHECK(all.tally.resources[clerk].wait == (9 + 18 + 5) * minute);
  CHECK(all.tally.resources[expert].wait == (5 + 10) * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Whose patience ends at the moment a server is free is served; a tick before is not") {
  Scenario scenario = impatient(5);
  std::vector<Arrival> people = {comes(0, 0), comes(1, 5), comes(2, 5)};
  people[1].at -= 1;
  const Together all = live_together(scenario, people);
  CHECK(all.exit(1) == 1);
  CHECK(all.rows[1].duration == 5 * minute); // from a tick before 5 to a tick before 10
  CHECK(all.exit(2) == 0);
  CHECK(all.minutes(2) == 15); // 10-20
  CHECK(all.tally.visits[0].wait == (5 + 5) * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Two whose patience ends at one moment both give up, and the next is served") {
  const Together all =
      live_together(impatient(4), {comes(0, 0), comes(1, 3), comes(2, 3), comes(3, 7)});
  CHECK(all.minutes(1) == 4);
  CHECK(all.minutes(2) == 4);
  CHECK(all.minutes(3) == 13); // 10-20
  CHECK(all.tally.resources[0].line_area == (4 + 4 + 3) * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Whose patience ends at the moment of opening is served") {
  Scenario scenario = impatient(5);
  scenario.calendars = {office(8, 18)};
  scenario.resources[0].calendar = 0;
  std::vector<Arrival> people = {comes(0, 7 * 60 + 55), comes(1, 7 * 60 + 55)};
  people[0].at -= 1;
  const Together all = live_together(scenario, people);
  CHECK(all.exit(0) == 1);
  CHECK(all.exit(1) == 0);
  CHECK(all.minutes(1) == 15); // 8:00-8:10
}

TEST_CASE("Who comes at the moment of closing waits for the next day, a tick before does not") {
  Scenario scenario = steady_desk(10, 2);
  scenario.calendars = {office(8, 18)};
  scenario.resources[0].calendar = 0;
  std::vector<Arrival> people = {comes(0, 18 * 60), comes(1, 18 * 60)};
  people[0].at -= 1;
  const Together all = live_together(scenario, people);
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(1) == 14 * 60 + 10);
}

TEST_CASE("Who needs two with other hours is served when both are open, whoever opens first") {
  for (const bool first_named : {true, false}) {
    Scenario scenario = handed_on(served_by(expert, "second", 15));
    scenario.calendars = {office(8, 12), office(10, 14)};
    scenario.resources[clerk].calendar = first_named ? 0 : 1;
    scenario.resources[expert].calendar = first_named ? 1 : 0;
    scenario.touchpoints.pop_back();
    scenario.touchpoints[0].rows = {leave(0, 1)};
    scenario.touchpoints[0].needs->others = {{expert, 1}};
    const Together all = live_together(scenario, {comes(0, 13 * 60)});
    CHECK(all.exit(0) == 0);
    CHECK(all.minutes(0) == 21 * 60 + 10); // tomorrow at ten
    CHECK(little_holds(all.tally));
  }
}
