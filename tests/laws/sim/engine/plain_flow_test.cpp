// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/flow_people.hpp"
#include "sim/engine/service.hpp"
#include "sim/engine/service_engine.hpp"
#include "tests/bench/journey12.hpp"
#include "tests/unit/sim/engine/build.hpp"
#include "tests/unit/sim/engine/kept_rows.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// Journeys without waits run in registers only. One by one through the service engine they are the
// same journeys.
namespace {

using namespace sojourn;

void compare(const Scenario& scenario) {
  const Plan plan = compile(scenario, scenario, {3'000});
  REQUIRE_FALSE(plan.any_special);
  KeptRows flow;
  const Tally together = simulate_flow(plan, 1, 0, &flow);
  CHECK(together == simulate_flow(plan, 1, 0, nullptr)); // sums alone take a shorter way
  for (std::uint32_t i = 0; i < 3'000; ++i) {
    Watch watch(plan, i);
    ServiceEngine engine(plan, 1, true);
    engine.watch(&watch);
    engine.run_alone(cohort_member(plan, 1, i));
    REQUIRE(watch.journey().row == flow.rows[i]);
  }
  std::int64_t journeys = 0;
  for (const PersonaTally& persona : together.personas) {
    journeys += persona.journeys;
  }
  CHECK(journeys == 3'000);
}

/// A second persona whose traits differ between people, and a second way in.
Scenario with_others(Scenario scenario) {
  PersonaSpec other = scenario.personas.front();
  other.id = "other";
  other.share = 0.4;
  other.parameters[static_cast<std::size_t>(Parameter::loss_aversion_ratio)] =
      Distribution::lognormal_median_p90(1.9, 2.6);
  other.parameters[static_cast<std::size_t>(Parameter::trust_start)] =
      Distribution::uniform(0.2, 0.8);
  other.mood_on_arrival = Distribution::normal(0, 1, -5, 5);
  scenario.personas.push_back(other);
  scenario.arrivals.start_at = {{0, 0.5}, {3, 0.5}};
  return scenario;
}

/// Times of every form: constant, uniform, tabled, steps.
Scenario with_other_times(Scenario scenario) {
  scenario.touchpoints[0].takes = Distribution::constant(3);
  scenario.touchpoints[1].takes = Distribution::uniform(2, 5);
  scenario.touchpoints[2].takes = Distribution::gamma(2.5, 3);
  scenario.touchpoints[3].takes = Distribution::empirical({1, 2, 7});
  scenario.touchpoints[4].takes = Distribution::normal(20, 1);
  scenario.touchpoints[5].takes = Distribution::exponential(9);
  return scenario;
}

Scenario without_psychology(Scenario scenario) {
  for (PersonaSpec& persona : scenario.personas) {
    persona.parameters = {};
  }
  return scenario;
}

/// Whoever comes to a touchpoint goes on from it once: to the next, to an exit or nowhere.
void check_conserved(Tally tally) {
  const auto n = static_cast<std::int32_t>(tally.shape.n_touchpoints);
  const std::int32_t columns = n + static_cast<std::int32_t>(tally.shape.n_exits) + 1;
  for (std::int32_t node = 0; node < n; ++node) {
    std::int64_t in = 0, out = 0;
    for (std::int32_t from = 0; from <= n; ++from) {
      in += tally.move(0, from, node);
    }
    for (std::int32_t to = 0; to < columns; ++to) {
      out += tally.move(0, node, to);
    }
    REQUIRE(in == out);
    REQUIRE(out == tally.visits[static_cast<std::size_t>(node)].visits);
  }
}

} // namespace

TEST_CASE("Plain journeys side by side are the journeys of the service engine, one by one") {
  compare(bench::journey12_scenario(true));
}

TEST_CASE("So they are without feelings, and with feelings but no mechanism") {
  compare(bench::journey12_scenario(false));
  compare(without_psychology(bench::journey12_scenario(true)));
}

TEST_CASE("So they are for two personas, two ways in and times of every form") {
  compare(with_others(bench::journey12_scenario(true)));
  compare(with_others(bench::journey12_scenario(false)));
  compare(with_other_times(bench::journey12_scenario(true)));
  compare(with_other_times(bench::journey12_scenario(false)));
}

TEST_CASE("A journey that goes in circles is stopped, wherever it runs") {
  for (const bool psychology : {false, true}) {
    Scenario scenario = bench::journey12_scenario(psychology);
    RowSpec& back = scenario.touchpoints[11].rows.front(); // who comes here stays
    scenario.touchpoints[11].rows.resize(1);
    back.to = 11;
    back.to_exit = false;
    back.share = 1;
    const Plan plan = compile(scenario, scenario, {100});
    KeptRows rows;
    const Tally kept = simulate_flow(plan, 1, 0, &rows);
    CHECK(kept == simulate_flow(plan, 1, 0, nullptr));
    REQUIRE(kept.personas[0].censored > 0);
    CHECK(kept.flow[11 * (plan.n_touchpoints + plan.n_exits + 1) + plan.n_touchpoints +
                    plan.n_exits] == kept.personas[0].censored);
    check_conserved(kept);
    const auto stopped = std::find_if(rows.rows.begin(), rows.rows.end(),
                                      [](const JourneyRow& row) { return row.exit < 0; });
    CHECK(stopped->n_visits == visit_limit);
    Watch watch(plan, stopped->agent);
    ServiceEngine engine(plan, 1, true);
    engine.watch(&watch);
    engine.run_alone(cohort_member(plan, 1, stopped->agent));
    CHECK(watch.journey().row == *stopped);
  }
}

TEST_CASE("The last move of a journey stopped at the visit limit is counted once in both engines") {
  Scenario scenario = build::desk(0.5, Distribution::constant(0.5), 1);
  scenario.resources[0].unlimited = true;
  scenario.touchpoints[0].rows = {build::to(0, 0.9999), build::leave(0, 0.0001)};
  scenario.experiment.warm_up = 0;
  scenario.experiment.horizon = ticks_per_week / 4;
  const Plan plan = compile(scenario, scenario);
  const Tally flow = simulate_flow(plan, 1, 0, nullptr);
  const Tally service = simulate_service(plan, 1, nullptr);
  REQUIRE(flow.personas[0].censored > 0);
  check_conserved(flow);
  check_conserved(service);
  CHECK(flow.flow == service.flow);
  CHECK(flow.visits == service.visits);
}
