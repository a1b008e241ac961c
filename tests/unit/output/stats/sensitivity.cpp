// SPDX-License-Identifier: Apache-2.0
#include "output/stats/sensitivity.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr std::size_t inputs = 3;
using Corner = std::array<double, inputs>;

/// A and B as every pair of corners of {0, 1}^3: a design on which the estimators are the
/// definitions, for inputs that are 0 or 1 with equal chance.
template <class F> std::vector<SobolIndex> on_all_corners(F f, Bootstrap bootstrap = {}) {
  std::vector<double> a, b;
  std::array<std::vector<double>, inputs> ab;
  const auto corner = [](unsigned bits) {
    return Corner{double(bits & 1U), double(bits >> 1 & 1U), double(bits >> 2 & 1U)};
  };
  for (unsigned pair = 0; pair < 64; ++pair) {
    const Corner x = corner(pair % 8), y = corner(pair / 8);
    a.push_back(f(x));
    b.push_back(f(y));
    for (std::size_t i = 0; i < inputs; ++i) {
      Corner mixed = x;
      mixed[i] = y[i];
      ab[i].push_back(f(mixed));
    }
  }
  std::vector<double> all;
  for (const auto& each : ab)
    all.insert(all.end(), each.begin(), each.end());
  return sobol_indices({a, b, all}, bootstrap);
}

Bootstrap hashed(int n_resamples) {
  return {n_resamples, [](std::uint32_t resample, std::uint32_t draw) {
            std::uint32_t word = resample * 0x9E3779B9U ^ draw * 0x85ebca6bU;
            word = (word ^ word >> 16) * 0xc2b2ae35U;
            word = (word ^ word >> 13) * 0x27d4eb2fU;
            return word ^ word >> 16;
          }};
}

} // namespace

TEST_CASE("A linear model has exact Sobol indices, first equal to total") {
  const auto indices = on_all_corners([](const Corner& x) { return 7 + x[0] - 2 * x[1]; });
  CHECK_THAT(indices[0].first.estimate, WithinAbs(0.2, 1e-15));
  CHECK_THAT(indices[0].total.estimate, WithinAbs(0.2, 1e-15));
  CHECK_THAT(indices[1].first.estimate, WithinAbs(0.8, 1e-15));
  CHECK_THAT(indices[1].total.estimate, WithinAbs(0.8, 1e-15));
}

TEST_CASE("An input that is never read has indices of exactly 0") {
  const auto indices =
      on_all_corners([](const Corner& x) { return 0.1 + std::exp(x[0]) * x[1]; }, hashed(50));
  CHECK(indices[2].first.estimate == 0);
  CHECK(indices[2].total.estimate == 0);
  CHECK(indices[2].first.lower == 0);
  CHECK(indices[2].total.upper == 0);
}

TEST_CASE("A pure interaction is all total and no first") {
  const auto indices = on_all_corners([](const Corner& x) { return (x[0] - .5) * (x[1] - .5); });
  CHECK_THAT(indices[0].first.estimate, WithinAbs(0, 1e-15));
  CHECK_THAT(indices[0].total.estimate, WithinAbs(1, 1e-15));
}

TEST_CASE("Shifting and scaling a model leaves its indices") {
  const auto model = [](const Corner& x) { return x[0] + x[0] * x[1] - x[2]; };
  const auto one = on_all_corners(model, hashed(100));
  const auto other =
      on_all_corners([&](const Corner& x) { return 1000 - 3 * model(x); }, hashed(100));
  for (std::size_t i = 0; i < inputs; ++i) {
    CHECK_THAT(other[i].first.estimate, WithinAbs(one[i].first.estimate, 1e-12));
    CHECK_THAT(other[i].total.upper, WithinAbs(one[i].total.upper, 1e-9));
  }
}

TEST_CASE("A model that never varies has no indices, and says why") {
  const auto indices = on_all_corners([](const Corner&) { return 0.1; }, hashed(50));
  CHECK(std::isnan(indices[0].first.estimate));
  CHECK_FALSE(indices[0].total.known());
  CHECK(indices[0].first.reason == "the measure does not vary");
}

TEST_CASE("Rows with a missing value are dropped from all matrices and counted") {
  const std::vector<double> a = {1, 2, missing, 4}, b = {2, 1, 3, missing}, ab = {2, 1, 3, 4};
  const auto indices = sobol_indices({a, b, ab}, {});
  CHECK(indices[0].first.dropped == 2);
  CHECK(indices[0].first.replications == 2);
  CHECK_THAT(indices[0].total.estimate, WithinRel(2.0, 1e-12));
  CHECK(indices[0].total.reason == "no bootstrap was asked for");
  const std::vector<double> none = {missing, missing, missing, missing};
  CHECK(sobol_indices({a, b, none}, hashed(5))[0].first.reason == "fewer than two complete rows");
}

TEST_CASE("Morris: a straight line has its slope, without spread") {
  const std::vector<double> effects = {3, -2, 0, 3, -2, 0, 3, -2, 0, 3, -2, 0};
  const auto indices = morris_indices(effects, 3);
  CHECK(indices[0].mean.estimate == 3);
  CHECK(indices[1].mean.estimate == -2);
  CHECK(indices[1].mean_size.estimate == 2);
  CHECK(indices[1].spread.estimate == 0);
  CHECK(indices[1].spread.upper == 0);
  CHECK(indices[2].mean_size.estimate == 0);
  CHECK(indices[2].mean_size.upper == 0);
  CHECK(indices[0].mean.replications == 4);
}

TEST_CASE("Morris: effects that cancel show in mean size, not in mean") {
  const std::vector<double> effects = {1, -1, 2, -2, missing};
  const auto indices = morris_indices(effects, 1);
  CHECK(indices[0].mean.estimate == 0);
  CHECK(indices[0].mean_size.estimate == 1.5);
  CHECK_THAT(indices[0].spread.estimate, WithinRel(std::sqrt(10.0 / 3), 1e-12));
  CHECK(indices[0].spread.dropped == 1);
  CHECK(indices[0].spread.lower < indices[0].spread.estimate);
  CHECK(morris_indices(std::vector<double>{1, 2}, 1)[0].spread.reason ==
        "a spread needs three trajectories for an interval");
}
