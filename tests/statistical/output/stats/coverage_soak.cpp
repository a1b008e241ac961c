// SPDX-License-Identifier: Apache-2.0
// Coverage of every kind of 95 % interval over 5,000 independent experiments on known models, at
// 10, 30 and 100 replications, printed as the table in output/stats/README.md.
#include "output/stats/break_even.hpp"
#include "output/stats/control_variate.hpp"
#include "output/stats/shapley.hpp"
#include "output/stats/student.hpp"
#include "output/stats/tail.hpp"
#include "output/text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <random>

using namespace sojourn::output;

namespace {

constexpr int experiments = 5000;
constexpr std::array sizes{10, 30, 100};

using Values = std::vector<double>;
using Rows = std::vector<Values>;

class SoakLuck {
public:
  explicit SoakLuck(unsigned seed) : bits_(seed) {}
  double normal(double spread = 1) { return spread * normal_(bits_); }
  double exponential() { return exponential_(bits_); }
  double uniform(double low, double high) {
    return low + (high - low) * static_cast<double>(bits_() >> 11) * 0x1p-53;
  }
  double binomial(int n, double p) { return std::binomial_distribution<int>(n, p)(bits_); }
  std::mt19937_64& bits() { return bits_; }

private:
  std::mt19937_64 bits_;
  std::normal_distribution<double> normal_;
  std::exponential_distribution<double> exponential_{1.0};
};

template <class Draw> Values drawn(int n, Draw draw) {
  Values values(static_cast<std::size_t>(n));
  for (auto& value : values)
    value = draw();
  return values;
}

bool within(double lower, double truth, double upper) { return lower <= truth && truth <= upper; }
bool holds(const Interval& interval, double truth) {
  return within(interval.lower, truth, interval.upper);
}
bool holds(const VariancePart& part, double truth) { return within(part.lower, truth, part.upper); }

bool mean_normal(SoakLuck& luck, int n) {
  return holds(mean_interval(drawn(n, [&] { return 2 + luck.normal(3); })), 2);
}

bool mean_exponential(SoakLuck& luck, int n) {
  return holds(mean_interval(drawn(n, [&] { return luck.exponential(); })), 1);
}

bool paired(SoakLuck& luck, int n) {
  Values a, b;
  for (int r = 0; r < n; ++r) {
    b.push_back(luck.exponential());
    a.push_back(b.back() + 0.5 + luck.normal());
  }
  return holds(paired_difference(a, b), 0.5);
}

// 20 journeys per replication, independent.
bool wilson_independent(SoakLuck& luck, int n) {
  return holds(wilson(luck.binomial(20 * n, 0.1), 20 * n), 0.1);
}

// 50 journeys per replication whose chance differs between replications.
bool wilson_of_clusters(SoakLuck& luck, int n, bool honest) {
  Values successes = drawn(n, [&] { return luck.binomial(50, luck.uniform(0.1, 0.5)); });
  double all = 0;
  for (const double one : successes)
    all += one;
  const double effect = honest ? design_effect(successes, Values(successes.size(), 50.0)) : 1;
  return holds(wilson(all, 50.0 * n, 0.95, effect), 0.3);
}

bool wilson_clustered(SoakLuck& luck, int n) { return wilson_of_clusters(luck, n, true); }
bool wilson_forgetful(SoakLuck& luck, int n) { return wilson_of_clusters(luck, n, false); }

// 1 to 20 people per replication, whose outcome depends on how many came.
bool ratio(SoakLuck& luck, int n) {
  Values outcomes, people;
  for (int r = 0; r < n; ++r) {
    people.push_back(1.0 + static_cast<double>(luck.bits()() % 20));
    outcomes.push_back(people.back() + 4 + luck.exponential() - 1);
  }
  return holds(ratio_interval(outcomes, people), 1 + 4 / 10.5);
}

// Worths of 16 coalitions: common luck, noise of their own, effects 4, 3, 2, 1 and a pair.
double mean_worth(std::size_t set) {
  double worth = (set & 3) == 3 ? -2 : 0;
  for (std::size_t i = 0; i < 4; ++i)
    worth += (set >> i & 1) != 0 ? 4 - static_cast<double>(i) : 0;
  return worth;
}

Rows coalition_worths(SoakLuck& luck, int n) {
  Rows worths(16);
  for (int r = 0; r < n; ++r) {
    const double shared = luck.exponential();
    for (std::size_t set = 0; set < 16; ++set)
      worths[set].push_back(mean_worth(set) + 5 * shared + luck.normal());
  }
  return worths;
}

bool shapley_value(SoakLuck& luck, int n) {
  return holds(estimate_shapley(coalition_worths(luck, n)).shapley[0], 3);
}

bool shapley_interaction(SoakLuck& luck, int n) {
  return holds(estimate_shapley(coalition_worths(luck, n)).interactions[1], -2);
}

// 12 orders and their reverses; effects overlap, so that orders matter.
bool sampled_shapley(SoakLuck& luck, int n) {
  SampledShapley sampled(4, 12, n);
  const auto worths = coalition_worths(luck, n);
  std::array order{0, 1, 2, 3};
  for (int unit = 0; unit < 12; ++unit) {
    std::shuffle(order.begin(), order.end(), luck.bits());
    for (int both = 0; both < 2; ++both, std::reverse(order.begin(), order.end()))
      for (int r = 0; r < n; ++r) {
        std::array<double, 5> along{worths[0][static_cast<std::size_t>(r)]};
        std::size_t set = 0;
        for (std::size_t j = 0; j < 4; ++j) {
          set |= std::size_t{1} << order[j];
          along[j + 1] = worths[set][static_cast<std::size_t>(r)];
        }
        sampled.add(unit, r, order, along);
      }
  }
  return holds(sampled.estimate(0).mean, 3);
}

template <class Draw> bool controlled(SoakLuck& luck, int n, Draw draw) {
  Values y, c, d;
  for (int r = 0; r < n; ++r) {
    c.push_back(draw());
    d.push_back(c.back() + luck.normal());
    y.push_back(1 + c.back() + 2 * d.back() + luck.normal(0.5));
  }
  return holds(controlled_mean(y, std::array{Control{c, 0}, Control{d, 0}}).adjusted, 1);
}

bool controlled_normal(SoakLuck& luck, int n) {
  return controlled(luck, n, [&] { return luck.normal(); });
}

bool controlled_skewed(SoakLuck& luck, int n) {
  return controlled(luck, n, [&] { return luck.exponential() - 1; });
}

bool break_even_time(SoakLuck& luck, int n) {
  const auto gain = mean_interval(drawn(n, [&] { return 2 + luck.normal(3); }));
  const auto result = break_even(100, gain);
  return within(result.earliest, 50, result.latest);
}

// 100 journeys per replication, a quarter of their variance shared; all together N(0, 1). What a
// replication adds to the tail has skewness -3.1 (an exponential: 2), so that t covers less.
bool tail(SoakLuck& luck, int n) {
  std::vector<TailHistogram> replications;
  for (int r = 0; r < n; ++r) {
    auto& now = replications.emplace_back(-6, 6, 240);
    const double shared = luck.normal(0.5);
    for (int journey = 0; journey < 100; ++journey)
      now.add(shared + luck.normal(std::sqrt(0.75)));
  }
  return holds(tail_interval(replications, 0.1), -1.75498);
}

// 10 draws of parameters (spread 1) on n replications of common luck (spread 2), interaction 0.5.
// `truth` adds the one true draw.
struct Layout {
  VarianceParts parts;
  double truth;
};

Layout crossed(SoakLuck& luck, int n) {
  const auto shared = drawn(n, [&] { return luck.normal(2); });
  Rows values(10);
  for (auto& row : values) {
    const double draw = luck.normal();
    for (const double one : shared)
      row.push_back(draw + one + luck.normal(0.5));
  }
  return {crossed_parts(values), luck.normal()};
}

Layout nested(SoakLuck& luck, int n) {
  Rows values(10);
  for (auto& row : values) {
    const double draw = luck.normal();
    row = drawn(n, [&] { return draw + luck.normal(2); });
  }
  return {nested_parts(values), luck.normal()};
}

using Experiment = bool (*)(SoakLuck&, int);

struct CoverageRow {
  const char* type;
  Experiment experiment;
  std::array<double, 3> theory; // at 10, 30, 100 replications
  double slack;                 // of an approximate theory; the 4.5 standard errors come on top
};

// Exact: normal values. Exponential: one to three million experiments. Clustered shares: a
// normal quantile over n - 1 clusters, P(|t| < 1.96). CVaR: as exponential. Sampled orders and true
// parameters of nested draws: at least 95 %.
constexpr std::array nominal{0.95, 0.95, 0.95};

const CoverageRow rows[] = {
    {"mean, normal (t)", mean_normal, nominal, 0},
    {"mean, exponential (t)", mean_exponential, {0.9005, 0.9273, 0.9415}, 0},
    {"paired difference (t)", paired, nominal, 0},
    {"share, independent (Wilson)", wilson_independent, nominal, 0.005},
    {"share, clustered (Wilson, design effect)", wilson_clustered, {0.918, 0.940, 0.947}, 0.01},
    {"ratio (delta method, t)", ratio, nominal, 0.01},
    {"Shapley value (t)", shapley_value, nominal, 0},
    {"Shapley interaction (t)", shapley_interaction, nominal, 0},
    {"Shapley value, sampled orders", sampled_shapley, nominal, 0.02},
    {"mean with two controls, normal", controlled_normal, nominal, 0},
    {"mean with two controls, one skewed", controlled_skewed, nominal, 0.01},
    {"break-even time", break_even_time, nominal, 0},
    {"CVaR 10 %, clustered", tail, {0.910, 0.928, 0.940}, 0.01},
    {"crossed: mean", [](SoakLuck& luck, int n) { return holds(crossed(luck, n).parts.mean, 0); },
     nominal, 0.01},
    {"crossed: true parameters",
     [](SoakLuck& luck, int n) {
       const auto layout = crossed(luck, n);
       return holds(layout.parts.truth, layout.truth);
     },
     nominal, 0.01},
    {"crossed: variance from parameters",
     [](SoakLuck& luck, int n) { return holds(crossed(luck, n).parts.parameters, 1); }, nominal,
     0.01},
    {"crossed: variance from luck",
     [](SoakLuck& luck, int n) { return holds(crossed(luck, n).parts.luck, 4); }, nominal, 0.01},
    {"crossed: variance from interaction",
     [](SoakLuck& luck, int n) { return holds(crossed(luck, n).parts.interaction, 0.25); }, nominal,
     0},
    {"nested: mean", [](SoakLuck& luck, int n) { return holds(nested(luck, n).parts.mean, 0); },
     nominal, 0},
    {"nested: true parameters",
     [](SoakLuck& luck, int n) {
       const auto layout = nested(luck, n);
       return holds(layout.parts.truth, layout.truth);
     },
     nominal, 0.02},
    {"nested: variance from parameters",
     [](SoakLuck& luck, int n) { return holds(nested(luck, n).parts.parameters, 1); }, nominal,
     0.01},
    {"nested: variance from luck",
     [](SoakLuck& luck, int n) { return holds(nested(luck, n).parts.luck, 4); }, nominal, 0},
};

double coverage(const CoverageRow& row, int n, unsigned seed) {
  SoakLuck luck(seed);
  int hits = 0;
  for (int i = 0; i < experiments; ++i)
    hits += row.experiment(luck, n) ? 1 : 0;
  return static_cast<double>(hits) / experiments;
}

bool in_band(const CoverageRow& row, std::size_t size, double share) {
  const double theory = row.theory[size];
  const double errors = 4.5 * std::sqrt(theory * (1 - theory) / experiments);
  return std::abs(share - theory) <= errors + row.slack;
}

} // namespace

TEST_CASE("every kind of 95 % interval covers as its theory says", "[stats][soak]") {
  std::cout << "| interval | R = 10 | 30 | 100 |\n|---|---|---|---|\n";
  unsigned seed = 1000;
  for (const auto& row : rows) {
    std::string line = text("| {} |", row.type);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      const double share = coverage(row, sizes[i], ++seed);
      append(line, " {:.3f} |", share);
      INFO(row.type << " at " << sizes[i] << " replications: " << share);
      CHECK(in_band(row, i, share));
      CHECK((sizes[i] < 30 || share >= 0.92));
    }
    std::cout << line << std::endl;
  }
  // Wrong: clustered journeys taken as independent.
  const CoverageRow wrong{"", wilson_forgetful, {0.918, 0.940, 0.947}, 0.01};
  for (std::size_t i = 0; i < sizes.size(); ++i)
    CHECK_FALSE(in_band(wrong, i, coverage(wrong, sizes[i], ++seed)));
}
