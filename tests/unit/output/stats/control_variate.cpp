// SPDX-License-Identifier: Apache-2.0
#include "output/stats/control_variate.hpp"

#include "output/stats/student.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const std::vector<double> ramp{1, 2, 3, 4, 5, 6, 7, 8};
const std::vector<double> wave{1, -1, 1, -1, 1, -1, 1, -1};

} // namespace

TEST_CASE("One control by hand") {
  // y = 2 c + 3 + wave: slope 2 - 4/42 (wave has -4 with the ramp, whose squares are 42).
  std::vector<double> y;
  for (std::size_t i = 0; i < 8; ++i)
    y.push_back(2 * ramp[i] + 3 + wave[i]);
  const std::array controls{Control{ramp, 5.0}};
  const auto result = controlled_mean(y, controls);
  const double slope = 2 - 4.0 / 42;
  REQUIRE(result.known());
  CHECK_THAT(result.coefficients[0], WithinRel(slope, 1e-12));
  CHECK(result.plain.estimate == 12);
  CHECK_THAT(result.adjusted.estimate, WithinRel(12 + slope * 0.5, 1e-12));
  const double residuals = 8 - 16.0 / 42; // squares left by the regression
  const double variance = residuals / 6 * (1.0 / 8 + 0.25 / 42);
  CHECK_THAT(result.adjusted.half_width(),
             WithinRel(student_two_sided(0.95, 6) * std::sqrt(variance), 1e-12));
  const double squares = 4 * 42 + 8 - 4 * 4.0; // of y about its mean
  CHECK_THAT(result.variance_factor, WithinRel(variance / (squares / 7 / 8), 1e-12));
  CHECK_THAT(result.price, WithinRel(6.0 / 5, 1e-12));
}

TEST_CASE("Two correlated controls that explain everything give the answer itself") {
  std::vector<double> y, other;
  for (std::size_t i = 0; i < 8; ++i) {
    other.push_back(ramp[i] * ramp[i]);
    y.push_back(7 + 3 * ramp[i] - 2 * other[i]);
  }
  const std::array controls{Control{ramp, 4.0}, Control{other, 20.0}};
  const auto result = controlled_mean(y, controls);
  CHECK_THAT(result.adjusted.estimate, WithinRel(7 + 12 - 40.0, 1e-9));
  CHECK_THAT(result.coefficients[1], WithinRel(-2.0, 1e-9));
  CHECK(result.adjusted.half_width() < 1e-6);
}

TEST_CASE("No control at all is the plain mean") {
  const auto result = controlled_mean(ramp, {});
  CHECK_THAT(result.adjusted.half_width(), WithinRel(result.plain.half_width(), 1e-12));
  CHECK(result.adjusted.estimate == result.plain.estimate);
  CHECK_THAT(result.variance_factor, WithinRel(1.0, 1e-12));
}

TEST_CASE("The unit of a control does not matter") {
  std::vector<double> milli, y{3, 1, 4, 1, 5, 9, 2, 6};
  for (const double value : ramp)
    milli.push_back(1000 * value + 1e6);
  const auto a = controlled_mean(y, std::array{Control{ramp, 4.0}});
  const auto b = controlled_mean(y, std::array{Control{milli, 1004e3}});
  CHECK_THAT(b.adjusted.estimate, WithinRel(a.adjusted.estimate, 1e-9));
  CHECK_THAT(b.adjusted.half_width(), WithinRel(a.adjusted.half_width(), 1e-9));
}

TEST_CASE("Useless controls are refused with the reason, the plain mean stays") {
  const auto refused = [](std::span<const double> values, std::span<const Control> controls) {
    const auto result = controlled_mean(values, controls);
    CHECK_FALSE(result.known());
    CHECK_FALSE(result.adjusted.known());
    CHECK(std::isnan(result.adjusted.estimate));
    CHECK(result.adjusted.reason == result.refused);
    return result.refused;
  };
  const std::vector<double> same(8, 0.1);
  std::vector<double> both;
  for (std::size_t i = 0; i < 8; ++i)
    both.push_back(2 * ramp[i] - 3 * wave[i] + 1);
  CHECK(refused(ramp, std::array{Control{same, 0.1}}) ==
        "control 1 is the same in every replication");
  CHECK(refused(both, std::array{Control{ramp, 0}, Control{ramp, 0}}) ==
        "the controls are linear combinations of each other");
  CHECK(refused(std::span(ramp).first(6), std::array{Control{std::span(wave).first(6), 0}}) ==
        "6 replications are too few for 1 controls");
  CHECK(controlled_mean(ramp, std::array{Control{same, 0.1}}).plain.known());
}

TEST_CASE("A linear combination of two others is found among three") {
  std::vector<double> a, b, both, y;
  for (int i = 0; i < 12; ++i) {
    a.push_back(i * i % 7);
    b.push_back(i * 5 % 11);
    both.push_back(a.back() - 4 * b.back());
    y.push_back(i);
  }
  const std::array controls{Control{a, 0}, Control{b, 0}, Control{both, 0}};
  CHECK(controlled_mean(y, controls).refused ==
        "the controls are linear combinations of each other");
  CHECK(controlled_mean(y, std::span(controls).first(2)).known());
}

TEST_CASE("Replications that lack a control are dropped") {
  auto holes = wave;
  holes[3] = missing;
  const auto result = controlled_mean(ramp, std::array{Control{holes, 0}});
  CHECK(result.plain.replications == 7);
  CHECK(result.adjusted.dropped == 1);
}
