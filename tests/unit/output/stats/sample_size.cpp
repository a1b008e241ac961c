// SPDX-License-Identifier: Apache-2.0
// Right-hand sides: Student's t by table, and the sizes that power analyses with the non-central t
// print for d = 0.1, 0.2, 0.5, 1.
#include "output/stats/sample_size.hpp"
#include "output/stats/estimate.hpp"
#include "output/stats/student.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
constexpr double unbounded = std::numeric_limits<double>::infinity();
}

TEST_CASE("Quantiles by table") {
  CHECK_THAT(student_quantile(0.8, 30), WithinAbs(0.8538, 5e-5));
  CHECK_THAT(student_quantile(0.05, 3), WithinRel(-2.353363434801825, 1e-11));
  CHECK_THAT(student_upper_p(2.353363434801825, 3), WithinRel(0.05, 1e-11));
  CHECK(student_upper_p(unbounded, 3) == 0);
  CHECK(student_upper_p(-unbounded, 3) == 1);
  CHECK_THAT(chi_square_quantile(0.2, 9), WithinAbs(5.380, 5e-4));
  CHECK_THAT(chi_square_quantile(0.975, 10), WithinAbs(20.483, 5e-4));
  CHECK_THAT(f_quantile(0.95, 4, 20), WithinAbs(2.866, 5e-4));
  CHECK_THAT(f_quantile(0.05, 20, 4), WithinRel(1 / f_quantile(0.95, 4, 20), 1e-10));
  CHECK(rounded_power(2, -2) == 0.25);
}

TEST_CASE("The size for a half-width is the smallest that does") {
  const Pilot pilot{10, 20};
  const auto size = size_for_half_width(pilot, 2);
  CHECK(size.replications == 99); // 1.984 * 10 / sqrt 99 = 1.994; at 98: 2.0049
  CHECK(expected_half_width(pilot, size.replications) <= 2);
  CHECK(expected_half_width(pilot, size.replications - 1) > 2);
  CHECK(size.cautious > size.replications);
  CHECK_THAT(size.upper_deviation,
             WithinRel(10 * std::sqrt(19 / chi_square_quantile(0.2, 19)), 1e-12));
  CHECK(expected_half_width({size.upper_deviation, 20}, size.cautious) <= 2);
  CHECK(expected_half_width({size.upper_deviation, 20}, size.cautious - 1) > 2);
}

TEST_CASE("Sizes to detect a difference at 80 % power") {
  const Pilot pilot{1, 30};
  CHECK(size_to_detect(pilot, 1.0).replications == 10);
  CHECK(size_to_detect(pilot, 0.5).replications == 34);
  CHECK(size_to_detect(pilot, -0.5).replications == 34);
  CHECK(size_to_detect(pilot, 0.2).replications == 199);
  CHECK(size_to_detect(pilot, 0.1, 0.9).replications == 1053);
  CHECK(size_to_detect(pilot, 0.5, 0.95).replications == 54 + 1); // the approximation's one
  CHECK(detectable_difference(pilot, 34) <= 0.5);
  CHECK(detectable_difference(pilot, 33) > 0.5);
}

TEST_CASE("The size for a share follows Wilson with its design effect") {
  // 600 of 3000 journeys in 30 replications, four times the variance of independent ones.
  const SharePilot pilot{600, 3000, 4, 30};
  const auto size = size_for_share(pilot, 0.02);
  const auto width = [](std::int64_t n, double effect) {
    const auto journeys = 100 * static_cast<double>(n);
    return wilson(0.2 * journeys, journeys, 0.95, effect).half_width();
  };
  CHECK(width(size.replications, 4) <= 0.02);
  CHECK(width(size.replications - 1, 4) > 0.02);
  const double ratio = size.upper_deviation / size.deviation;
  CHECK(width(size.cautious, 4 * ratio * ratio) <= 0.02);
  CHECK_THAT(size.deviation, WithinRel(std::sqrt(0.2 * 0.8 * 4 / 100), 1e-12));
  CHECK(size_for_share({600, 3000, 1, 30}, 0.02).replications < size.replications);
}

TEST_CASE("A pilot without spread, and a wish beyond reach, are refused with the reason") {
  const auto blind = size_for_half_width({0, 10}, 1);
  CHECK_FALSE(blind.known());
  CHECK(blind.reason == "the pilot saw no spread at all: it cannot say how many are needed");
  const auto far = size_for_half_width({1e6, 10}, 1e-3);
  CHECK_FALSE(far.known());
  CHECK(far.reason == "more than 1000000000 replications");
  CHECK(size_for_half_width({1e-9, 10}, 1).replications == 2);
}

TEST_CASE("The upper bound of the deviation shrinks towards it as the pilot grows") {
  CHECK_THAT((Pilot{1, 10}.upper_deviation()), WithinAbs(1.293, 5e-4));
  CHECK_THAT((Pilot{1, 30}.upper_deviation()), WithinAbs(1.136, 5e-4));
  CHECK_THAT((Pilot{1, 100000}.upper_deviation()), WithinAbs(1, 0.01));
}
