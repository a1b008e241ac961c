// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/service.hpp"
#include "tests/unit/sim/engine/one_person.hpp"

#include <catch2/catch.hpp>

// Accounts of journeys that can be worked out by hand. Money is exact: all sums are multiples of
// 2^-20.
using namespace sojourn;
using namespace sojourn::build;

namespace {

/// Ask (1 h), wait (2 h), then value is realised; 60 an hour over 10 h.
Scenario restoring() {
  Scenario scenario = alone(always_open(), false);
  TouchpointSpec ask = touchpoint("ask", Distribution::constant(60));
  ask.price = 5;
  ask.rows = {to(1, 1)};
  TouchpointSpec wait = touchpoint("wait", Distribution::constant(120));
  wait.outcome = 40;
  wait.booked_surveyed = wait.booked_otherwise = 0.75;
  wait.rows = {to(2, 1)};
  TouchpointSpec restored = touchpoint("restored", Distribution::constant(600));
  restored.value_realised = true;
  restored.booked_surveyed = 1;
  restored.booked_otherwise = 0.5;
  restored.rows = {leave(0, 1)};
  scenario.touchpoints = {ask, wait, restored};
  scenario.value = {true, 600, {60}};
  return scenario;
}

Tally books(const Scenario& scenario) { return simulate(plan_of(scenario, 1), 0); }

LedgerTally account(double lost_time, double given_up, double unbooked, double gained, double paid,
                    double realised = 0) {
  return {to_fixed(lost_time), to_fixed(given_up), to_fixed(unbooked),
          to_fixed(gained),    to_fixed(realised), to_fixed(paid)};
}

} // namespace

TEST_CASE("Time loses worth where it is spent; each touchpoint books what is gained there") {
  const Tally tally = books(restoring());
  CHECK(tally.ledger[0] == account(60, 0, 0, 0, 5));
  CHECK(tally.ledger[1] == account(120, 0, 10, 40, 0));
  CHECK(tally.ledger[2] == account(0, 0, 210, 0, 0, 420)); // half of 420; its own 10 h cost nothing
  const PersonaTally& person = tally.personas[0];
  CHECK(person.potential == to_fixed(600));
  CHECK(person.value == to_fixed(460));
  CHECK(person.booked == to_fixed(240));
  CHECK(person.paid == to_fixed(5));
}

TEST_CASE("Who is surveyed on the way is booked as surveyed, whenever it was gained") {
  Scenario scenario = restoring();
  scenario.touchpoints[2].rows = {to(3, 1)};
  TouchpointSpec survey = touchpoint("survey", Distribution::constant(2));
  survey.rows = {leave(0, 1)};
  scenario.touchpoints.push_back(survey);
  const Tally tally = books(scenario);
  CHECK(tally.ledger[2] == account(0, 0, 0, 0, 0, 420));
  CHECK(tally.personas[0].booked == to_fixed(450)); // 420 and 30 of the 40
}

TEST_CASE("Giving up loses the rest at the last touchpoint and keeps what was gained before") {
  Scenario scenario = restoring();
  scenario.touchpoints[1].rows = {leave(1, 1)};
  const Tally tally = books(scenario);
  CHECK(tally.ledger[1] == account(120, 420, 10, 40, 0));
  CHECK(tally.personas[0].value == to_fixed(40));
  CHECK(tally.personas[0].booked == to_fixed(30));
}

TEST_CASE("Time beyond what is counted loses nothing more") {
  Scenario scenario = restoring();
  scenario.touchpoints[1].takes = Distribution::constant(1200);
  const Tally tally = books(scenario);
  CHECK(tally.ledger[1] == account(540, 0, 10, 40, 0));
  CHECK(tally.personas[0].value == to_fixed(40));
}

TEST_CASE("A visit that patience ends gains no outcome but has been paid") {
  Scenario scenario = restoring();
  TouchpointSpec& wait = scenario.touchpoints[1];
  wait.takes = Distribution::constant(0);
  wait.behind = WorkSpec{0, 1, Distribution::constant(120)};
  wait.patience = Distribution::constant(30);
  wait.price = 2;
  wait.rows = {to(2, 1), give_up(1)};
  const Tally tally = books(scenario);
  CHECK(tally.ledger[1] == account(30, 510, 0, 0, 2));
  CHECK(tally.personas[0].booked == 0);
}

TEST_CASE("Nobody who is still under way is in an account") {
  Scenario scenario = restoring();
  scenario.experiment.journeys.reset();
  scenario.arrivals = steady(0.1);
  scenario.experiment.horizon = ticks_per_week;
  scenario.experiment.run_out = 0;
  scenario.touchpoints[1].takes = Distribution::constant(12 * 24 * 60);
  const Tally tally = simulate(plan_of(scenario), 0);
  CHECK(tally.personas[0].censored > 0);
  CHECK(tally.personas[0].finished == 0);
  CHECK(tally.personas[0].potential == 0);
  CHECK(tally.ledger[0] == LedgerTally{});
}

TEST_CASE("Booked value falls into bins from nothing to the largest value") {
  CHECK(value_bin(-5, 64) == 0);
  CHECK(value_bin(0, 64) == 0);
  CHECK(value_bin(1, 64) == 1);
  CHECK(value_bin(63, 64) == 63);
  CHECK(value_bin(64, 64) == 63);
  CHECK(value_bin(1000, 64) == 63);
  CHECK(value_bin(5, 0) == 0);
  const Tally tally = books(restoring());
  const std::size_t bin = value_bin(to_fixed(240), to_fixed(640));
  CHECK(tally.value_bins[bin] == 1);
  CHECK(tally.value_sums[bin] == to_fixed(240));
}

TEST_CASE("Journeys without money keep no books") {
  Scenario scenario = restoring();
  scenario.value = {};
  scenario.touchpoints[0].price = 0;
  scenario.touchpoints[1].outcome = 0;
  const Plan plan = plan_of(scenario, 1);
  CHECK_FALSE(plan.keeps_books);
  CHECK(simulate(plan, 0).ledger.empty());
  CHECK(simulate(plan, 0).value_bins.empty());
}
