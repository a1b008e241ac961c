// SPDX-License-Identifier: Apache-2.0
// Ishigami & Homma (1990): f = sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on [-pi, pi]^3.
// V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2 with a = 7, b = .1;
// V1 = (1 + b pi^4/5)^2/2, V2 = a^2/8, V13 = 8 b^2 pi^8/225.
#include "output/stats/sensitivity.hpp"
#include "sim/study/design.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double a = 7, b = 0.1;

double ishigami(std::span<const double> unit) {
  const double x1 = pi * (2 * unit[0] - 1), x2 = pi * (2 * unit[1] - 1),
               x3 = pi * (2 * unit[2] - 1);
  return std::sin(x1) + a * std::sin(x2) * std::sin(x2) + b * x3 * x3 * x3 * x3 * std::sin(x1);
}

std::vector<double> values_at(const Points& points) {
  std::vector<double> y(points.size());
  for (std::size_t i = 0; i < y.size(); ++i)
    y[i] = ishigami(points.row(i));
  return y;
}

output::Bootstrap bootstrap_of(std::uint64_t seed, int n_resamples) {
  return {n_resamples, [seed](std::uint32_t resample, std::uint32_t draw) {
            return resample_word(seed, 0, resample, draw);
          }};
}

std::vector<output::SobolIndex> ishigami_indices(std::size_t n, std::uint64_t seed, int resamples) {
  const SaltelliDesign design = saltelli_design(n, 4, seed); // the fourth input is never read
  const std::vector<double> y = values_at(design.points);
  const std::span<const double> all = y;
  return output::sobol_indices({all.first(n), all.subspan(n, n), all.subspan(2 * n)},
                               bootstrap_of(seed, resamples));
}

const double pi4 = pi * pi * pi * pi;
const double variance = a * a / 8 + b * pi4 / 5 + b * b * pi4 * pi4 / 18 + .5;
const double alone1 = (1 + b * pi4 / 5) * (1 + b * pi4 / 5) / 2 / variance;
const double alone2 = a * a / 8 / variance;
const double both13 = 8 * b * b * pi4 * pi4 / 225 / variance;
const std::array<double, 4> first_orders = {alone1, alone2, 0, 0};
const std::array<double, 4> total_orders = {alone1 + both13, alone2, both13, 0};

} // namespace

TEST_CASE("Ishigami's Sobol indices are found within 0.03 at 8192 rows", "[design]") {
  CHECK_THAT(first_orders[0], WithinAbs(.3139, 5e-5));
  CHECK_THAT(total_orders[0], WithinAbs(.5576, 5e-5));
  CHECK_THAT(total_orders[2], WithinAbs(.2437, 5e-5));
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
    const auto indices = ishigami_indices(8192, seed, 0);
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK_THAT(indices[i].first.estimate, WithinAbs(first_orders[i], 0.03));
      CHECK_THAT(indices[i].total.estimate, WithinAbs(total_orders[i], 0.03));
    }
    CHECK(indices[3].first.estimate == 0);
    CHECK(indices[3].total.estimate == 0);
    CHECK_FALSE(std::abs(indices[0].first.estimate - total_orders[0]) < 0.03); // the wrong index
  }
}

TEST_CASE("Bootstrap intervals hold Ishigami's indices", "[design]") {
  const auto indices = ishigami_indices(1024, 7, 100);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto& [first, total] = indices[i];
    CHECK(first.lower <= first_orders[i]);
    CHECK(first.upper >= first_orders[i]);
    CHECK(total.lower <= total_orders[i]);
    CHECK(total.upper >= total_orders[i]);
    CHECK(total.half_width() < 0.1);
  }
}

TEST_CASE("Morris ranks Ishigami's inputs as theory does", "[design]") {
  // On levels 0, 1/3, 2/3, 1 the points x are -pi, -pi/3, pi/3, pi, and delta = 2/3. By counting:
  // |EE1| = sin(pi/3) (1 + b x3^4) / delta, |EE2| = 7 sin^2(pi/3) / delta and
  // |EE3| = b pi^4 80/81 |sin x1| / delta, on average 7.704, 7.875 and 6.248.
  constexpr std::size_t n = 20000;
  const MorrisDesign design = morris_design(n, 4, 4, 21);
  const auto effects = design.elementary_effects(values_at(design.points));
  const auto indices = output::morris_indices(effects, 4, 1 - 7e-6);
  const double root = std::sqrt(3.0) / 2, high = b * pi4, low = b * pi4 / 81;
  const std::array<double, 4> sizes = {1.5 * root * (1 + (high + low) / 2), 1.5 * a * .75,
                                       1.5 * (high - low) * root / 2, 0};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(indices[i].mean_size.lower <= sizes[i] + 1e-9);
    CHECK(indices[i].mean_size.upper >= sizes[i] - 1e-9);
  }
  CHECK(indices[1].mean_size.estimate > indices[0].mean_size.estimate);
  CHECK(indices[0].mean_size.estimate > indices[2].mean_size.estimate);
  CHECK_FALSE(indices[0].mean_size.lower <= sizes[2]); // not the size of another input
  CHECK(indices[0].spread.lower > 1);                  // interacts with x3
  CHECK(indices[2].spread.lower > 1);
  for (std::size_t t = 0; t < n; ++t)
    REQUIRE(effects[t * 4 + 3] == 0); // never read: exactly 0 in every trajectory
}
