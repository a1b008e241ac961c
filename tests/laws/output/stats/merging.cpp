// SPDX-License-Identifier: Apache-2.0
// Laws of accumulators: zero is neutral; adding parts is adding the whole. Integer ones hold bit
// for bit in any order and grouping, floating ones to rounding.
#include "output/stats/fixed_sum.hpp"
#include "output/stats/histogram.hpp"
#include "output/stats/moments.hpp"
#include "output/stats/sketch.hpp"
#include "output/stats/tally.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace sojourn::output;
using Catch::Matchers::WithinRel;

namespace {

std::vector<double> some_values(unsigned seed, std::size_t n = 2000) {
  std::mt19937_64 bits(seed);
  std::vector<double> values(n);
  for (auto& value : values)
    value = std::exp(20 * (static_cast<double>(bits() >> 11) * 0x1p-53 - 0.6)) - 0.01;
  return values;
}

template <class Accumulator> Accumulator of(const std::vector<double>& values) {
  Accumulator result;
  for (const double value : values)
    result.add(value);
  return result;
}

template <class Accumulator>
std::vector<Accumulator> parts_of(const std::vector<double>& values, std::size_t n) {
  std::vector<Accumulator> parts(n);
  for (std::size_t i = 0; i < values.size(); ++i)
    parts[(i * i + i / 7) % n].add(values[i]);
  return parts;
}

template <class Accumulator> Accumulator folded(const std::vector<Accumulator>& parts) {
  Accumulator all;
  for (const auto& part : parts)
    all += part;
  return all;
}

} // namespace

TEMPLATE_TEST_CASE("Adding an empty accumulator on either side changes nothing", "", Moments,
                   FixedSum, Histogram, Sketch) {
  const auto whole = of<TestType>(some_values(1));
  auto left = whole, right = TestType{};
  left += TestType{};
  right += whole;
  CHECK(left == whole);
  CHECK(right == whole);
}

TEMPLATE_TEST_CASE("Integer accumulators do not know how their values were split or ordered", "",
                   FixedSum, Histogram, Sketch) {
  const auto values = some_values(2);
  const auto whole = of<TestType>(values);
  for (const std::size_t n : {2U, 3U, 16U, 101U}) {
    auto parts = parts_of<TestType>(values, n);
    CHECK(folded(parts) == whole);
    std::reverse(parts.begin(), parts.end());
    CHECK(folded(parts) == whole);
  }
}

TEMPLATE_TEST_CASE("Integer accumulators are associative bit for bit", "", FixedSum, Histogram,
                   Sketch) {
  const auto a = of<TestType>(some_values(3)), b = of<TestType>(some_values(4, 7)),
             c = of<TestType>(some_values(5, 400));
  auto left = a, right = b;
  left += b;
  left += c;
  right += c;
  auto grouped = a;
  grouped += right;
  CHECK(left == grouped);
}

TEST_CASE("Moments of the parts are the moments of the whole") {
  const auto values = some_values(6);
  const auto whole = of<Moments>(values), merged = folded(parts_of<Moments>(values, 17));
  CHECK(merged.count() == whole.count());
  CHECK_THAT(merged.mean(), WithinRel(whole.mean(), 1e-12));
  CHECK_THAT(merged.variance(), WithinRel(whole.variance(), 1e-12));
}

TEST_CASE("A plain running sum of doubles breaks the law the fixed sum keeps") {
  const auto values = some_values(7);
  auto reversed = values;
  std::reverse(reversed.begin(), reversed.end());
  double forward = 0, backward = 0;
  for (const double value : values)
    forward += value;
  for (const double value : reversed)
    backward += value;
  CHECK(forward != backward);
  CHECK(of<FixedSum>(values) == of<FixedSum>(reversed));
  CHECK_THAT(of<FixedSum>(values).total(), WithinRel(forward, 1e-9));
}

TEST_CASE("Equal values have variance 0 exactly") {
  for (const double value : {0.1, 1e-7, 3.3e9, -12345.678}) {
    const auto values = std::vector<double>(37, value);
    CHECK(of<Moments>(values).m2() == 0);
    CHECK(of<FixedSum>(values).variance() == 0);
  }
}

TEST_CASE("Quantiles do not fall as p rises and lie among the values") {
  const auto values = some_values(8);
  const auto sketch = of<Sketch>(values);
  const auto histogram = of<Histogram>(values);
  for (int i = 0; i < 1000; ++i) {
    CHECK(sketch.quantile(i / 1000.0) <= sketch.quantile((i + 1) / 1000.0));
    CHECK(histogram.quantile(i / 1000.0) <= histogram.quantile((i + 1) / 1000.0));
  }
}

TEST_CASE("A sketch quantile is within one per cent of the sample quantile") {
  auto values = some_values(9, 10001);
  const auto sketch = of<Sketch>(values);
  std::sort(values.begin(), values.end());
  for (const double p : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999}) {
    const auto rank = static_cast<std::size_t>(std::ceil(p * 10001)) - 1;
    const double exact = std::max(0.0, values[rank]);
    CHECK(std::abs(sketch.quantile(p) - exact) <= 0.01 * exact);
  }
}

TEST_CASE("A histogram quantile is within one bin of the sample quantile") {
  std::mt19937_64 bits(10);
  std::normal_distribution<double> normal(0.3, 1.2);
  std::vector<double> values(5000);
  Histogram histogram;
  for (auto& value : values)
    histogram.add(value = normal(bits));
  std::sort(values.begin(), values.end());
  for (std::size_t rank = 50; rank < 4950; rank += 350)
    CHECK(std::abs(histogram.quantile((static_cast<double>(rank) + 0.5) / 5000) - values[rank]) <=
          histogram.width());
}

TEST_CASE("Tallies merge cell by cell and an empty one takes the other's axes") {
  Tally<FixedSum, 2> a({2, 2}), b({2, 2}), none;
  a[{0, 1}].add(1);
  b[{0, 1}].add(2);
  b[{1, 0}].add(5);
  none += a;
  CHECK(none == a);
  a += b;
  CHECK(a[{0, 1}].total() == 3);
  CHECK(a[{1, 0}].total() == 5);
}
