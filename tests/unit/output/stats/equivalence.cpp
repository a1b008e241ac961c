// SPDX-License-Identifier: Apache-2.0
#include "output/stats/equivalence.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace sojourn::output;
using Catch::Matchers::WithinRel;

TEST_CASE("Two one-sided tests by hand") {
  const std::array a{5., 7., 9., 6.}, b{4., 5., 8., 4.}; // differences 1 2 1 2, mean 1.5
  const auto result = equivalence(a, b, 2.5);
  // t(3) at 90 % two-sided: 2.353363434801825; error sqrt(1/12)
  CHECK(result.interval.level == 0.9);
  CHECK_THAT(result.interval.half_width(),
             WithinRel(2.353363434801825 * std::sqrt(1.0 / 12), 1e-11));
  CHECK(result.verdict == Materiality::none);
  // The nearer margin: t = (2.5 - 1.5) sqrt 12 = 2 sqrt 3, P = 1/2 - (atan 2 + 2/5)/pi
  CHECK_THAT(result.p, WithinRel(0.5 - (std::atan(2.0) + 0.4) / std::acos(-1.0), 1e-9));
}

TEST_CASE("Beyond the margin is material, across it is not decided") {
  const std::array a{5., 7., 9., 6.}, b{4., 5., 8., 4.};
  CHECK(equivalence(a, b, 0.5).verdict == Materiality::material);
  CHECK(equivalence(b, a, 0.5).verdict == Materiality::material);
  CHECK(equivalence(a, b, 1.5).verdict == Materiality::not_decided);
  CHECK_THAT(equivalence(a, b, 1.5).p, WithinRel(0.5, 1e-12));
}

TEST_CASE("No difference in any replication proves nothing unless the plans are equal") {
  const std::vector<double> a(30, 0.1);
  const auto lucky = equivalence(a, a, 0.01);
  CHECK(lucky.verdict == Materiality::not_decided);
  CHECK(std::isnan(lucky.p));
  CHECK(lucky.interval.reason == "no replication differs");
  const auto equal = equivalence(a, a, 0.01, 0.05, Plans::equal);
  CHECK(equal.verdict == Materiality::none);
  CHECK(equal.p == 0);
}

TEST_CASE("One replication decides nothing") {
  const std::array a{5.}, b{5.};
  CHECK(equivalence(a, b, 1).verdict == Materiality::not_decided);
  CHECK(equivalence(a, b, 1).interval.reason == "one replication gives no interval");
}
