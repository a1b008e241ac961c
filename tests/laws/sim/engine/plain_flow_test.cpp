// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/flow_people.hpp"
#include "sim/engine/service_engine.hpp"
#include "tests/bench/journey12.hpp"

#include <catch2/catch.hpp>

// Journeys without waits run in registers only. One by one through the service engine they are the
// same journeys.
namespace {

using namespace sojourn;

class Collect final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

void compare(const Scenario& scenario) {
  const Plan plan = compile(scenario, scenario, {3'000});
  REQUIRE_FALSE(plan.any_special);
  Collect flow;
  const Tally together = simulate_flow(plan, 1, 0, &flow);
  for (std::uint32_t i = 0; i < 3'000; ++i) {
    Watch watch(plan, i);
    ServiceEngine engine(plan, 1, true);
    engine.watch(&watch);
    engine.run_alone(cohort_member(plan, 1, i));
    REQUIRE(watch.journey().row == flow.rows[i]);
  }
  CHECK(together.personas[0].journeys == 3'000);
}

Scenario without_psychology(Scenario scenario) {
  for (PersonaSpec& persona : scenario.personas) {
    persona.parameters = {};
  }
  return scenario;
}

} // namespace

TEST_CASE("Plain journeys side by side are the journeys of the service engine, one by one") {
  compare(bench::journey12_scenario(true));
}

TEST_CASE("So they are without feelings, and with feelings but no mechanism") {
  compare(bench::journey12_scenario(false));
  compare(without_psychology(bench::journey12_scenario(true)));
}
