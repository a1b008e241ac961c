// SPDX-License-Identifier: Apache-2.0
// Designs as ways to integrate: unbiased, and how fast the error falls. Theory: a drawn Latin
// hypercube removes the additive part of the variance (Stein 1987), scrambled Sobol' points reach
// n^-3 in variance for smooth functions (Owen 1997), independent points n^-1.
#include "models/luck/stream.hpp"
#include "sim/study/design.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace sojourn;

namespace {

constexpr std::size_t k = 4;

/// Smooth, not additive, integral 1: the product of 1 + (x_d - 1/2).
double smooth(std::span<const double> x) {
  double product = 1;
  for (const double each : x)
    product *= each + 0.5;
  return product;
}

template <class F> double mean_of(const Points& points, F f) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    sum += f(points.row(i));
  return sum / static_cast<double>(points.size());
}

/// Mean and mean squared error around 1 over independent seeds.
struct ErrorOverSeeds {
  double mean = 0, square = 0, standard_error = 0;
};

template <class Draw> ErrorOverSeeds over_seeds(std::size_t n, Draw draw) {
  constexpr int seeds = 200;
  ErrorOverSeeds error;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const double off = mean_of(draw(n, seed), smooth) - 1;
    error.mean += off / seeds;
    error.square += off * off / seeds;
  }
  error.standard_error = std::sqrt(error.square / seeds);
  return error;
}

Points sobol_of(std::size_t n, std::uint64_t seed) { return sobol_points(n, k, seed); }
Points latin_of(std::size_t n, std::uint64_t seed) { return latin_hypercube(n, k, seed); }
Points plain_of(std::size_t n, std::uint64_t seed) { // n designs of one point: independent points
  Points points{k, {}};
  for (std::uint64_t i = 0; i < n; ++i) {
    const Points one = latin_hypercube(1, k, seed * 100000 + i);
    points.values.insert(points.values.end(), one.values.begin(), one.values.end());
  }
  return points;
}

/// 31 bins of one coordinate over many seeds; 31 is coprime to every stratum. Chi-squared with 30
/// degrees stays below 77.2 but for alpha = 5e-6.
double chi_squared(const std::vector<double>& values) {
  std::vector<double> held(31, 0);
  for (const double value : values)
    held[static_cast<std::size_t>(value * 31)] += 1;
  double sum = 0;
  const double expected = static_cast<double>(values.size()) / 31;
  for (const double each : held)
    sum += (each - expected) * (each - expected) / expected;
  return sum;
}

} // namespace

TEST_CASE("Means over Sobol' and Latin points are unbiased", "[design]") {
  // 4.5 standard errors, alpha 7e-6.
  for (const auto& draw : {sobol_of, latin_of}) {
    const auto error = over_seeds(64, draw);
    CHECK(std::abs(error.mean) < 4.5 * error.standard_error);
  }
  const auto shifted = over_seeds(64, [](std::size_t n, std::uint64_t seed) {
    Points points = sobol_of(n, seed);
    for (double& value : points.values)
      value = std::floor(value * 64) / 64; // wrong: the lower end of each stratum
    return points;
  });
  CHECK_FALSE(std::abs(shifted.mean) < 4.5 * shifted.standard_error);
}

TEST_CASE("The error of Sobol' points falls as n^-3/2, of Latin ones as n^-1/2", "[design]") {
  const double sobol = over_seeds(32, sobol_of).square / over_seeds(512, sobol_of).square;
  const double latin = over_seeds(32, latin_of).square / over_seeds(512, latin_of).square;
  CHECK(sobol > 16 * 16); // n^-3 would give 4096, n^-2 256
  CHECK(latin > 8);       // n^-1 gives 16
  CHECK(latin < 32);
  const double at_128 = over_seeds(128, latin_of).square;
  CHECK(at_128 < over_seeds(128, plain_of).square / 4);
  CHECK(over_seeds(128, sobol_of).square < at_128 / 10);
}

TEST_CASE("A single point of a design is uniform over seeds", "[design]") {
  std::vector<double> third, jittered, centred;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    third.push_back(sobol_points(4, 3, seed).at(2, 2));
    jittered.push_back(latin_hypercube(7, 2, seed).at(3, 1));
    centred.push_back(latin_hypercube(7, 2, seed, Stratum::centre).at(3, 1));
  }
  CHECK(chi_squared(third) < 77.2);
  CHECK(chi_squared(jittered) < 77.2);
  CHECK_FALSE(chi_squared(centred) < 77.2); // wrong on purpose: only seven values
}

TEST_CASE("Morris trajectories visit every level equally often", "[design]") {
  constexpr std::size_t n = 4000;
  const MorrisDesign design = morris_design(n, 3, 4, 17);
  std::array<double, 4> held{}, started{};
  for (std::size_t t = 0; t < n; ++t) {
    const std::size_t first = design.first_point(t);
    ++started[static_cast<std::size_t>(std::lround(design.points.at(first, 1) * 3))];
    ++held[static_cast<std::size_t>(std::lround(design.points.at(first + 3, 1) * 3))];
  }
  // Binomial(n, 1/4), 4.5 standard errors: alpha 7e-6 for each count.
  const double allowed = 4.5 * std::sqrt(n * .25 * .75);
  for (const auto& counts : {held, started})
    for (const double each : counts)
      CHECK(std::abs(each - n / 4.0) < allowed);
  CHECK_FALSE(std::abs(held[0] + held[1] - n / 4.0) < allowed); // two levels as if one
}
