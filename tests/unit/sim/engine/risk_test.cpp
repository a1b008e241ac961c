// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/service.hpp"
#include "tests/unit/sim/engine/one_person.hpp"

#include <catch2/catch.hpp>

// What goes wrong and what does not fit, in accounts that can be worked out by hand. Money is
// exact.
using namespace sojourn;
using namespace sojourn::build;

namespace {

RiskSpec certain(double amount) {
  RiskSpec risk;
  risk.chance = 1;
  risk.amount = Distribution::constant(amount);
  return risk;
}

/// Order (1 h), then use it, where 40 is gained; 60 an hour over 10 h, realised at the second.
Scenario using_it() {
  Scenario scenario = alone(always_open(), false);
  TouchpointSpec order = touchpoint("order", Distribution::constant(60));
  order.rows = {to(1, 1)};
  TouchpointSpec use = touchpoint("use", Distribution::constant(120));
  use.outcome = 40;
  use.value_realised = true;
  use.booked_surveyed = use.booked_otherwise = 0.5;
  use.rows = {leave(0, 1)};
  scenario.touchpoints = {order, use};
  scenario.value = {true, 600, {60}};
  return scenario;
}

Tally accounts(const Scenario& scenario) { return simulate(plan_of(scenario, 1), 0); }

float quality_of(const VisitTrace& visit) {
  return visit.levels[static_cast<std::size_t>(Dimension::quality)];
}

} // namespace

TEST_CASE("An event takes its amount from people as often as they are vulnerable") {
  Scenario scenario = using_it();
  scenario.touchpoints[0].risk = certain(30);
  scenario.personas[0].vulnerability = 2;
  const Tally tally = accounts(scenario);
  CHECK(tally.ledger[0].risk == to_fixed(60));
  CHECK(tally.ledger[0].net() == -to_fixed(60 + 60)); // an hour at 60, and the event
  CHECK(tally.ledger[1].risk == 0);
  CHECK(tally.personas[0].risk == to_fixed(60));
  CHECK(tally.personas[0].risk_taken == 0);
  CHECK(tally.personas[0].booked == accounts(using_it()).personas[0].booked);
}

TEST_CASE("A risk that the provider takes over is in nobody's account") {
  Scenario scenario = using_it();
  scenario.touchpoints[0].risk = certain(30);
  scenario.touchpoints[0].risk->by_provider = true;
  const Tally tally = accounts(scenario);
  CHECK(tally.ledger[0].risk == 0);
  CHECK(tally.personas[0].risk == 0);
  CHECK(tally.personas[0].risk_taken == to_fixed(30));
}

TEST_CASE("A visit that patience ends risks nothing") {
  Scenario scenario = using_it();
  TouchpointSpec& use = scenario.touchpoints[1];
  use.takes = Distribution::constant(0);
  use.behind = WorkSpec{0, 1, Distribution::constant(120)};
  use.risk = certain(30);
  use.patience = Distribution::constant(500);
  use.rows.push_back(give_up(1));
  CHECK(accounts(scenario).personas[0].risk == to_fixed(30));
  use.patience = Distribution::constant(5);
  CHECK(accounts(scenario).personas[0].risk == 0);
}

TEST_CASE("An event is felt on top of what the visit feels like, and told in the trace") {
  Scenario scenario = using_it();
  scenario.touchpoints[0].feels.mean = 1;
  scenario.touchpoints[0].risk = certain(30);
  CHECK(quality_of(live(scenario, 0).visits[0]) == 1);
  scenario.touchpoints[0].risk->is_felt = true;
  scenario.touchpoints[0].risk->feels = -3;
  const JourneyTrace lived = live(scenario, 0);
  CHECK(quality_of(lived.visits[0]) == -2);
  CHECK(lived.visits[0].struck == 30);
  CHECK_FALSE(lived.visits[0].provider_bears);
  CHECK(lived.visits[1].struck == -1);
  scenario.touchpoints[0].feels.mean.reset(); // an event of its own
  CHECK(quality_of(live(scenario, 0).visits[0]) == -3);
  CHECK(live(scenario, 0).visits[0].affect == -3);
  scenario.touchpoints[0].risk->feels = -5;
  scenario.touchpoints[0].feels.mean = -4;
  CHECK(quality_of(live(scenario, 0).visits[0]) == -5); // the scale ends there
  scenario.touchpoints[0].risk->chance = 0;
  CHECK(quality_of(live(scenario, 0).visits[0]) == -4);
}

TEST_CASE("Utility times warranty of what is gained arrives; the rest is not fit, and not booked") {
  Scenario scenario = using_it();
  scenario.touchpoints[1].fit = {0.5, 0.8, 0.625}; // 25 %
  const Tally tally = accounts(scenario);
  const LedgerTally& use = tally.ledger[1];
  CHECK(use.gained == to_fixed(40));
  CHECK(use.realised == to_fixed(540)); // 10 h less 1 h; its own 2 h cost nothing
  CHECK(use.lost_unfit == to_fixed(30 + 405));
  CHECK(use.lost_unbooked == to_fixed(5 + 67.5));
  CHECK(tally.personas[0].value == to_fixed(10 + 135));
  CHECK(tally.personas[0].booked == to_fixed(5 + 67.5));
}

TEST_CASE("What fits nobody is realised and lost, not given up") {
  Scenario scenario = using_it();
  scenario.touchpoints[1].fit = {0};
  const Tally tally = accounts(scenario);
  CHECK(tally.ledger[1].lost_unfit == to_fixed(580));
  CHECK(tally.ledger[1].lost_given_up == 0);
  CHECK(tally.personas[0].value == 0);
}

TEST_CASE("Whoever serves adds their attitude, and may make good what went badly") {
  Scenario scenario = using_it();
  TouchpointSpec& order = scenario.touchpoints[0];
  order.needs = WorkSpec{0, 1, {}};
  order.feels.mean = 1;
  ResourceSpec& staff = scenario.resources[0];
  staff.attitude = Distribution::constant(-0.5);
  CHECK(quality_of(live(scenario, 0).visits[0]) == 0.5F);
  staff.discretion = 1;
  staff.recovery = 2;
  CHECK(quality_of(live(scenario, 0).visits[0]) == 0.5F); // nothing to make good
  order.feels.mean = -1;
  CHECK(quality_of(live(scenario, 0).visits[0]) == 0.5F); // -1.5, made good
  staff.discretion = 0;
  CHECK(quality_of(live(scenario, 0).visits[0]) == -1.5F);
  order.feels.mean.reset(); // being served is a moment of its own
  CHECK(live(scenario, 0).visits[0].affect == -0.5F);
  order.needs.reset();
  CHECK(live(scenario, 0).visits[0].affect == 0); // nobody serves
}

TEST_CASE("The n-th visit takes n^-b of the time and effort of the first") {
  Scenario scenario = alone(always_open(), false);
  TouchpointSpec learn = touchpoint("learn", Distribution::constant(60));
  learn.practice = 1;
  learn.effort = 1;
  learn.rows = {to(1, 1)};
  TouchpointSpec back = touchpoint("back", Distribution::constant(0));
  back.rows = {to(0, 0.9), leave(0, 0.1)};
  scenario.touchpoints = {learn, back};
  const JourneyTrace lived = live(scenario, 0);
  int n = 0;
  for (const VisitTrace& visit : lived.visits) {
    if (visit.touchpoint == 0) {
      ++n;
      CHECK(std::abs(visit.left - visit.entered - 60 * minute / n) <= 1);
      CHECK(std::abs(visit.levels[static_cast<std::size_t>(Dimension::effort)] +
                     1.0F / static_cast<float>(n)) < 1e-6F);
    }
  }
  REQUIRE(n >= 3); // otherwise this shows nothing
}
