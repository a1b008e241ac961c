// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/choice.hpp"
#include "models/luck/stream.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
template <class F> using Four = std::array<F, 4>;
template <class F> constexpr Four<F> base = {F(.5), F(.3), F(.15), F(.05)};
constexpr Four<double> utility = {0, .5, 1, 2};

template <class F>
Four<F> shares(double theta, Four<double> value = utility, Four<F> from = base<F>) {
  Four<F> tilt{}, result{};
  for (std::size_t j = 0; j < 4; ++j) {
    tilt[j] = static_cast<F>(theta * value[j]);
  }
  tilted_shares<F>(from, tilt, result);
  return result;
}

double mean_utility(double theta) {
  const auto p = shares<double>(theta);
  return std::inner_product(p.begin(), p.end(), utility.begin(), 0.0);
}

/// ln(sum base e^(theta U)) / theta, the value of deliberating at the cost 1 / theta.
double value_of_choice(double theta) {
  double sum = 0;
  for (std::size_t j = 0; j < 4; ++j) {
    sum += base<double>[j] * std::exp(theta * utility[j]);
  }
  return std::log(sum) / theta;
}
} // namespace

TEMPLATE_TEST_CASE("T39: probabilities of the choice rule", "", float, double) {
  const std::array<std::pair<double, Four<double>>, 4> rows = {{
      {.5, {.394188, .303689, .194972, .107151}},
      {1, {.282197, .279159, .230127, .208517}},
      {2, {.097017, .158231, .215059, .529693}},
      {5, {.000443, .003241, .019740, .976576}},
  }};
  for (const auto& [theta, expected] : rows) {
    const auto p = shares<TestType>(theta);
    for (std::size_t j = 0; j < 4; ++j) {
      CHECK_THAT(static_cast<double>(p[j]), WithinAbs(expected[j], 6e-7)); // printed to 6 digits
      const double exact =
          base<double>[j] * std::exp(theta * utility[j]) / std::exp(theta * value_of_choice(theta));
      CHECK_THAT(static_cast<double>(p[j]), WithinRel(exact, sizeof(TestType) == 8 ? 1e-9 : 1e-6));
    }
  }
}

TEMPLATE_TEST_CASE("T39: limits and invariances", "", float, double) {
  CHECK(shares<TestType>(0) == base<TestType>); // bit for bit
  CHECK(shares<TestType>(2, {1, 1, 1, 1}) == base<TestType>);
  CHECK_THAT(static_cast<double>(shares<TestType>(50)[3]), WithinAbs(1, 1e-9));
  const auto p = shares<TestType>(1), moved = shares<TestType>(1, {7, 7.5, 8, 9});
  for (std::size_t j = 0; j < 4; ++j) {
    CHECK_THAT(static_cast<double>(moved[j]),
               WithinRel(static_cast<double>(p[j]), sizeof(TestType) == 8 ? 1e-12 : 1e-6));
  }
  const auto zero = shares<TestType>(5, utility, {TestType(.5), TestType(.5), 0, 0});
  CHECK(zero[2] == 0);
  CHECK(zero[3] == 0);
}

TEST_CASE("T39: value of the choice is mean utility less the information cost") {
  const std::array<std::pair<double, double>, 4> rows = {
      {{.5, .475560}, {1, .572002}, {2, .819862}, {5, 1.405594}}};
  for (const auto& [theta, expected] : rows) {
    const auto p = shares<double>(theta);
    double information = 0;
    for (std::size_t j = 0; j < 4; ++j) {
      information += p[j] * std::log(p[j] / base<double>[j]);
    }
    CHECK_THAT(mean_utility(theta) - information / theta, WithinRel(value_of_choice(theta), 1e-9));
    CHECK_THAT(value_of_choice(theta), WithinAbs(expected, 6e-7));
  }
}

TEST_CASE("T39: mean utility grows with theta by its variance") {
  const auto p = shares<double>(.5);
  double square = 0;
  for (std::size_t j = 0; j < 4; ++j) {
    square += p[j] * utility[j] * utility[j];
  }
  const double variance = square - mean_utility(.5) * mean_utility(.5);
  CHECK_THAT(variance, WithinAbs(.384645, 6e-7));
  CHECK_THAT((mean_utility(.5 + 1e-5) - mean_utility(.5 - 1e-5)) / 2e-5, WithinRel(variance, 1e-8));
}

namespace {
/// How often each row is chosen over a regular grid of words.
template <class F> Four<double> frequencies(const Four<F>& weights) {
  constexpr std::uint32_t n = 1U << 14;
  std::array<std::uint32_t, 4> below{};
  double cumulative = 0;
  for (std::size_t j = 0; j < 4; ++j) {
    cumulative += base<double>[j];
    below[j] = threshold(cumulative);
  }
  Four<double> frequency{};
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t word = i * (1U << 18) + (1U << 17);
    frequency[choose_row<F>(word, {base<F>, weights, below})] += 1.0 / n;
  }
  return frequency;
}
} // namespace

TEMPLATE_TEST_CASE("one word of luck chooses with the tilted probabilities", "", float, double) {
  Four<TestType> weights{};
  for (const double theta : {0.0, .5, 2.0}) {
    for (std::size_t j = 0; j < 4; ++j) {
      weights[j] = static_cast<TestType>(std::exp(theta * (utility[j] - 2)));
    }
    const auto frequency = frequencies<TestType>(weights);
    for (std::size_t j = 0; j < 4; ++j) {
      CHECK_THAT(frequency[j], WithinAbs(shares<double>(theta)[j], 1.5e-4));
    }
  }
}

TEST_CASE("equal tilts decide by the integer thresholds of the bare chain") {
  const std::array<std::uint32_t, 2> below = {threshold(.3), 0};
  const std::array<float, 2> share = {.3F, .7F}, even = {1, 1}, nearly = {1, .9999999F};
  const std::uint32_t edge = threshold(.3);
  CHECK(choose_row<float>(edge - 1, {share, even, below}) == 0);
  CHECK(choose_row<float>(edge, {share, even, below}) == 1);
  // .3 in float is a little above .3: a float comparison would have drawn the first row.
  CHECK(choose_row<float>(edge, {share, nearly, below}) == 0);
  CHECK(choose_row<float>(0xffffffffU, {share, nearly, below}) == 1);
}

TEST_CASE("weights per kind: the largest exponent is taken out first") {
  const auto neutral = kind_weights<float>({0, 0, 0}, {1, 1, 1});
  CHECK((neutral.stay == 1 && neutral.served == 1 && neutral.lost == 1));
  const auto strong = kind_weights<float>({-200, 0, 500}, {1, 1, 1});
  CHECK((strong.stay == 0 && strong.served == 0 && strong.lost == 1));
  const auto both = kind_weights<float>({-200, 0, -201}, {1, 0, 1});
  CHECK(both.stay == 1);
  CHECK_THAT(static_cast<double>(both.lost), WithinRel(std::exp(-1.0), 1e-6));
  CHECK(kind_weights<float>({.7F, 0, 9}, {1, 0, 0}).of(OptionKind::stay) == 1);
}
