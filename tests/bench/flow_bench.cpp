// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/engine/executor.hpp"
#include "sim/engine/flow.hpp"
#include "tests/bench/agent_loop.hpp"
#include "tests/bench/journey12.hpp"
#include "tests/bench/limit.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <string>
#include <vector>

SOJOURN_DECLARE_LIMIT(baseline)
#if defined(__x86_64__)
SOJOURN_DECLARE_LIMIT(v3)
SOJOURN_DECLARE_LIMIT(v4)
#endif

// The flow engine beside its limit (the words and transcendentals of the same visits alone) and a
// straightforward agent loop of the same journey. The three take turns, so that a noisy machine
// disturbs them alike; every figure is a median over the turns, the ratios are of those.
namespace {

using namespace sojourn;

// Per visit: one block of words; plain: an exponential duration. With psychology: normals of
// duration and feeling; exp of the duration, of salience and recency, of what is left of good and
// bad memories of this place and of the four that a list can lead to, of what spending fades to, and
// of the weights of four options; log of what is spent.
constexpr bench::VisitNeeds plain_needs{4, 0, 0, 0, 1};
constexpr bench::VisitNeeds full_needs{4, 2, 18, 1, 0};

constexpr std::int64_t people = 200'000;
constexpr int loop_people = 20'000;
constexpr int turns = 15;

/// Nanoseconds of `work`, per visit; `work` returns how many visits it made.
template <class Work> double ns_per_visit(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  const std::int64_t visits = work();
  const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
  return taken.count() / static_cast<double>(visits);
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

auto limit_of(const std::string& kernel) {
#if defined(__x86_64__)
  return kernel == "v4" ? v4::limit : kernel == "v3" ? v3::limit : baseline::limit;
#else
  return baseline::limit;
#endif
}

struct Turns {
  std::vector<double> flow, limit, loop;
  double visits_per_journey = 0;

  void take(const Plan& plan, const bench::VisitNeeds& needs, const std::string& kernel,
            bool psychology, std::uint32_t turn) {
    std::int64_t visits = 0;
    flow.push_back(ns_per_visit([&] {
      const Tally tally = simulate(plan, turn);
      return visits = tally.personas[0].visits;
    }));
    visits_per_journey = static_cast<double>(visits) / static_cast<double>(people);
    limit.push_back(ns_per_visit([&] {
      benchmark::DoNotOptimize(limit_of(kernel)(static_cast<std::size_t>(visits), needs));
      return visits;
    }));
    loop.push_back(
        ns_per_visit([&] { return bench::agent_loop(psychology, loop_people, turn + 1); }));
  }
};

void flow(benchmark::State& state, bool psychology, const std::string& kernel) {
  const std::string widest(kernel_name());
  if (!select_kernel(kernel)) {
    state.SkipWithError("not on this machine");
    return;
  }
  const Scenario scenario = bench::journey12_scenario(psychology);
  const Plan plan = compile(scenario, scenario, {people});
  const bench::VisitNeeds& needs = psychology ? full_needs : plain_needs;
  Turns all;
  std::uint32_t turn = 0;
  for (auto _ : state) {
    all.take(plan, needs, kernel, psychology, turn++);
    state.SetIterationTime(all.flow.back() * 1e-9 * all.visits_per_journey * people);
  }
  const double ns = median(all.flow), limit = median(all.limit), loop = median(all.loop);
  state.SetLabel(std::to_string(needs.words) + " words, " +
                 std::to_string(needs.transcendentals()) + " transcendentals per visit");
  state.counters["ns/visit"] = ns;
  state.counters["limit_ns"] = limit;
  state.counters["of_limit"] = limit / ns;
  state.counters["loop_ns"] = loop;
  state.counters["x_loop"] = loop / ns;
  state.counters["journeys/s"] = 1e9 / (ns * all.visits_per_journey);
  (void)select_kernel(widest);
}

std::int64_t run_on(Executor& executor, const Plan& plan, std::vector<std::int64_t>& visits) {
  executor.for_each(visits.size(), [&](std::size_t chunk) {
    visits[chunk] = simulate_chunk(plan, 0, chunk).personas[0].visits;
  });
  std::int64_t all = 0;
  for (const std::int64_t some : visits) {
    all += some;
  }
  return all;
}

void two_threads(benchmark::State& state) {
  const Scenario scenario = bench::journey12_scenario(true);
  const Plan plan = compile(scenario, scenario, {people});
  const auto one = make_executor(ExecutorKind::threads, 1);
  const auto two = make_executor(ExecutorKind::threads, 2);
  std::vector<std::int64_t> visits(n_chunks(plan));
  std::vector<double> by_one, by_two;
  for (auto _ : state) {
    by_one.push_back(ns_per_visit([&] { return run_on(*one, plan, visits); }));
    by_two.push_back(ns_per_visit([&] { return run_on(*two, plan, visits); }));
    state.SetIterationTime(by_two.back() * 1e-9);
  }
  state.counters["ns/visit"] = median(by_two);
  state.counters["x_one_thread"] = median(by_one) / median(by_two);
}

int register_all() {
  for (const bool psychology : {false, true}) {
    for (const char* kernel : {"baseline", "v3", "v4"}) {
      const std::string name = kernel;
      const std::string what = psychology ? "psychology" : "plain";
      benchmark::RegisterBenchmark(("flow/" + what + "/" + name).c_str(),
                                   [=](benchmark::State& s) { flow(s, psychology, name); })
          ->UseManualTime()
          ->Iterations(turns);
    }
  }
  benchmark::RegisterBenchmark("flow/two_threads", two_threads)->UseManualTime()->Iterations(turns);
  return 0;
}
const int registered = register_all();

} // namespace
