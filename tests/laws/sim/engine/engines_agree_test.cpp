// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <vector>

// Where nobody has to share, both engines are the same world: equal rows and equal tallies, bit for
// bit, on the shipped incident journey with every mechanism switched on for everyone.
namespace {

using namespace sojourn;

class Collect final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

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
    Collect flow, service;
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
    n += flow.rows.size();
  }
}

TEST_CASE("Every build of the flow kernel gives the same rows") {
  const Scenario scenario = everything_on();
  const Plan plan = compile(scenario, scenario);
  const std::string chosen(kernel_name());
  Collect first;
  (void)simulate_flow(plan, 5, 0, &first);
  for (const char* name : {"baseline", "v3", "v4"}) {
    if (select_kernel(name)) {
      Collect rows;
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
  Collect small, large;
  (void)simulate_flow(few, 2, 0, &small);
  (void)simulate_flow(many, 2, 0, &large);
  (void)simulate_flow(many, 2, 1, &large);
  REQUIRE(large.rows.size() == 20'000);
  for (std::size_t i = 0; i < small.rows.size(); ++i) {
    REQUIRE(small.rows[i] == large.rows[i]);
  }
}
