// SPDX-License-Identifier: Apache-2.0
// How often intervals contain the truth. Fixed seeds; a share of `trials` may be off by 4.5
// standard errors (alpha 7e-6 per check). Beside each stands a wrong model that the same check
// rejects.
#include "output/stats/estimate.hpp"
#include "output/stats/student.hpp"
#include "output/stats/survival.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <random>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;

namespace {

constexpr int trials = 20000;

double tolerance(double share) { return 4.5 * std::sqrt(share * (1 - share) / trials); }

bool covers(const Interval& interval, double truth) {
  return interval.lower <= truth && truth <= interval.upper;
}

/// Share of trials in which `trial(bits)` is true.
template <class Trial> double frequency(unsigned seed, Trial trial, int n = trials) {
  std::mt19937_64 bits(seed);
  int hits = 0;
  for (int i = 0; i < n; ++i)
    hits += trial(bits) ? 1 : 0;
  return static_cast<double>(hits) / n;
}

template <class Draw> std::vector<double> sample(std::mt19937_64& bits, int n, Draw draw) {
  std::vector<double> values(static_cast<std::size_t>(n));
  for (auto& value : values)
    value = draw(bits);
  return values;
}

std::normal_distribution<double> normal(2.0, 3.0);
std::exponential_distribution<double> exponential(1.0);

/// P(the interval of k in n covers p), by summing the binomial: no simulation needed.
template <class Make> double exact_coverage(int n, double p, Make make) {
  double total = 0;
  for (int k = 0; k <= n; ++k) {
    const double log_p = std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                         k * std::log(p) + (n - k) * std::log1p(-p);
    total += covers(make(k, n), p) ? std::exp(log_p) : 0.0;
  }
  return total;
}

Interval wald(int k, int n) {
  Interval interval;
  const double p = static_cast<double>(k) / n;
  const double half = normal_two_sided(0.95) * std::sqrt(p * (1 - p) / n);
  interval.lower = p - half;
  interval.upper = p + half;
  return interval;
}

Interval normal_interval(std::span<const double> values) { // wrong: pretends to know the spread
  auto interval = mean_interval(values);
  const double ratio = normal_two_sided(0.95) / student_two_sided(0.95, interval.replications - 1);
  const double half = interval.half_width() * ratio;
  interval.lower = interval.estimate - half;
  interval.upper = interval.estimate + half;
  return interval;
}

} // namespace

TEST_CASE("t intervals of five normal replications cover 95 %, normal quantiles do not") {
  const double t =
      frequency(1, [](auto& bits) { return covers(mean_interval(sample(bits, 5, normal)), 2.0); });
  const double z = frequency(
      1, [](auto& bits) { return covers(normal_interval(sample(bits, 5, normal)), 2.0); });
  CHECK_THAT(t, WithinAbs(0.95, tolerance(0.95)));
  CHECK_FALSE(std::abs(z - 0.95) < tolerance(0.95));
}

TEST_CASE("t intervals of exponential replications cover .9005 at 10 and .927 at 30") {
  const auto coverage = [](int n) {
    return frequency(
        2, [n](auto& bits) { return covers(mean_interval(sample(bits, n, exponential)), 1.0); });
  };
  CHECK_THAT(coverage(10), WithinAbs(0.9005, tolerance(0.9005)));
  CHECK_THAT(coverage(30), WithinAbs(0.9273, tolerance(0.9273)));
}

TEST_CASE("Wilson covers rare shares where Wald does not") {
  // Coverage of a discrete count jumps with n, so it is averaged over n.
  double by_wilson = 0, by_wald = 0;
  for (int n = 200; n < 1200; n += 50) {
    by_wilson += exact_coverage(n, 0.005, [](int k, int of) { return wilson(k, of); }) / 20;
    by_wald += exact_coverage(n, 0.005, wald) / 20;
  }
  CHECK_THAT(by_wilson, WithinAbs(0.955, 0.01));
  CHECK_FALSE(std::abs(by_wald - 0.955) < 0.01);
  CHECK(by_wald < 0.9);
}

TEST_CASE("The design effect repairs Wilson on journeys that share a replication") {
  // 40 replications of 50 journeys whose chance of success differs between replications.
  std::uniform_real_distribution<double> chance(0.1, 0.5);
  const auto covered = [&](auto& bits, bool with_effect) {
    std::vector<double> successes(40), totals(40, 50.0);
    double all = 0;
    for (auto& one : successes) {
      one = std::binomial_distribution<int>(50, chance(bits))(bits);
      all += one;
    }
    const double effect = with_effect ? design_effect(successes, totals) : 1;
    return covers(wilson(all, 2000, 0.95, effect), 0.3);
  };
  const double with = frequency(
      3, [&](auto& bits) { return covered(bits, true); }, 4000);
  const double without = frequency(
      3, [&](auto& bits) { return covered(bits, false); }, 4000);
  // z instead of t over 40 clusters costs about one point.
  CHECK_THAT(with, WithinAbs(0.94, 4.5 * std::sqrt(0.94 * 0.06 / 4000)));
  CHECK_FALSE(std::abs(without - 0.94) < 4.5 * std::sqrt(0.94 * 0.06 / 4000));
}

TEST_CASE("Ratio intervals cover the ratio of means; the mean of ratios is something else") {
  // Persona of 1 to 20 people per replication, whose outcome depends on how many came.
  const auto pair = [](auto& bits) {
    const double people = 1.0 + static_cast<double>(bits() % 20);
    return std::pair(people, people * (1 + 4 / people) + exponential(bits) - 1);
  };
  const double truth = 1 + 4 / 10.5;
  const auto covered = [&](auto& bits, bool of_ratios) {
    std::vector<double> x(60), y(60), each(60);
    for (std::size_t i = 0; i < 60; ++i) {
      std::tie(y[i], x[i]) = pair(bits);
      each[i] = x[i] / y[i];
    }
    return covers(of_ratios ? mean_interval(each) : ratio_interval(x, y), truth);
  };
  CHECK_THAT(frequency(4, [&](auto& bits) { return covered(bits, false); }),
             WithinAbs(0.95, 0.012));
  CHECK(frequency(4, [&](auto& bits) { return covered(bits, true); }) < 0.5);
}

TEST_CASE("Paired p-values are uniform when nothing differs, unpaired ones are not") {
  const auto small_p = [](auto& bits, bool shuffled) {
    const auto luck = sample(bits, 12, normal);
    std::vector<double> a(12), b(12);
    for (std::size_t i = 0; i < 12; ++i) {
      a[i] = luck[i] + 0.1 * normal(bits);
      b[i] = luck[i] + 0.1 * normal(bits);
    }
    if (!shuffled)
      return paired_difference(a, b).p < 0.05;
    const auto at_a = mean_interval(a), at_b = mean_interval(b); // wrong: forgets the shared luck
    const double error = std::hypot(at_a.half_width(), at_b.half_width());
    return std::abs(at_a.estimate - at_b.estimate) > error;
  };
  const double paired = frequency(5, [&](auto& bits) { return small_p(bits, false); });
  const double unpaired = frequency(5, [&](auto& bits) { return small_p(bits, true); });
  CHECK_THAT(paired, WithinAbs(0.05, tolerance(0.05)));
  CHECK_FALSE(std::abs(unpaired - 0.05) < tolerance(0.05));
}

TEST_CASE("Holm keeps the chance of any false alarm among ten below 5 %") {
  std::uniform_real_distribution<double> uniform;
  const auto alarm = [&](auto& bits, bool adjusted) {
    const auto p = sample(bits, 10, uniform);
    const auto judged = adjusted ? holm(p) : p;
    return std::any_of(judged.begin(), judged.end(), [](double one) { return one < 0.05; });
  };
  const double holms = frequency(6, [&](auto& bits) { return alarm(bits, true); });
  CHECK_THAT(holms, WithinAbs(1 - std::pow(0.995, 10), tolerance(0.05)));
  CHECK(frequency(6, [&](auto& bits) { return alarm(bits, false); }) > 0.35);
}

TEST_CASE("Aalen-Johansen finds the share that dropping the censored misses") {
  // Exit 0 at rate 3 per hour, exit 1 at rate 1, censored at half an hour: F0 = 3/4 (1 - e^-2) at
  // that time. Of those who finished, 3/4 left by exit 0 as well, but sooner than all would.
  std::mt19937_64 bits(7);
  std::vector<Spell> spells(trials);
  double finished_time = 0, n_finished = 0;
  for (auto& spell : spells) {
    const auto ms = static_cast<std::int64_t>(exponential(bits) / 4 * 3.6e6);
    const int exit = bits() % 4 == 0 ? 1 : 0;
    const auto limit = static_cast<std::int64_t>(exponential(bits) * 1.8e6);
    spell = ms <= limit ? Spell{ms, exit, 1} : Spell{limit, censored, 1};
    finished_time += ms <= limit ? static_cast<double>(ms) / 3.6e6 : 0;
    n_finished += ms <= limit ? 1 : 0;
  }
  const auto curve = aalen_johansen(spells, 2);
  const double truth = 0.75 * (1 - std::exp(-2.0));
  CHECK_THAT(curve.incidence_at(0, 1'800'000), WithinAbs(truth, 0.02));
  CHECK_THAT(curve.restricted_mean(7'200'000) / 3.6e6, WithinAbs(0.25, 4.5 * 0.25 / 115));
  CHECK_FALSE(std::abs(finished_time / n_finished - 0.25) < 4.5 * 0.25 / 115);
}
