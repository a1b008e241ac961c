// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/koszegi_rabin.hpp"
#include "models/mechanisms/prospect.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <span>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
template <std::size_t n>
double value_of(const std::array<double, n>& outcomes, const std::array<double, n>& chances,
                const ProspectTaste<double>& taste = tversky_kahneman<double>()) {
  return cumulative_value<double>(outcomes, chances, taste);
}
constexpr ProspectTaste<double> no_taste = {1, 1, 1, 1, 1};
} // namespace

TEST_CASE("T7: without curvature and loss aversion a risk is its expected value") {
  CHECK_THAT(value_of<4>({-300, -20, 0, 70}, {.1, .25, .3, .35}, no_taste),
             WithinRel(-300 * .1 - 20 * .25 + 70 * .35, 1e-12));
}

TEST_CASE("T7: splitting or merging equal outcomes changes nothing") {
  CHECK_THAT(value_of<4>({-50, -50, 100, 100}, {.2, .1, .3, .4}),
             WithinRel(value_of<2>({-50, 100}, {.3, .7}), 1e-12));
  CHECK_THAT(value_of<3>({0, 50, 50}, {.5, .25, .25}),
             WithinRel(value_of<2>({0, 50}, {.5, .5}), 1e-12));
}

TEST_CASE("A sure amount is its own certainty equivalent, and an impossible one counts nothing") {
  for (const double sure : {-120.0, -.5, 0.0, .5, 120.0}) {
    CHECK_THAT(certainty_equivalent(value_of<1>({sure}, {1}), tversky_kahneman<double>()),
               WithinAbs(sure, 1e-9));
  }
  CHECK(value_of<2>({10, 1000}, {1, 0}) == value_of<1>({10}, {1}));
}

TEST_CASE("T5: at the equalising ratio an even chance is worth nothing") {
  for (const double ratio : {2.25, 1.955, 1.6, 1.31}) {
    ProspectTaste<double> taste = tversky_kahneman<double>();
    taste.ratio = ratio;
    CHECK_THAT(value_of<2>({-100, 100 * even_chance_ratio(taste)}, {.5, .5}, taste),
               WithinAbs(0, 1e-10));
  }
}

TEST_CASE("T8: the mean of what was expected is not enough once losses loom larger") {
  const std::array<double, 3> expected = {0, 50, 100}, chances = {.25, .25, .5};
  const std::array<double, 1> mean = {62.5}, sure = {1};
  const auto worth = [&](double ratio) {
    return std::pair(worth_of<double>(50, expected, chances, 1, ratio),
                     worth_of<double>(50, mean, sure, 1, ratio));
  };
  CHECK_THAT(worth(1).first, WithinRel(worth(1).second, 1e-12));
  CHECK(worth(1.955).first < worth(1.955).second - 1);
  CHECK(worth_of_expected<double>(sure, sure, 1, 2.25) == 1); // certainty has no surprise
}
