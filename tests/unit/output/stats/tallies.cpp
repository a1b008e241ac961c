// SPDX-License-Identifier: Apache-2.0
#include "output/stats/fixed_sum.hpp"
#include "output/stats/histogram.hpp"
#include "output/stats/moments.hpp"
#include "output/stats/sketch.hpp"
#include "output/stats/tally.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
}

TEST_CASE("Moments of 2 4 4 4 5 5 7 9") {
  Moments moments;
  for (const double value : {2., 4., 4., 4., 5., 5., 7., 9.})
    moments.add(value);
  CHECK(moments.count() == 8);
  CHECK_THAT(moments.mean(), WithinRel(5.0, 1e-15));
  CHECK_THAT(moments.variance(), WithinRel(32.0 / 7, 1e-15));
}

TEST_CASE("Moments of nothing and of one value have no variance") {
  Moments moments;
  CHECK(std::isnan(moments.mean()));
  moments.add(3);
  CHECK(moments.mean() == 3);
  CHECK(std::isnan(moments.variance()));
}

TEST_CASE("Moments keep the variance of small deviations from a large mean") {
  Moments moments;
  for (const double value : {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16})
    moments.add(value);
  CHECK_THAT(moments.variance(), WithinRel(30.0, 1e-12));
}

TEST_CASE("Fixed sums agree with exact arithmetic on dyadic values") {
  FixedSum sum;
  for (const double value : {0.5, -1.25, 4096.0, -0.0009765625})
    sum.add(value);
  CHECK(sum.total() == 0.5 - 1.25 + 4096.0 - 0.0009765625);
  Moments moments;
  for (const double value : {0.5, -1.25, 4096.0, -0.0009765625})
    moments.add(value);
  CHECK_THAT(sum.variance(), WithinRel(moments.variance(), 1e-14));
}

TEST_CASE("Fixed sums keep the variance of small deviations from a large mean") {
  FixedSum sum;
  for (const double value : {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16})
    sum.add(value);
  CHECK_THAT(sum.variance(), WithinRel(30.0, 1e-12));
}

TEST_CASE("Fixed sums reject what they cannot hold and say how often") {
  FixedSum sum;
  for (const double value : {1.0, not_a_number, 1e30, -HUGE_VAL, FixedSum::largest_value})
    sum.add(value);
  CHECK(sum.count() == 2);
  CHECK(sum.rejected() == 3);
  CHECK(sum.total() == 1.0 + FixedSum::largest_value);
}

TEST_CASE("A fixed sum of half a million largest values does not overflow") {
  FixedSum sum;
  sum.add(FixedSum::largest_value);
  for (int doubling = 0; doubling < 18; ++doubling)
    sum += FixedSum(sum);
  CHECK(sum.count() == 1 << 18);
  CHECK(sum.mean() == FixedSum::largest_value);
  CHECK(sum.variance() == 0);
}

TEST_CASE("A histogram answers quantiles linearly inside a bin") {
  Histogram histogram(0, 10, 10);
  for (int i = 0; i < 4; ++i)
    histogram.add(2.5);
  histogram.add(7.1, 4);
  CHECK(histogram.quantile(0.0) == 2.0);
  CHECK(histogram.quantile(0.25) == 2.5);
  CHECK(histogram.quantile(0.5) == 3.0);
  CHECK(histogram.quantile(0.75) == 7.5);
  CHECK(histogram.quantile(1.0) == 8.0);
}

TEST_CASE("A histogram puts edges, ends and outsiders where its comment says") {
  Histogram affect;
  CHECK(affect.counts().size() == 200);
  for (const double value : {-5.0, -9.0, -4.951})
    affect.add(value);
  for (const double value : {5.0, 7.0, 4.951})
    affect.add(value);
  affect.add(0.0);
  affect.add(not_a_number);
  CHECK(affect.counts()[0] == 3);
  CHECK(affect.counts()[199] == 3);
  CHECK(affect.counts()[100] == 1);
  CHECK(affect.count() == 7);
  CHECK(std::isnan(Histogram().quantile(0.5)));
}

TEST_CASE("A sketch is within one per cent over ninety powers of two") {
  for (double value = 1e-9; value < 1e18; value *= 1.37) {
    Sketch sketch;
    sketch.add(value);
    CHECK_THAT(sketch.quantile(0.5), WithinRel(value, Sketch::relative_error * 1.0000001));
  }
}

TEST_CASE("A sketch ranks zeros below everything and ignores NaN") {
  Sketch sketch;
  CHECK(std::isnan(sketch.quantile(0.5)));
  sketch.add(0, 3);
  sketch.add(100);
  sketch.add(not_a_number);
  CHECK(sketch.count() == 4);
  CHECK(sketch.quantile(0.75) == 0);
  CHECK_THAT(sketch.quantile(0.76), WithinRel(100.0, 0.01));
}

TEST_CASE("A tally holds one cell per combination, last axis fastest") {
  Tally<std::int64_t, 2> tally({2, 3});
  tally[{1, 2}] = 5;
  tally[{0, 1}] = 7;
  CHECK(tally.cells().size() == 6);
  CHECK(tally.cells()[5] == 5);
  CHECK(tally.cells()[1] == 7);
}
