// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/prospect.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
constexpr std::array<double, 9> probabilities = {.01, .05, .10, .25, .50, .75, .90, .95, .99};

template <class F> void check_column(const std::array<double, 9>& expected, double curvature) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const F weight =
        weighted_probability(static_cast<F>(probabilities[i]), static_cast<F>(curvature));
    CHECK_THAT(static_cast<double>(weight), WithinAbs(expected[i], 5e-5)); // printed to 4 digits
  }
}
} // namespace

TEMPLATE_TEST_CASE("T1: probability weights of Tversky and Kahneman 1992", "", float, double) {
  check_column<TestType>({.0553, .1316, .1863, .2907, .4206, .5683, .7117, .7932, .9116}, .61);
  check_column<TestType>({.0397, .1114, .1701, .2935, .4540, .6264, .7749, .8499, .9451}, .69);
}

TEST_CASE("T1: weights equal the formula in the standard library to 1e-9") {
  for (const double p : probabilities) {
    const double yes = std::pow(p, .61), no = std::pow(1 - p, .61);
    CHECK_THAT(weighted_probability(p, .61), WithinRel(yes / std::pow(yes + no, 1 / .61), 1e-9));
    CHECK_THAT(prelec_probability(p, .65), WithinRel(std::exp(-std::pow(-std::log(p), .65)), 1e-9));
    const auto narrow = static_cast<double>(weighted_probability(static_cast<float>(p), .61F));
    CHECK_THAT(narrow, WithinRel(yes / std::pow(yes + no, 1 / .61), 1e-6));
  }
}

TEST_CASE("T1: fixed points, and certainty is certainty") {
  CHECK_THAT(weighted_probability(.33878, .61), WithinAbs(.33878, 1e-5));
  CHECK_THAT(weighted_probability(.37756, .69), WithinAbs(.37756, 1e-5));
  const double one_over_e = std::exp(-1.0);
  CHECK_THAT(prelec_probability(one_over_e, .65), WithinRel(one_over_e, 1e-12));
  for (const double p : {0.0, 1.0}) {
    CHECK(weighted_probability(p, .61) == p);
    CHECK(prelec_probability(p, .65) == p);
  }
}

TEST_CASE("T1: Prelec's weights") {
  const std::array<double, 9> expected = {.0673, .1300, .1791, .2904, .4547,
                                          .6409, .7933, .8650, .9510};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK_THAT(prelec_probability(probabilities[i], .65), WithinAbs(expected[i], 5e-5));
  }
}

TEST_CASE("T7: with exponents and lambda 1 a value is the gap itself") {
  for (const double z : {-4.0, -.3, 0.0, .7, 3.5}) {
    CHECK_THAT(prospect_value(z, 1.0, 1.0, 1.0), WithinAbs(z, 1e-9));
    const float narrow = prospect_value(static_cast<float>(z), 1.0F, 1.0F, 1.0F);
    CHECK_THAT(static_cast<double>(narrow), WithinAbs(z, 1e-6 * std::abs(z) + 1e-12));
  }
}

TEST_CASE("T7: a loss weighs lambda times the gain of the same size") {
  for (const double x : {.01, .5, 1.0, 4.0, 100.0}) {
    for (const double ratio : {1.31, 1.955, 2.25}) {
      CHECK_THAT(prospect_value(-x, .88, .88, ratio),
                 WithinRel(-ratio * prospect_value(x, .88, .88, ratio), 1e-12));
    }
  }
  CHECK(prospect_value(0.0, .88, .88, 2.25) == 0.0);
}
