// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>

// Who does not join the line. Every time was worked out by hand.
using namespace sojourn;
using namespace sojourn::build;

TEST_CASE("Who finds the room full is turned away at once") {
  const Together all = live_together(with_room(steady_desk(10, 1), 1),
                                     {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 12)});
  CHECK(all.minutes(0) == 10); // 0-10
  CHECK(all.minutes(1) == 19); // 10-20
  CHECK(all.exit(2) == 1);     // one waits already
  CHECK(all.minutes(2) == 0);
  CHECK(all.minutes(3) == 18); // 20-30
  CHECK(all.tally.resources[0].started == 3);
  CHECK(all.tally.resources[0].busy == 30 * minute);
  CHECK(all.tally.resources[0].line_waits == (9 + 8) * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("A room of nobody leaves only the servers; one who leaves makes way at that moment") {
  const Together all = live_together(with_room(steady_desk(10, 1), 0),
                                     {comes(0, 0), comes(1, 9.99), comes(2, 10), comes(3, 19)});
  CHECK(all.exit(0) == 0);
  CHECK(all.exit(1) == 1);
  CHECK(all.exit(2) == 0);
  CHECK(all.exit(3) == 1);
}

TEST_CASE("Who gives up frees a place in the room") {
  Scenario scenario = with_room(steady_desk(10, 1), 1);
  scenario.touchpoints[0].patience = Distribution::constant(3);
  scenario.touchpoints[0].rows.push_back(give_up(1));
  const Together all =
      live_together(scenario, {comes(0, 0), comes(1, 1), comes(2, 3), comes(3, 8), comes(4, 9)});
  CHECK(all.minutes(1) == 3);  // out of patience at 4
  CHECK(all.minutes(2) == 0);  // turned away at 3
  CHECK(all.minutes(3) == 12); // 10-20
  CHECK(all.minutes(4) == 0);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Who is turned away may come back") {
  Scenario scenario = steady_desk(10, 1);
  TouchpointSpec again = touchpoint("again", Distribution::constant(5));
  again.rows = {to(0, 1)};
  scenario.touchpoints.push_back(again);
  scenario.resources[0].room = 0;
  RowSpec retry = turned_away(1);
  retry.to_exit = false;
  scenario.touchpoints[0].rows.push_back(retry);
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 2)});
  CHECK(all.minutes(1) == 20); // tries at 2, 7 and 12
  CHECK(all.rows[1].n_visits == 5);
}

TEST_CASE("Who sees more people waiting than bearable does not join them") {
  Scenario scenario = steady_desk(10, 1);
  scenario.touchpoints[0].rows.push_back(balk(1, 1));
  const Together all =
      live_together(scenario, {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 3), comes(4, 11)});
  CHECK(all.minutes(1) == 19); // sees nobody waiting
  CHECK(all.minutes(2) == 28); // sees one: not more than one
  CHECK(all.exit(3) == 1);     // sees two
  CHECK(all.minutes(4) == 29); // at 11 one waits: 30-40
  CHECK(little_holds(all.tally));
}

TEST_CASE("Of several lines too long the longest counts, for each persona its own") {
  Scenario scenario = steady_desk(10, 1);
  scenario.personas = {somebody("calm"), somebody("hasty")};
  scenario.exits.push_back(way_out("elsewhere", Outcome::competitor));
  RowSpec lost = balk(1, 2), elsewhere = balk(2, 0);
  lost.personas = elsewhere.personas = {1};
  scenario.touchpoints[0].rows.push_back(elsewhere);
  scenario.touchpoints[0].rows.push_back(lost);
  const Together all =
      live_together(scenario, {comes(0, 0), comes(1, 1), comes(2, 2, true), comes(3, 3),
                               comes(4, 4), comes(5, 5, true), comes(6, 60, true)});
  CHECK(all.exit(2) == 2); // one waits
  CHECK(all.exit(5) == 1); // three wait
  CHECK(all.exit(6) == 0); // nobody is there
  CHECK(all.minutes(4) == 36);
}

TEST_CASE("Staff without limit keeps nobody out") {
  Scenario scenario = with_room(steady_desk(10, 1), 0);
  scenario.resources[0].unlimited = true;
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 0)});
  CHECK(all.exit(1) == 0);
}

TEST_CASE("Nothing is felt of a touchpoint one is turned away from") {
  Scenario scenario = with_room(steady_desk(10, 1), 0);
  scenario.touchpoints[0].feels.mean = -2;
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 1)});
  CHECK(all.rows[0].remembered == -2);
  CHECK(all.rows[1].remembered == 0);
}
