// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/build.hpp"
#include "tests/unit/sim/engine/kept_rows.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <vector>

// Where nobody has to share, both engines are the same world: equal rows and equal tallies, bit for
// bit, on the shipped incident journey with every mechanism switched on for everyone.
namespace {

using namespace sojourn;

Scenario everything_on() {
  const Loaded loaded = load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  REQUIRE(loaded.ok());
  Scenario scenario = loaded.arms.front().scenario;
  for (ResourceSpec& resource : scenario.resources) {
    resource.unlimited = true;
  }
  for (TouchpointSpec& touchpoint : scenario.touchpoints) {
    if (touchpoint.id == "wait_fix") {
      touchpoint.updates_every_min = 30;
    }
    if (touchpoint.promise) {
      touchpoint.feels.sooner_per_hour = .2;
      touchpoint.feels.later_per_hour = -.4;
    }
  }
  for (PersonaSpec& persona : scenario.personas) {
    for (const ParameterRow& row : parameter_rows) {
      auto& parameter = persona.parameters[static_cast<std::size_t>(row.parameter)];
      if (!parameter) {
        const bool strength = strength_of(row.mechanism) == row.parameter;
        parameter = Distribution::constant(strength ? 1 : row.default_value);
      }
    }
    auto& ratio = persona.parameters[static_cast<std::size_t>(Parameter::loss_aversion_ratio)];
    ratio = Distribution::lognormal_median_p90(1.9, 2.6); // a trait that differs between people
    persona.expectation_error = 0.5;
    persona.expects = Distribution::lognormal_median_p90(120, 600);
  }
  return scenario;
}

} // namespace

TEST_CASE("Without contention both engines give the same rows bit for bit") {
  const Scenario scenario = everything_on();
  Plan plan = compile(scenario, scenario);
  REQUIRE_FALSE(plan.contended);
  std::size_t n = 0;
  for (std::uint32_t replication = 0; n < 100'000; ++replication) {
    KeptRows flow, service;
    const Tally by_flow = simulate_flow(plan, replication, 0, &flow);
    const Tally by_service = simulate_service(plan, replication, &service);
    REQUIRE(flow.rows.size() == service.rows.size());
    for (std::size_t i = 0; i < flow.rows.size(); ++i) {
      REQUIRE(flow.rows[i] == service.rows[i]);
    }
    REQUIRE(by_flow.flow == by_service.flow);
    REQUIRE(by_flow.affect_bins == by_service.affect_bins);
    REQUIRE(by_flow.ledger == by_service.ledger);
    REQUIRE(by_flow.value_sums == by_service.value_sums);
    REQUIRE(by_flow.spells == by_service.spells);
    for (std::size_t i = 0; i < plan.resources.size(); ++i) {
      REQUIRE(by_service.resources[i].busy > 0);
      REQUIRE(by_flow.resources[i].busy == by_service.resources[i].busy);
    }
    n += flow.rows.size();
  }
}

TEST_CASE("Both engines withdraw the work of those who leave before it begins") {
  Scenario scenario = build::desk(6, Distribution::exponential(30), 1);
  scenario.calendars.push_back(build::office());
  scenario.resources[0].unlimited = true;
  scenario.resources[0].calendar = 1;
  PersonaSpec& persona = scenario.personas[0];
  persona.patience = Distribution::exponential(600);
  TouchpointSpec back = build::touchpoint("back", Distribution::constant(5));
  back.behind = WorkSpec{0, 2, Distribution::exponential(400)};
  back.rows = {build::to(0, 0.4), build::leave(0, 0.6), build::give_up(1)};
  scenario.touchpoints[0].rows = {build::to(1, 1.0), build::give_up(1)};
  scenario.touchpoints.push_back(back);
  scenario.touchpoints[1].updates_every_min = 200;
  scenario.experiment.run_out = ticks_per_day; // some are still there
  const Plan plan = compile(scenario, scenario);
  for (std::uint32_t replication = 0; replication < 5; ++replication) {
    const Tally flow = simulate_flow(plan, replication, 0, nullptr);
    const Tally service = simulate_service(plan, replication, nullptr);
    REQUIRE(flow.personas[0].outcomes[static_cast<std::size_t>(Outcome::lost)] > 1000);
    REQUIRE(flow.resources[0].busy == service.resources[0].busy);
    REQUIRE(flow.spells == service.spells);
    REQUIRE(flow.flow == service.flow);
  }
}

TEST_CASE("Of a cohort all the work counts, whenever it is done") {
  Scenario scenario = build::desk(6, Distribution::constant(30), 1);
  scenario.resources[0].unlimited = true;
  scenario.touchpoints[0].needs->units = 2;
  const Plan plan = compile(scenario, scenario, {1'000});
  CHECK(simulate_flow(plan, 0, 0, nullptr).resources[0].busy == 1'000 * 2 * 30 * ticks_per_minute);
}

TEST_CASE("Every build of the flow kernel gives the same rows") {
  const Scenario scenario = everything_on();
  const Plan plan = compile(scenario, scenario);
  const std::string chosen(kernel_name());
  KeptRows first;
  (void)simulate_flow(plan, 5, 0, &first);
  for (const char* name : {"baseline", "v3", "v4"}) {
    if (select_kernel(name)) {
      KeptRows rows;
      (void)simulate_flow(plan, 5, 0, &rows);
      CHECK(rows.rows == first.rows);
    }
  }
  REQUIRE(select_kernel(chosen));
}

TEST_CASE("A journey replayed in another chunk or cohort is the same journey") {
  const Scenario scenario = everything_on();
  const Plan few = compile(scenario, scenario, {1'000});
  const Plan many = compile(scenario, scenario, {20'000});
  KeptRows small, large;
  (void)simulate_flow(few, 2, 0, &small);
  (void)simulate_flow(many, 2, 0, &large);
  (void)simulate_flow(many, 2, 1, &large);
  REQUIRE(large.rows.size() == 20'000);
  for (std::size_t i = 0; i < small.rows.size(); ++i) {
    REQUIRE(small.rows[i] == large.rows[i]);
  }
}
