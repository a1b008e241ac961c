// SPDX-License-Identifier: Apache-2.0
#include "models/luck/quantile.hpp"
#include "models/luck/stream.hpp"

#include <array>
#include <benchmark/benchmark.h>
#include <string>

// ns per operation of each part of luck, one lane and the kernel's lanes. The counter `ns/op` is
// the figure to read; compile with -march to choose the instruction set.
namespace {

using namespace sojourn;

constexpr std::size_t n_values = 1024;

template <class F> using Word = typename Lanes<F>::Word;

struct Columns1024 {
  std::array<std::uint32_t, n_values> words{};
  std::array<float, n_values> values{};
  std::array<float, n_values> results{};
  std::array<std::uint32_t, 4 * n_values> blocks{};

  Columns1024() {
    const Address at{.seed = 7, .replication = 0, .agent = 0, .touchpoint = 0, .occurrence = 0};
    Stream stream(at, Purpose::design);
    for (std::size_t i = 0; i < n_values; ++i) {
      words[i] = stream();
      values[i] = static_cast<float>(0.001 + 20 * uniform_open(words[i]));
    }
  }
};

/// Runs `operation(columns, first)` over all values in steps of F's width.
template <class F, class Operation> void over_lanes(benchmark::State& state, Operation operation) {
  Columns1024 columns;
  for (auto _ : state) {
    for (std::size_t i = 0; i < n_values; i += static_cast<std::size_t>(Lanes<F>::width)) {
      operation(columns, i);
    }
    benchmark::DoNotOptimize(columns.results.data());
    benchmark::ClobberMemory();
  }
  state.counters["ns/op"] = benchmark::Counter(static_cast<double>(n_values) * 1e-9,
                                               benchmark::Counter::kIsIterationInvariantRate |
                                                   benchmark::Counter::kInvert);
}

template <class F> void bench_exp(benchmark::State& state) {
  over_lanes<F>(state, [](Columns1024& c, std::size_t i) {
    store(&c.results[i], exp(load<F>(&c.values[i]) - 10.0F));
  });
}

template <class F> void bench_log(benchmark::State& state) {
  over_lanes<F>(state, [](Columns1024& c, std::size_t i) {
    store(&c.results[i], log(load<F>(&c.values[i])));
  });
}

template <class F> void bench_pow(benchmark::State& state) {
  over_lanes<F>(state, [](Columns1024& c, std::size_t i) {
    store(&c.results[i], pow(load<F>(&c.values[i]), broadcast<F>(0.88F)));
  });
}

template <class F> void bench_normal(benchmark::State& state) {
  over_lanes<F>(state, [](Columns1024& c, std::size_t i) {
    store(&c.results[i], normal_from_word<F>(load<Word<F>>(&c.words[i])));
  });
}

template <class F> void bench_block(benchmark::State& state) {
  over_lanes<F>(state, [](Columns1024& c, std::size_t i) {
    const auto agent = load<Word<F>>(&c.words[i]);
    const auto out = words<F>(7, 1, agent, agent, agent & 0xffffU, Purpose::visit);
    for (std::size_t k = 0; k < 4; ++k) {
      store(&c.blocks[k * n_values + i], out.word[k]);
    }
  });
}

template <class F> void bench_quantile(benchmark::State& state, const Distribution& distribution) {
  QuantileTables tables;
  const QuantileForm form = tables.add(distribution);
  const float* rows = tables.rows();
  over_lanes<F>(state, [&](Columns1024& c, std::size_t i) {
    store(&c.results[i], at_word<F>(form, rows, load<Word<F>>(&c.words[i])));
  });
}

void bench_reference_block(benchmark::State& state) {
  std::uint32_t agent = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(philox_reference({++agent, 1, 2, 3}, 7));
  }
}

void bench_table_build(benchmark::State& state, const Distribution& distribution) {
  for (auto _ : state) {
    QuantileTables tables;
    benchmark::DoNotOptimize(tables.add(distribution));
  }
}

template <class F> void register_width(const std::string& lanes) {
  const auto name = [&](const char* what) { return "luck/" + std::string(what) + "/" + lanes; };
  const auto add = [&](const char* what, auto function) {
    benchmark::RegisterBenchmark(name(what).c_str(), function);
  };
  add("exp", bench_exp<F>);
  add("log", bench_log<F>);
  add("pow", bench_pow<F>);
  add("normal", bench_normal<F>);
  add("block of 4 words", bench_block<F>);
  const auto quantile = [&](const char* what, const Distribution& distribution) {
    benchmark::RegisterBenchmark(name(what).c_str(), [=](benchmark::State& state) {
      bench_quantile<F>(state, distribution);
    });
  };
  quantile("lognormal", Distribution::lognormal_median_p90(15, 40));
  quantile("gamma table", Distribution::gamma(2.5, 3));
  quantile("empirical", Distribution::empirical({1, 2, 3, 5, 8}));
}

const bool registered = [] {
  register_width<float>("1 lane");
  register_width<KernelLanes>(std::to_string(Lanes<KernelLanes>::width) + " lanes");
  benchmark::RegisterBenchmark("luck/block of 4 words/Random123", bench_reference_block);
  benchmark::RegisterBenchmark("luck/table build/gamma", [](benchmark::State& state) {
    bench_table_build(state, Distribution::gamma(2.5, 3));
  });
  benchmark::RegisterBenchmark("luck/table build/beta", [](benchmark::State& state) {
    bench_table_build(state, Distribution::beta(2, 3));
  });
  return true;
}();

} // namespace
