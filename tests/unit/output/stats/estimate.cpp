// SPDX-License-Identifier: Apache-2.0
#include "output/stats/estimate.hpp"
#include "output/stats/student.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("Quantiles of Student and the normal are the tabulated ones") {
  CHECK_THAT(student_two_sided(0.95, 1), WithinRel(12.706204736174706, 1e-11));
  CHECK_THAT(student_two_sided(0.95, 29), WithinRel(2.045229642132703, 1e-11));
  CHECK_THAT(student_two_sided(0.99, 9), WithinRel(3.249835541592126, 1e-11));
  CHECK_THAT(normal_two_sided(0.95), WithinRel(1.959963984540054, 1e-11));
  CHECK_THAT(student_p(2.045229642132703, 29), WithinRel(0.05, 1e-11));
  CHECK_THAT(student_p(-1, 1), WithinRel(0.5, 1e-11));
  CHECK(student_p(HUGE_VAL, 5) == 0);
}

TEST_CASE("Mean of 1..5 with its t interval") {
  const std::array values{1., 2., 3., 4., 5.};
  const auto interval = mean_interval(values, 0.95);
  CHECK(interval.known());
  CHECK(interval.replications == 5);
  CHECK_THAT(interval.estimate, WithinRel(3.0, 1e-15));
  // 2.776445105197793 sqrt(2.5 / 5)
  CHECK_THAT(interval.half_width(), WithinRel(1.963243161477561, 1e-11));
}

TEST_CASE("One replication gives an estimate and a reason, never an interval") {
  const std::array one{4.0};
  const auto interval = mean_interval(one);
  CHECK(interval.estimate == 4.0);
  CHECK_FALSE(interval.known());
  CHECK(interval.reason == "one replication gives no interval");
  CHECK(std::isnan(interval.half_width()));
  CHECK_FALSE(ratio_interval(one, one).known());
  CHECK_FALSE(paired_difference(one, one).known());
}

TEST_CASE("No replication gives neither") {
  const auto interval = mean_interval({});
  CHECK(std::isnan(interval.estimate));
  CHECK(interval.reason == "no replication has a value");
}

TEST_CASE("Replications without a value are dropped and counted") {
  const std::array values{1., missing, 3., missing, 5.};
  const auto interval = mean_interval(values);
  CHECK(interval.replications == 3);
  CHECK(interval.dropped == 2);
  CHECK(interval.estimate == 3);
}

TEST_CASE("Wilson's interval is the published one") {
  // Newcombe 1998, table I: 81/263 gives .2553 to .3662, 15/148 .0624 to .1605, 0/20 0 to .1611.
  const auto a = wilson(81, 263), b = wilson(15, 148), c = wilson(0, 20), d = wilson(29, 29);
  CHECK_THAT(a.lower, WithinAbs(0.2553, 5e-5));
  CHECK_THAT(a.upper, WithinAbs(0.3662, 5e-5));
  CHECK_THAT(b.lower, WithinAbs(0.0624, 5e-5));
  CHECK_THAT(b.upper, WithinAbs(0.1605, 5e-5));
  CHECK(c.lower == 0);
  CHECK_THAT(c.upper, WithinAbs(0.1611, 5e-5));
  CHECK_THAT(d.lower, WithinAbs(0.8830, 5e-5));
  CHECK(d.upper == 1);
  CHECK(wilson(0, 0).reason == "nobody to count");
}

TEST_CASE("A design effect of 4 is a quarter of the people") {
  const auto clustered = wilson(80, 400, 0.95, 4), fewer = wilson(20, 100);
  CHECK_THAT(clustered.lower, WithinRel(fewer.lower, 1e-12));
  CHECK_THAT(clustered.upper, WithinRel(fewer.upper, 1e-12));
}

TEST_CASE("Clusters that agree within themselves have the cluster size as design effect") {
  // Ten clusters of 8, all or nothing: variance n/(n-1) of one trial per cluster.
  std::vector<double> successes, totals(10, 8.0);
  for (int i = 0; i < 10; ++i)
    successes.push_back(i % 2 == 0 ? 8.0 : 0.0);
  CHECK_THAT(design_effect(successes, totals), WithinRel(8.0 * 10 / 9, 1e-12));
  CHECK(design_effect(std::vector(10, 4.0), totals) == 1);
  CHECK(std::isnan(design_effect(std::vector{1.0}, std::vector{2.0})));
}

TEST_CASE("A ratio interval by hand") {
  const std::array hours{2., 4., 6.}, people{1., 2., 2.};
  const auto ratio = ratio_interval(hours, people);
  CHECK_THAT(ratio.estimate, WithinRel(2.4, 1e-15));
  // residuals -.4, -.8, 1.2: variance 1.12; error sqrt(1.12 * 3) / 5; t(2) = 4.302652729749464
  CHECK_THAT(ratio.half_width(), WithinRel(4.302652729749464 * std::sqrt(3.36) / 5, 1e-11));
  const std::array nobody{0., 0., 0.};
  CHECK(ratio_interval(hours, nobody).reason == "the denominator is 0 in every replication");
}

TEST_CASE("A constant ratio is known exactly") {
  const std::array x{2., 4., 6.}, y{1., 2., 3.};
  const auto ratio = ratio_interval(x, y);
  CHECK(ratio.estimate == 2);
  CHECK(ratio.half_width() == 0);
}
