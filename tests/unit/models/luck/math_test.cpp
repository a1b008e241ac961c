// SPDX-License-Identifier: Apache-2.0
#include "models/luck/math.hpp"

#include "tests/unit/models/luck/ulp.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using namespace sojourn::testing;

namespace {

constexpr std::int64_t dense = 1021; // a prime: 4 million of the 4 billion floats
const float quiet_nan = std::nanf("");

Sweep sweep_exp(std::int64_t stride) {
  return sweep_floats(
      -infinity_index, infinity_index, stride, [](float x) { return sojourn::exp(x); },
      [](double x) { return std::exp(x); });
}

Sweep sweep_log(std::int64_t stride) {
  return sweep_floats(
      0, infinity_index, stride, [](float x) { return sojourn::log(x); },
      [](double x) { return std::log(x); });
}

/// exp with the highest coefficient of its polynomial left out.
float worse_exp(float x) {
  const float n = round_nearest(x * 1.44269504F);
  const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  float p = 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  return scale_by_power((r * r * p + r) + 1.0F, to_int_nearest(n));
}

/// The worst ulp of `function` against `reference` over doubles of all sizes within +-limit.
template <class Function, class Reference>
double worst_double(double lowest, double limit, Function function, Reference reference) {
  double worst = 0;
  for (double x = lowest; x < limit; x *= 1.00001234567) {
    worst = std::max(worst, double_ulps(function(x), reference(static_cast<long double>(x))));
  }
  return worst;
}

} // namespace

TEST_CASE("exp of a float is within 2 ulp and monotone", "[luck]") {
  const Sweep sweep = sweep_exp(dense);
  INFO("worst at " << sweep.where);
  CHECK(sweep.worst <= 2);
  CHECK(sweep.falls == 0);
}

TEST_CASE("log of a float is within 2 ulp and monotone", "[luck]") {
  const Sweep sweep = sweep_log(dense);
  INFO("worst at " << sweep.where);
  CHECK(sweep.worst <= 2);
  CHECK(sweep.falls == 0);
}

TEST_CASE("every float through exp and log", "[luck][soak]") {
  const Sweep of_exp = sweep_exp(1), of_log = sweep_log(1);
  CHECK(of_exp.worst <= 2);
  CHECK(of_exp.falls == 0);
  CHECK(of_log.worst <= 2);
  CHECK(of_log.falls == 0);
}

TEST_CASE("the sweep sees a polynomial that is one degree short", "[luck]") {
  const Sweep sweep =
      sweep_floats(-0x42000000, 0x42000000, dense, worse_exp, [](double x) { return std::exp(x); });
  CHECK(sweep.worst > 2);
}

TEST_CASE("exp and log of a double are within 2 ulp", "[luck]") {
  const auto own_exp = [](double x) { return sojourn::exp(x); };
  const auto own_exp_down = [](double x) { return sojourn::exp(-x); };
  const auto own_log = [](double x) { return sojourn::log(x); };
  CHECK(worst_double(1e-9, 709.7, own_exp, [](long double x) { return std::exp(x); }) <= 2);
  CHECK(worst_double(1e-9, 745, own_exp_down, [](long double x) { return std::exp(-x); }) <= 2);
  CHECK(worst_double(0.1, 1e3, own_log, [](long double x) { return std::log(x); }) <= 2);
  CHECK(worst_double(1e-300, 1e-295, own_log, [](long double x) { return std::log(x); }) <= 2);
  CHECK(worst_double(
            1e-9, 1e-2, [](double x) { return sojourn::log(1 + x); },
            [](long double x) { return std::log(1 + static_cast<double>(x)); }) <= 3);
}

TEMPLATE_TEST_CASE("exp at the edges of its domain", "[luck]", float, double) {
  const TestType infinity = INFINITY;
  CHECK(sojourn::exp(TestType(0)) == 1);
  CHECK(sojourn::exp(TestType(-0.0)) == 1);
  CHECK(sojourn::exp(-infinity) == 0);
  CHECK(sojourn::exp(infinity) == infinity);
  CHECK(sojourn::exp(std::numeric_limits<TestType>::lowest()) == 0);
  CHECK(sojourn::exp(std::numeric_limits<TestType>::max()) == infinity);
  CHECK(std::isnan(sojourn::exp(TestType(quiet_nan))));
}

TEMPLATE_TEST_CASE("log at the edges of its domain", "[luck]", float, double) {
  const TestType infinity = INFINITY;
  CHECK(sojourn::log(TestType(1)) == 0);
  CHECK(sojourn::log(TestType(0)) == -infinity);
  CHECK(sojourn::log(infinity) == infinity);
  CHECK(std::isnan(sojourn::log(TestType(-1))));
  CHECK(std::isnan(sojourn::log(-infinity)));
  CHECK(std::isnan(sojourn::log(TestType(quiet_nan))));
}

TEMPLATE_TEST_CASE("pow has the values that a power law needs", "[luck]", float, double) {
  CHECK(sojourn::pow(TestType(0), TestType(0.88)) == 0);
  CHECK(sojourn::pow(TestType(0), TestType(0)) == 1);
  CHECK(sojourn::pow(TestType(7), TestType(0)) == 1);
  CHECK(sojourn::pow(TestType(1), TestType(0.88)) == 1);
  CHECK(std::isnan(sojourn::pow(TestType(-1), TestType(0.5))));
  CHECK_THAT(static_cast<double>(sojourn::pow(TestType(20), TestType(0.88))),
             Catch::Matchers::WithinRel(std::pow(20.0, 0.88), 1e-6));
}
