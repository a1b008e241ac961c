// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/engine/executor.hpp"
#include "sim/engine/flow.hpp"
#include "tests/bench/agent_loop.hpp"
#include "tests/bench/journey12.hpp"
#include "tests/bench/limit.hpp"

#include <benchmark/benchmark.h>
#include <string>

SOJOURN_DECLARE_LIMIT(baseline)
#if defined(__x86_64__)
SOJOURN_DECLARE_LIMIT(v3)
SOJOURN_DECLARE_LIMIT(v4)
#endif

// Visits per second of the flow engine, beside the limit (the words and transcendentals of the same
// visits alone) and a straightforward agent loop of the same journey. Read the ratios.
namespace {

using namespace sojourn;

// Per visit: one block of words; plain: one tabled duration. With psychology: normals of duration
// and feeling; exp of the duration, of salience, of recency and of three option weights.
constexpr bench::VisitNeeds plain_needs{4, 0, 0, 0, 1};
constexpr bench::VisitNeeds full_needs{4, 2, 6, 0, 0};

constexpr std::int64_t people = 200'000;

void report(benchmark::State& state, std::int64_t visits) {
  state.SetItemsProcessed(visits);
  state.counters["ns/visit"] =
      benchmark::Counter(static_cast<double>(visits) * 1e-9,
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

std::int64_t run_once(const Plan& plan, std::uint32_t replication) {
  const Tally tally = simulate(plan, replication);
  benchmark::DoNotOptimize(tally.personas[0].finished);
  return tally.personas[0].visits;
}

void flow(benchmark::State& state, bool psychology, const std::string& kernel) {
  if (!select_kernel(kernel)) {
    state.SkipWithError("not on this machine");
    return;
  }
  const Scenario scenario = bench::journey12_scenario(psychology);
  const Plan plan = compile(scenario, scenario, {people});
  std::int64_t visits = 0;
  std::uint32_t replication = 0;
  for (auto _ : state) {
    visits += run_once(plan, replication++);
  }
  report(state, visits);
}

void two_cores(benchmark::State& state) {
  const Scenario scenario = bench::journey12_scenario(true);
  const Plan plan = compile(scenario, scenario, {people});
  const auto executor = make_executor(ExecutorKind::threads, static_cast<int>(state.range(0)));
  std::vector<std::int64_t> visits(n_chunks(plan));
  std::int64_t all = 0;
  for (auto _ : state) {
    executor->for_each(visits.size(), [&](std::size_t chunk) {
      visits[chunk] = simulate_chunk(plan, 0, chunk).personas[0].visits;
    });
    for (const std::int64_t some : visits) {
      all += some;
    }
  }
  report(state, all);
}

void limit(benchmark::State& state, const bench::VisitNeeds& needs, const std::string& kernel) {
  QuantileTables tables;
  (void)tables.add(Distribution::exponential(1));
  constexpr std::size_t visits = 1'000'000;
  std::int64_t all = 0;
  for (auto _ : state) {
#if defined(__x86_64__)
    const auto run = kernel == "v4" ? v4::limit : kernel == "v3" ? v3::limit : baseline::limit;
#else
    const auto run = baseline::limit;
#endif
    benchmark::DoNotOptimize(run(visits, needs, tables.rows()));
    all += static_cast<std::int64_t>(visits);
  }
  state.SetLabel(std::to_string(needs.words) + " words, " + std::to_string(needs.normals) +
                 " normals, " + std::to_string(needs.exps) + " exps, " +
                 std::to_string(needs.tables) + " tables per visit");
  report(state, all);
}

void loop(benchmark::State& state, bool psychology) {
  std::int64_t visits = 0;
  std::uint32_t seed = 1;
  for (auto _ : state) {
    visits += bench::agent_loop(psychology, 20'000, seed++);
  }
  report(state, visits);
}

int register_all() {
  for (const char* kernel : {"baseline", "v3", "v4"}) {
    const std::string name = kernel;
    for (const bool psychology : {false, true}) {
      const std::string what = psychology ? "psychology" : "plain";
      benchmark::RegisterBenchmark(("flow/" + what + "/" + name).c_str(),
                                   [=](benchmark::State& s) { flow(s, psychology, name); });
      if (select_kernel(name)) {
        benchmark::RegisterBenchmark(
            ("limit/" + what + "/" + name).c_str(),
            [=](benchmark::State& s) { limit(s, psychology ? full_needs : plain_needs, name); });
      }
    }
  }
  benchmark::RegisterBenchmark("loop/plain", [](benchmark::State& s) { loop(s, false); });
  benchmark::RegisterBenchmark("loop/psychology", [](benchmark::State& s) { loop(s, true); });
  benchmark::RegisterBenchmark("flow/threads", two_cores)->Arg(1)->Arg(2)->UseRealTime();
  return 0;
}
const int registered = register_all();

} // namespace
