// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>

// The higher interrupts the lower. Every time was worked out by hand.
using namespace sojourn;
using namespace sojourn::build;

namespace {

/// One desk, ten minutes each; the second persona comes first.
Scenario two_classes(bool preempts, int servers = 1) {
  Scenario scenario = steady_desk(10, servers);
  scenario.personas = {somebody("low"), somebody("high")};
  scenario.resources[0].queue = QueueOrder::priority;
  scenario.resources[0].preempts = preempts;
  scenario.resources[0].priority = {0, 2};
  return scenario;
}

/// The same with a third class between the two.
Scenario three_classes(int servers) {
  Scenario scenario = two_classes(true, servers);
  scenario.personas = {somebody("low"), somebody("high"), somebody("middle")};
  scenario.personas[1].share = scenario.personas[2].share = 1;
  scenario.resources[0].priority = {0, 2, 1};
  return scenario;
}

Arrival middle(std::uint32_t agent, double minutes) {
  return comes(agent, minutes, true); // the last persona
}

Arrival high(std::uint32_t agent, double minutes) {
  Arrival person = comes(agent, minutes);
  person.luck[1] = 0x80000000U; // the second of three equal thirds
  return person;
}

} // namespace

TEST_CASE("Without interrupting, the higher waits for the service in progress") {
  const Together all = live_together(two_classes(false), {comes(0, 0), comes(1, 4, true)});
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(1) == 16);
}

TEST_CASE("The higher interrupts, and the interrupted service resumes where it was") {
  const Together all =
      live_together(two_classes(true), {comes(0, 0), comes(1, 4, true), comes(2, 5)});
  CHECK(all.minutes(1) == 10); // 4-14
  CHECK(all.minutes(0) == 20); // 0-4, 14-20
  CHECK(all.minutes(2) == 25); // 20-30: who was interrupted comes first
  const ResourceTally& desk = all.tally.resources[0];
  CHECK(desk.started == 3);
  CHECK(desk.busy == 30 * minute);
  CHECK(desk.wait == (10 + 15) * minute);
  CHECK(desk.joined == 4); // once more after the interruption
  CHECK(little_holds(all.tally));
}

TEST_CASE("An interruption is part of the wait, and a second one too") {
  const Together all = live_together(
      two_classes(true), {comes(0, 0), comes(1, 4, true), comes(2, 15, true), comes(3, 60)});
  CHECK(all.minutes(0) == 30); // 0-4, 14-15, 25-30
  CHECK(all.tally.visits[0].wait == 20 * minute);
  CHECK(all.tally.visits[1].wait == 0);
}

TEST_CASE("Equals do not interrupt each other, nor does the lower the higher") {
  const Together all =
      live_together(two_classes(true), {comes(0, 0, true), comes(1, 1, true), comes(2, 2)});
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(1) == 19);
  CHECK(all.minutes(2) == 28);
}

TEST_CASE("The lowest is interrupted, of equals the one begun last") {
  const Together all =
      live_together(three_classes(2), {middle(0, 0), comes(1, 1), high(2, 2), high(3, 3)});
  CHECK(all.minutes(2) == 10); // 2-12, the low one waits
  CHECK(all.minutes(3) == 10); // 3-13, the middle one waits
  CHECK(all.minutes(0) == 19); // 0-3, 12-19
  CHECK(all.minutes(1) == 21); // 1-2, 13-22
  const Together equals =
      live_together(two_classes(true, 2), {comes(0, 0), comes(1, 1), comes(2, 4, true)});
  CHECK(equals.minutes(0) == 10);
  CHECK(equals.minutes(1) == 16); // 1-4, 10-17
}

TEST_CASE("As many are interrupted as are needed, or nobody") {
  Scenario scenario = two_classes(true, 2);
  scenario.touchpoints[0].needs->units = 1;
  TouchpointSpec both = scenario.touchpoints[0];
  both.id = both.name = "both";
  both.needs->units = 2;
  scenario.touchpoints.push_back(both);
  scenario.arrivals.start_at = {{0, 0.5}, {1, 0.5}};
  Arrival pair = comes(2, 4, true);
  pair.luck[2] = 0xf0000000U; // starts at the second touchpoint
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 1), pair});
  CHECK(all.minutes(2) == 10); // 4-14 with both
  CHECK(all.minutes(0) == 20); // 0-4, 14-20
  CHECK(all.minutes(1) == 20); // 1-4, 14-21
  const Together held = live_together(scenario, {comes(0, 0), comes(1, 1, true), pair});
  CHECK(held.minutes(0) == 10); // one of the two could not be had
  CHECK(held.minutes(1) == 10);
  CHECK(held.minutes(2) == 17);
}

TEST_CASE("Interrupted at the end of the shift, one waits for the next") {
  Scenario scenario = two_classes(true);
  scenario.calendars = {office(8, 18)};
  scenario.resources[0].calendar = 0;
  const Together all =
      live_together(scenario, {comes(0, 17 * 60 + 50), comes(1, 17 * 60 + 55, true)});
  CHECK(all.minutes(1) == 10);               // finishes after closing time
  CHECK(all.minutes(0) == 14 * 60 + 10 + 5); // the next day at 8, five minutes more
  CHECK(little_holds(all.tally));
}

TEST_CASE("Work behind the line is interrupted in its own hours") {
  Scenario scenario = two_classes(true);
  scenario.touchpoints = {behind("wait", 60)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  scenario.calendars = {office(8, 18)};
  scenario.resources[0].calendar = 0;
  const double late = 17 * 60 + 30;
  const Together all = live_together(scenario, {comes(0, late), comes(1, late + 10, true)});
  // The high: 20 minutes that day, 40 the next; the low: 10, then 50 after it.
  CHECK(all.minutes(1) == 20 + 14 * 60 + 40);
  CHECK(all.minutes(0) == 30 + 14 * 60 + 40 + 50);
  CHECK(all.tally.resources[0].busy == 120 * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Interrupted work of somebody who leaves is withdrawn, and gives its hours back") {
  Scenario scenario = two_classes(true);
  scenario.touchpoints = {behind("wait", 60)};
  scenario.touchpoints[0].rows = {leave(0, 1), give_up(1)};
  scenario.touchpoints[0].patience = Distribution::constant(15);
  scenario.touchpoints[0].rows[1].personas = {0};
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 10, true)});
  CHECK(all.exit(0) == 1);
  CHECK(all.minutes(0) == 15);
  CHECK(all.minutes(1) == 60);
  CHECK(all.tally.resources[0].busy == 70 * minute); // ten of the low, sixty of the high
  CHECK(little_holds(all.tally));
}
