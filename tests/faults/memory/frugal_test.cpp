// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"
#include "tests/faults/memory/scarce.hpp"

#include <catch2/catch.hpp>

// A visit asks for no memory: twice the journeys make no more allocations in the flow engine, and
// the service engine only for the blocks of its lines. Every mechanism acts.
namespace {

using namespace sojourn;

Scenario everything_on(bool unlimited) {
  const Loaded loaded = load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  REQUIRE(loaded.ok());
  Scenario scenario = loaded.arms.front().scenario;
  for (ResourceSpec& resource : scenario.resources) {
    resource.unlimited = resource.unlimited || unlimited;
  }
  for (PersonaSpec& persona : scenario.personas) {
    for (const ParameterRow& row : parameter_rows) {
      auto& number = persona.parameters[static_cast<std::size_t>(row.parameter)];
      const bool strength = strength_of(row.mechanism) == row.parameter;
      number = number ? number : Distribution::constant(strength ? 1 : row.default_value);
    }
  }
  scenario.experiment.warm_up = 0;
  return scenario;
}

template <class Work> long allocations(const Work& work) {
  scarce::begin(0, false);
  work();
  scarce::end();
  return scarce::calls();
}

std::int64_t visits(const Tally& tally) {
  std::int64_t n = 0;
  for (const PersonaTally& persona : tally.personas) {
    n += persona.visits;
  }
  return n;
}

} // namespace

TEST_CASE("frugal: the flow engine asks for no memory in a visit") {
  const Scenario scenario = everything_on(true);
  std::int64_t few = 0, many = 0;
  const Plan small = compile(scenario, scenario, {4'000}),
             large = compile(scenario, scenario, {16'000});
  const long once = allocations([&] { few = visits(simulate_flow(small, 0, 0, nullptr)); });
  const long again = allocations([&] { many = visits(simulate_flow(large, 0, 0, nullptr)); });
  CHECK(many > 3 * few);
  CHECK(few > 10'000);
  CHECK(once > 0);
  CHECK(again == once);
}

TEST_CASE("frugal: the service engine asks for memory for its lines, not for visits") {
  Scenario scenario = everything_on(false);
  std::int64_t few = 0, many = 0;
  const auto weeks = [&](int n, std::int64_t& made) {
    scenario.experiment.horizon = n * ticks_per_week;
    const Plan plan = compile(scenario, scenario);
    REQUIRE(plan.contended);
    return allocations([&] { made = visits(simulate_service(plan, 0, nullptr)); });
  };
  const long short_run = weeks(8, few), long_run = weeks(32, many);
  CHECK(many - few > 20'000);
  CHECK(20 * (long_run - short_run) < many - few); // lines are kept in blocks of requests
}
