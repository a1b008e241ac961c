// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <benchmark/benchmark.h>

// Events and visits per second of the service engine: the service desk (M/M/12 with patience) and
// the shipped incident journey with its mechanisms.
namespace {

using namespace sojourn;

void run(benchmark::State& state, const Plan& plan) {
  std::int64_t events = 0, visits = 0;
  std::uint32_t replication = 0;
  for (auto _ : state) {
    const Tally tally = simulate(plan, replication++);
    events += tally.events;
    for (const PersonaTally& persona : tally.personas) {
      visits += persona.visits;
    }
  }
  state.counters["events/s"] =
      benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
  state.counters["ns/visit"] =
      benchmark::Counter(static_cast<double>(visits) * 1e-9,
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void desk(benchmark::State& state) {
  Scenario scenario = build::desk(60, Distribution::exponential(10), 12);
  scenario.touchpoints[0].rows.push_back(build::give_up(1));
  scenario.touchpoints[0].patience = Distribution::exponential(5);
  run(state, build::plan_of(scenario));
}
BENCHMARK(desk)->Name("service/desk");

void incident(benchmark::State& state) {
  const Loaded loaded = load_scenario(SOJOURN_SOURCE_DIR "/scenarios/incident.yaml");
  if (!loaded.ok()) {
    state.SkipWithError("scenarios/incident.yaml has problems");
    return;
  }
  run(state, compile(loaded.arms[0].scenario, loaded.arms[0].scenario));
}
BENCHMARK(incident)->Name("service/incident");

} // namespace
