// SPDX-License-Identifier: Apache-2.0
// How often intervals of sensitivity indices hold the truth, on y = x0 + x1 + 2 x0 x1 with
// independent x ~ U(-1, 1): V = 1/3 + 1/3 + 4/9 = 10/9, first = .3, total = .7.
#include "output/stats/sensitivity.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double nominal = 0.95;

double interacting(double x, double y) { return x + y + 2 * x * y; }

SobolIndex experiment(unsigned seed, std::size_t rows) {
  std::mt19937_64 bits(seed);
  std::uniform_real_distribution<double> cube(-1, 1);
  std::vector<double> a, b, ab;
  for (std::size_t row = 0; row < rows; ++row) {
    const double x0 = cube(bits), x1 = cube(bits), y0 = cube(bits), y1 = cube(bits);
    a.push_back(interacting(x0, x1));
    b.push_back(interacting(y0, y1));
    ab.push_back(interacting(y0, x1));
  }
  std::mt19937 words(seed + 1000000);
  return sobol_indices({a, b, ab}, {200, [&](std::uint32_t, std::uint32_t) { return words(); }},
                       nominal)[0];
}

bool holds(const Interval& interval, double truth, double shrink) {
  const double centre = (interval.lower + interval.upper) / 2;
  return std::abs(truth - centre) <= shrink * interval.half_width();
}

} // namespace

TEST_CASE("Bootstrap intervals of Sobol indices hold the truth as often as they say") {
  // 400 experiments of 200 rows. Percentile intervals with 200 resamples lose about .01 here; a
  // band of 4.5 standard errors around .94 has alpha 7e-6. Intervals of half the width, wrong on
  // purpose, are far outside.
  constexpr int trials = 400;
  double first = 0, total = 0, halved = 0;
  for (unsigned seed = 1; seed <= trials; ++seed) {
    const SobolIndex index = experiment(seed, 200);
    first += holds(index.first, 0.3, 1) ? 1.0 / trials : 0;
    total += holds(index.total, 0.7, 1) ? 1.0 / trials : 0;
    halved += holds(index.total, 0.7, 0.5) ? 1.0 / trials : 0;
  }
  const double allowed = 4.5 * std::sqrt(.94 * .06 / trials);
  INFO(first << " " << total << " " << halved);
  CHECK(std::abs(first - .94) < allowed);
  CHECK(std::abs(total - .94) < allowed);
  CHECK_FALSE(std::abs(halved - .94) < allowed);
}

TEST_CASE("Intervals of elementary effects hold the truth as often as they say") {
  // Effects of a quadratic: uniform on [-1, 3], mean 1, mean size 5/4, spread sqrt(16/12).
  constexpr int trials = 2000;
  std::mt19937_64 bits(5);
  std::uniform_real_distribution<double> draw(-1, 3);
  double mean = 0, size = 0, spread = 0, halved = 0;
  for (int trial = 0; trial < trials; ++trial) {
    std::vector<double> effects(30);
    for (double& each : effects)
      each = draw(bits);
    const MorrisIndex index = morris_indices(effects, 1, nominal)[0];
    mean += holds(index.mean, 1, 1) ? 1.0 / trials : 0;
    size += holds(index.mean_size, 1.25, 1) ? 1.0 / trials : 0;
    spread += holds(index.spread, std::sqrt(16.0 / 12), 1) ? 1.0 / trials : 0;
    halved += holds(index.spread, std::sqrt(16.0 / 12), 0.5) ? 1.0 / trials : 0;
  }
  const double allowed = 4.5 * std::sqrt(.95 * .05 / trials); // alpha 7e-6
  INFO(mean << " " << size << " " << spread << " " << halved);
  CHECK(std::abs(mean - .95) < allowed);
  CHECK(std::abs(size - .95) < allowed);
  CHECK(std::abs(spread - .95) < allowed);
  CHECK_FALSE(std::abs(halved - .95) < allowed);
}
