// SPDX-License-Identifier: Apache-2.0
#include "output/stats/estimate.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace sojourn::output;
using Catch::Matchers::WithinRel;

TEST_CASE("A paired difference by hand") {
  const std::array a{5., 7., 9., 6.}, b{4., 5., 8., 4.}; // differences 1 2 1 2
  const auto difference = paired_difference(a, b);
  CHECK(difference.estimate == 1.5);
  CHECK(difference.n_differ == 4);
  // t(3) = 3.182446305284263, error sqrt(1/3 / 4)
  CHECK_THAT(difference.half_width(), WithinRel(3.182446305284263 * std::sqrt(1.0 / 12), 1e-11));
  // t = 3 sqrt 3 with 3 degrees: P = 1 - 2/pi (atan 3 + 3/10)
  CHECK_THAT(difference.p, WithinRel(1 - 2 / std::acos(-1.0) * (std::atan(3.0) + 0.3), 1e-9));
  const auto back = paired_difference(b, a);
  CHECK(back.estimate == -1.5);
  CHECK(back.p == difference.p);
}

TEST_CASE("Equal plans differ by exactly 0, with certainty") {
  const std::vector<double> a(30, 0.1);
  const auto difference = paired_difference(a, a, 0.95, Plans::equal);
  CHECK(difference.estimate == 0);
  CHECK(difference.lower == 0);
  CHECK(difference.upper == 0);
  CHECK(difference.p == 1);
  CHECK(difference.all_zero);
  CHECK(difference.note.empty());
}

TEST_CASE("Different plans that never differed give a bound, not [0, 0]") {
  const std::vector<double> a(30, 0.1);
  const auto difference = paired_difference(a, a);
  CHECK(difference.estimate == 0);
  CHECK(difference.p == 1);
  CHECK(difference.all_zero);
  CHECK_FALSE(difference.known());
  CHECK(difference.note == "fewer than 3 in 30 replications differ");
  CHECK(paired_difference(a, a, 0.99).note == "fewer than 5 in 30 replications differ");
}

TEST_CASE("The bound of none in n holds at its level") {
  for (const int n : {10, 30, 100, 1000})
    CHECK(std::pow(1 - 3.0 / n, n) < 0.05);
}

TEST_CASE("Pairs with a missing half are dropped together") {
  const std::array a{1., missing, 3., 4.}, b{1., 2., missing, 2.};
  const auto difference = paired_difference(a, b);
  CHECK(difference.replications == 2);
  CHECK(difference.dropped == 2);
  CHECK(difference.n_differ == 1);
  CHECK(difference.estimate == 1);
}

TEST_CASE("The same non-zero difference every time leaves no doubt") {
  const std::array a{2., 3., 4.}, b{1., 2., 3.};
  const auto difference = paired_difference(a, b);
  CHECK(difference.p == 0);
  CHECK(difference.lower == 1);
  CHECK(difference.upper == 1);
}

TEST_CASE("Holm on the textbook example") {
  const std::array p{0.01, 0.04, 0.03, 0.005};
  const auto adjusted = holm(p);
  CHECK_THAT(adjusted[0], WithinRel(0.03, 1e-12));
  CHECK_THAT(adjusted[1], WithinRel(0.06, 1e-12));
  CHECK_THAT(adjusted[2], WithinRel(0.06, 1e-12));
  CHECK_THAT(adjusted[3], WithinRel(0.02, 1e-12));
}

TEST_CASE("Holm leaves unknown p-values out of the family and stops at 1") {
  const std::array p{0.6, missing, 0.5};
  const auto adjusted = holm(p);
  CHECK(adjusted[0] == 1);
  CHECK(std::isnan(adjusted[1]));
  CHECK(adjusted[2] == 1);
  CHECK(family_size(p) == 2);
  CHECK(holm({}).empty());
}
