// SPDX-License-Identifier: Apache-2.0
#include "models/luck/distribution.hpp"

#include "tests/unit/models/luck/catalogue.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

using namespace sojourn;
using namespace sojourn::testing;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("moments have their textbook values", "[luck]") {
  CHECK(Distribution().mean() == 0);
  CHECK(Distribution::constant(3).variance() == 0);
  CHECK_THAT(Distribution::uniform(2, 5).mean(), WithinRel(3.5, 1e-12));
  CHECK_THAT(Distribution::uniform(2, 5).variance(), WithinRel(0.75, 1e-12));
  CHECK_THAT(Distribution::triangular(1, 3, 10).mean(), WithinRel(14.0 / 3, 1e-12));
  CHECK_THAT(Distribution::exponential(7).variance(), WithinRel(49.0, 1e-12));
  CHECK_THAT(Distribution::gamma(2.5, 3).variance(), WithinRel(22.5, 1e-12));
  CHECK_THAT(Distribution::weibull(0.5, 4).mean(), WithinRel(8.0, 1e-12));
  CHECK_THAT(Distribution::beta(2, 3).variance(), WithinRel(0.04, 1e-12));
  CHECK_THAT(Distribution::empirical({3, 1, 2, 2, 9}).variance(), WithinRel(8.24, 1e-12));
  // Half a normal: mean sqrt(2 / pi), variance 1 - 2 / pi.
  CHECK_THAT(Distribution::normal(0, 1).mean(), WithinRel(std::sqrt(2 / M_PI), 1e-12));
  CHECK_THAT(Distribution::normal(0, 1).variance(), WithinRel(1 - 2 / M_PI, 1e-12));
}

TEST_CASE("the median and p90 of a lognormal are the written ones", "[luck]") {
  const auto written = Distribution::lognormal_median_p90(15, 40);
  CHECK_THAT(written.quantile(0.5), WithinRel(15.0, 1e-12));
  CHECK_THAT(written.quantile(0.9), WithinRel(40.0, 1e-12));
  CHECK(Distribution::lognormal_median_p90(15, 15) == Distribution::constant(15));
}

TEST_CASE("mean and variance are the integrals of the quantile", "[luck]") {
  constexpr int n = 2'000;
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    double mean = 0, squares = 0;
    for (int i = 0; i < n; ++i) { // p = 3 u^2 - 2 u^3 looks closer at the tails
      const double u = (i + 0.5) / n, weight = 6 * u * (1 - u) / n;
      const double x = distribution.quantile(u * u * (3 - 2 * u));
      mean += weight * x;
      squares += weight * x * x;
    }
    INFO(name);
    CHECK_THAT(mean, WithinRel(distribution.mean(), 1e-3));
    CHECK_THAT(
        squares,
        WithinRel(distribution.variance() + distribution.mean() * distribution.mean(), 1e-3));
  }
}

TEST_CASE("a quantile reaches from end to end of the support", "[luck]") {
  CHECK(Distribution::uniform(2, 5).quantile(0) == 2);
  CHECK(Distribution::uniform(2, 5).quantile(1) == 5);
  CHECK(Distribution::exponential(7).quantile(0) == 0);
  CHECK(Distribution::exponential(7).quantile(1) == Distribution::infinity);
  CHECK(Distribution::normal(2, 1, -1, 4).quantile(1) == 4);
  CHECK(Distribution::empirical({3, 1, 2}).quantile(1) == 3);
  CHECK_THROWS_AS(Distribution::exponential(7).quantile(1.5), std::domain_error);
  CHECK_THROWS_AS(Distribution::exponential(7).quantile(std::nan("")), std::domain_error);
}

TEST_CASE("scaling a distribution scales every quantile", "[luck]") {
  for (const auto& [name, distribution, tolerance] : catalogue()) {
    const Distribution scaled = distribution.scaled(1.5);
    INFO(name);
    for (const double p : {0.01, 0.5, 0.99}) {
      CHECK_THAT(scaled.quantile(p), WithinRel(1.5 * distribution.quantile(p), 1e-9));
    }
    CHECK_THAT(scaled.mean(), WithinRel(1.5 * distribution.mean(), 1e-9));
    CHECK(distribution.scaled(0) == Distribution::constant(0));
  }
}

TEST_CASE("an impossible parameter is refused with a sentence", "[luck]") {
  CHECK_THROWS_WITH(Distribution::uniform(5, 2), "a uniform distribution needs low <= high");
  CHECK_THROWS_WITH(Distribution::triangular(1, 20, 10),
                    "a triangular distribution needs low <= mode <= high");
  CHECK_THROWS_WITH(Distribution::exponential(0),
                    "an exponential distribution needs a mean above 0");
  CHECK_THROWS_WITH(Distribution::lognormal_median_p90(40, 15), "p90 must not be below the median");
  CHECK_THROWS_WITH(Distribution::lognormal_median_p90(0, 15), "a median must be above 0");
  CHECK_THROWS_WITH(Distribution::normal(0, 1, 3, 2),
                    "a truncated normal distribution needs low < high");
  CHECK_THROWS_WITH(
      Distribution::normal(-60, 1),
      "a truncated normal distribution must leave something within 6 standard deviations");
  CHECK_THROWS_WITH(Distribution::gamma(-1, 1),
                    "a gamma distribution needs shape and scale above 0");
  CHECK_THROWS_WITH(Distribution::beta(1, 0), "a beta distribution needs two shapes above 0");
  CHECK_THROWS_WITH(Distribution::empirical({}),
                    "an empirical distribution needs at least one value");
  CHECK_THROWS_AS(Distribution::constant(std::nan("")), std::invalid_argument);
  CHECK_THROWS_AS(Distribution::exponential(1).scaled(-1), std::invalid_argument);
}

TEST_CASE("a kind has the scenario's word for its name", "[luck]") {
  CHECK(name_of(DistributionKind::lognormal) == "lognormal");
  CHECK(name_of(DistributionKind::empirical) == "empirical");
}
