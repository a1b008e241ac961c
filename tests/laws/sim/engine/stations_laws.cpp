// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/engine/watch.hpp"
#include "tests/laws/sim/engine/desks.hpp"
#include "tests/unit/sim/engine/kept_rows.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <vector>

// What orders of service, skills, set-up, holidays and closing leave alone.
using namespace sojourn;

TEST_CASE("Little's law holds in every order, with skills, set-up, closing and holidays") {
  for (const Scenario& scenario : build::desks()) {
    const Tally tally = simulate(build::plan_of(scenario), 1);
    for (const ResourceTally& line : tally.resources) {
      CHECK(line.started > 300);
      CHECK(line.joined == line.parted);
      CHECK(line.line_area > 0);
      CHECK(line.line_area == line.line_waits);
    }
  }
}

TEST_CASE("Arrival, work and patience stay with the person, whatever the stations do") {
  std::vector<Plan> plans;
  for (Scenario& scenario : build::desks()) {
    scenario.experiment.horizon = 2 * ticks_per_day;
    plans.push_back(build::plan_of(scenario));
  }
  int served = 0, gave_up = 0;
  for (std::uint32_t agent = 100; agent < 180; ++agent) {
    const VisitTrace first = trace_journey(plans[0], 3, agent).visits.at(0);
    for (std::size_t w = 1; w < plans.size(); ++w) {
      const VisitTrace other = trace_journey(plans[w], 3, agent).visits.at(0);
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
  CHECK(served > 50);
  CHECK(gave_up > 0);
}

TEST_CASE("Two served at once by each of three are six") {
  Scenario chats = build::desk(50, Distribution::exponential(6), 3), calls = chats;
  chats.resources[0].at_once = 2;
  calls.resources[0].capacity = 6;
  KeptRows one, other;
  const Tally tally = simulate(build::plan_of(chats), 0, &one);
  CHECK(tally.resources == simulate(build::plan_of(calls), 0, &other).resources);
  CHECK(one.rows == other.rows);
}

TEST_CASE("One of one that any of will do is that one, and all of one too") {
  Scenario plain = build::desk(50, Distribution::exponential(6), 6), any = plain;
  any.touchpoints[0].needs->any_of = true;
  KeptRows one, other;
  (void)simulate(build::plan_of(plain), 0, &one);
  (void)simulate(build::plan_of(any), 0, &other);
  CHECK(one.rows == other.rows);
}

TEST_CASE("Any of two desks is one line for as many people as both have") {
  Scenario pooled = build::desk(50, Distribution::exponential(6), 6), parted = pooled;
  parted.resources[0].capacity = 2;
  ResourceSpec rest = parted.resources[0];
  rest.id = rest.name = "rest";
  rest.capacity = 4;
  parted.resources.push_back(rest);
  parted.touchpoints[0].needs->others = {{1, 1}};
  parted.touchpoints[0].needs->any_of = true;
  KeptRows one, other;
  (void)simulate(build::plan_of(pooled), 0, &one);
  (void)simulate(build::plan_of(parted), 0, &other);
  REQUIRE(one.rows.size() > 10'000);
  CHECK(one.rows == other.rows);
}

TEST_CASE("Without contention both engines set up, pause and keep holidays alike") {
  Scenario scenario = build::desk(20, Distribution::exponential(30), 1);
  scenario.calendars = {build::office()};
  scenario.calendars[0].closed = {{ticks_per_day, 2 * ticks_per_day}};
  scenario.clock = 0;
  ResourceSpec& desk = scenario.resources[0];
  desk.unlimited = true;
  desk.calendar = 0;
  desk.set_up_min = 2;
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.patience = Distribution::exponential(60);
  contact.updates_every_min = 10;
  contact.feels.waiting_per_min = -.01;
  contact.feels.silence_per_hour = -.5;
  contact.rows = {build::to(1, .5), build::leave(0, .5), build::give_up(1)};
  TouchpointSpec wait = build::behind("wait", 50);
  wait.rows = {build::leave(0, 1)};
  scenario.touchpoints.push_back(wait);
  scenario.experiment.horizon = 2 * ticks_per_week;
  scenario.experiment.warm_up = 0;
  for (const AtClosing at_closing : {AtClosing::as_usual, AtClosing::finish, AtClosing::pause}) {
    desk.at_closing = at_closing;
    const Plan plan = build::plan_of(scenario);
    REQUIRE_FALSE(plan.contended);
    KeptRows flow, service;
    const Tally by_flow = simulate_flow(plan, 0, 0, &flow);
    const Tally by_service = simulate_service(plan, 0, &service);
    REQUIRE(flow.rows.size() > 1'000);
    CHECK(flow.rows == service.rows);
    CHECK(by_flow.flow == by_service.flow);
    CHECK(by_flow.resources[0].busy == by_service.resources[0].busy);
  }
}
