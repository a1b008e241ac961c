// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>

// What closing time and holidays do to work. Every time was worked out by hand.
using namespace sojourn;
using namespace sojourn::build;

namespace {

constexpr double afternoon = 17 * 60; // minutes since Monday 00:00
constexpr double night = 14 * 60;     // from 18:00 to 08:00

/// One desk from 8 to 18.
Scenario office_desk(double service_minutes, AtClosing at_closing) {
  Scenario scenario = steady_desk(service_minutes, 1);
  scenario.calendars = {office(8, 18)};
  scenario.resources[0].calendar = 0;
  scenario.resources[0].at_closing = at_closing;
  return scenario;
}

Scenario office_job(AtClosing at_closing) {
  Scenario scenario = office_desk(0, at_closing);
  scenario.touchpoints = {behind("wait", 60)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  return scenario;
}

} // namespace

TEST_CASE("Service with the person present finishes after closing, unless it pauses") {
  for (const AtClosing at_closing : {AtClosing::as_usual, AtClosing::finish}) {
    const Together all = live_together(office_desk(10, at_closing),
                                       {comes(0, afternoon + 55), comes(1, afternoon + 56)});
    CHECK(all.minutes(0) == 10);
    CHECK(all.minutes(1) == 4 + night + 10);
    CHECK(all.tally.visits[0].wait == static_cast<Ticks>(4 + night) * minute);
  }
  const Together paused = live_together(office_desk(10, AtClosing::pause),
                                        {comes(0, afternoon + 55), comes(1, afternoon + 56)});
  CHECK(paused.minutes(0) == 10 + night);     // five minutes in the evening, five at eight
  CHECK(paused.minutes(1) == 4 + night + 15); // begins at 08:05
  CHECK(paused.tally.visits[0].wait == static_cast<Ticks>(night + 4 + night + 5) * minute);
  CHECK(paused.tally.resources[0].busy == 20 * minute);
  CHECK(little_holds(paused.tally));
}

TEST_CASE("Work behind the line pauses at closing, unless it finishes") {
  for (const AtClosing at_closing : {AtClosing::as_usual, AtClosing::pause}) {
    const Together all = live_together(office_job(at_closing), {comes(0, afternoon + 30)});
    CHECK(all.minutes(0) == 60 + night);
  }
  const Together finished =
      live_together(office_job(AtClosing::finish), {comes(0, afternoon + 30)});
  CHECK(finished.minutes(0) == 60);
  CHECK(finished.tally.resources[0].busy == 60 * minute);
}

TEST_CASE("A service that pauses is interrupted with what it has left") {
  Scenario scenario = office_desk(20, AtClosing::pause);
  scenario.personas = {somebody("low"), somebody("high")};
  scenario.resources[0].queue = QueueOrder::priority;
  scenario.resources[0].preempts = true;
  scenario.resources[0].priority = {0, 2};
  const Together all =
      live_together(scenario, {comes(0, afternoon + 50), comes(1, afternoon + 55, true)});
  CHECK(all.minutes(1) == 20 + night);      // 17:55-18:00, 08:00-08:15
  CHECK(all.minutes(0) == 10 + night + 30); // 17:50-17:55, 08:15-08:30
  CHECK(all.tally.visits[0].wait == static_cast<Ticks>(night + 20) * minute);
  CHECK(all.tally.visits[1].wait == static_cast<Ticks>(night) * minute);
  CHECK(all.tally.resources[0].busy == 40 * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Nobody works on a holiday") {
  Scenario scenario = office_desk(10, AtClosing::pause);
  scenario.calendars[0].closed = {{day, 2 * day}}; // Tuesday
  const Together all = live_together(
      scenario, {comes(0, afternoon + 55), comes(1, 24 * 60 + 600), comes(2, 2 * 24 * 60 + 600)});
  CHECK(all.minutes(0) == 10 + night + 24 * 60); // to Wednesday 08:05
  CHECK(all.minutes(1) == 22 * 60 + 15);         // Tuesday 10:00 to Wednesday 08:15
  CHECK(all.minutes(2) == 10);
}

TEST_CASE("Patience of a paused service has ended when it began") {
  Scenario scenario = office_desk(10, AtClosing::pause);
  scenario.touchpoints[0].patience = Distribution::constant(5);
  scenario.touchpoints[0].rows.push_back(give_up(1));
  const Together all =
      live_together(scenario, {comes(0, afternoon + 55), comes(1, afternoon + 56)});
  CHECK(all.exit(0) == 0);
  CHECK(all.exit(1) == 1);
  CHECK(all.minutes(1) == 5);
}
