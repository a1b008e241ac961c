// SPDX-License-Identifier: Apache-2.0
// Laws of estimates and of counting under censoring.
#include "output/stats/estimate.hpp"
#include "output/stats/survival.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

std::vector<double> normals(unsigned seed, std::size_t n) {
  std::mt19937_64 bits(seed);
  std::normal_distribution<double> normal(1, 2);
  std::vector<double> values(n);
  for (auto& value : values)
    value = normal(bits);
  return values;
}

std::vector<Spell> some_spells(unsigned seed, bool with_censoring) {
  std::mt19937_64 bits(seed);
  std::vector<Spell> spells(500);
  for (auto& spell : spells) {
    spell.time = static_cast<std::int64_t>(bits() % 97);
    spell.exit = static_cast<int>(bits() % 3);
    spell.count = static_cast<std::int64_t>(bits() % 3);
    if (with_censoring && bits() % 4 == 0)
      spell.exit = censored;
  }
  return spells;
}

} // namespace

TEST_CASE("Shifting and scaling the values shifts and scales the interval") {
  const auto values = normals(1, 30);
  auto moved = values;
  for (auto& value : moved)
    value = -4 * value + 8;
  const auto a = mean_interval(values), b = mean_interval(moved);
  CHECK_THAT(b.estimate, WithinRel(-4 * a.estimate + 8, 1e-12));
  CHECK_THAT(b.half_width(), WithinRel(4 * a.half_width(), 1e-12));
}

TEST_CASE("A higher level never gives a narrower interval") {
  const auto values = normals(2, 12);
  double width = 0, share_width = 0;
  for (const double level : {0.5, 0.8, 0.9, 0.95, 0.99, 0.999}) {
    CHECK(mean_interval(values, level).half_width() > width);
    CHECK(wilson(3, 40, level).half_width() > share_width);
    width = mean_interval(values, level).half_width();
    share_width = wilson(3, 40, level).half_width();
  }
}

TEST_CASE("Successes and failures have mirrored Wilson intervals within 0 and 1") {
  for (int k = 0; k <= 25; ++k) {
    const auto a = wilson(k, 25), b = wilson(25 - k, 25);
    CHECK_THAT(a.lower, WithinAbs(1 - b.upper, 1e-12));
    CHECK(a.lower >= 0);
    CHECK(a.lower <= a.estimate);
    CHECK(a.estimate <= a.upper);
  }
}

TEST_CASE("A ratio over equal denominators is the mean") {
  const auto values = normals(3, 30);
  const std::vector<double> fours(30, 4.0);
  const auto ratio = ratio_interval(values, fours), mean = mean_interval(values);
  CHECK_THAT(ratio.estimate, WithinRel(mean.estimate / 4, 1e-12));
  CHECK_THAT(ratio.half_width(), WithinRel(mean.half_width() / 4, 1e-12));
}

TEST_CASE("The interval of a difference excludes 0 exactly when p is small") {
  for (unsigned seed = 10; seed < 60; ++seed) {
    const auto a = normals(seed, 15), b = normals(seed + 100, 15);
    const auto difference = paired_difference(a, b);
    const bool excludes = difference.lower > 0 || difference.upper < 0;
    CHECK(excludes == (difference.p < 0.05));
  }
}

TEST_CASE("Holm lies between p and Bonferroni and keeps the order") {
  std::mt19937_64 bits(4);
  std::vector<double> p(20);
  for (auto& value : p)
    value = static_cast<double>(bits() >> 11) * 0x1p-53;
  const auto adjusted = holm(p);
  for (std::size_t i = 0; i < p.size(); ++i) {
    CHECK(adjusted[i] >= p[i]);
    CHECK(adjusted[i] <= std::min(1.0, 20 * p[i]));
    for (std::size_t j = 0; j < p.size(); ++j)
      CHECK((p[i] > p[j] || adjusted[i] <= adjusted[j]));
  }
}

TEST_CASE("Without censoring the curves are plain counting") {
  const auto spells = some_spells(5, false);
  const auto curve = aalen_johansen(spells, 3);
  const auto bounds = exit_share_bounds(spells, 3);
  for (std::size_t exit = 0; exit < 3; ++exit) {
    CHECK_THAT(curve.incidence[exit].back(), WithinRel(bounds[exit].lower, 1e-12));
    CHECK(bounds[exit].lower == bounds[exit].upper);
  }
  CHECK_THAT(curve.surviving.back(), WithinAbs(0, 1e-12));
}

TEST_CASE("Still here plus left by any exit is everybody, at every time") {
  const auto curve = aalen_johansen(some_spells(6, true), 3);
  for (std::size_t i = 0; i < curve.time.size(); ++i)
    CHECK_THAT(curve.surviving[i] + curve.incidence[0][i] + curve.incidence[1][i] +
                   curve.incidence[2][i],
               WithinRel(1.0, 1e-12));
}

TEST_CASE("Kaplan-Meier is Aalen-Johansen that does not ask where to") {
  const auto spells = some_spells(7, true);
  CHECK(kaplan_meier(spells).surviving == aalen_johansen(spells, 3).surviving);
}

TEST_CASE("Neither order nor splitting of spells changes a curve") {
  const auto spells = some_spells(8, true);
  std::vector<Spell> split;
  for (const auto& spell : spells)
    for (std::int64_t i = 0; i < spell.count; ++i)
      split.push_back({spell.time, spell.exit, 1});
  std::reverse(split.begin(), split.end());
  CHECK(aalen_johansen(split, 3).incidence == aalen_johansen(spells, 3).incidence);
}

TEST_CASE("Time in system without censoring has the plain mean and quantile") {
  const auto spells = some_spells(9, false);
  double total = 0, n = 0;
  for (const auto& spell : spells) {
    total += static_cast<double>(spell.time * spell.count);
    n += static_cast<double>(spell.count);
  }
  CHECK_THAT(kaplan_meier(spells).restricted_mean(97), WithinRel(total / n, 1e-12));
}
