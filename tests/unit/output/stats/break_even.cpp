// SPDX-License-Identifier: Apache-2.0
#include "output/stats/break_even.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;

namespace {

Interval gain_of(double estimate, double lower, double upper) {
  Interval gain;
  gain.estimate = estimate;
  gain.lower = lower;
  gain.upper = upper;
  gain.replications = 30;
  return gain;
}

} // namespace

TEST_CASE("A certain gain turns over into a finite time") {
  const auto result = break_even(1200, gain_of(300, 200, 400));
  CHECK(result.pays_back == PaysBack::always);
  CHECK(result.time == 4);
  CHECK(result.earliest == 3);
  CHECK(result.latest == 6);
  CHECK(result.note.empty());
}

TEST_CASE("A gain that may be nothing leaves the end open, and says so") {
  const auto result = break_even(1200, gain_of(100, -50, 300));
  CHECK(result.pays_back == PaysBack::perhaps_never);
  CHECK(result.time == 12);
  CHECK(result.earliest == 4);
  CHECK(std::isinf(result.latest));
  CHECK(result.note == "may never pay back: the gain may be 0 or less");
  CHECK(break_even(1200, gain_of(100, 0, 300)).pays_back == PaysBack::perhaps_never);
}

TEST_CASE("An estimated loss has no time, though its interval may") {
  const auto result = break_even(1200, gain_of(-10, -50, 30));
  CHECK(std::isinf(result.time));
  CHECK(result.earliest == 40);
  CHECK(result.pays_back == PaysBack::perhaps_never);
}

TEST_CASE("A certain loss never pays back") {
  const auto result = break_even(1200, gain_of(-30, -50, -10));
  CHECK(result.pays_back == PaysBack::never);
  CHECK(std::isinf(result.earliest));
  CHECK(result.note == "does not pay back: the gain is 0 or less");
}

TEST_CASE("What costs nothing is back at once unless it loses") {
  CHECK(break_even(0, gain_of(3, 1, 5)).latest == 0);
  CHECK(break_even(0, gain_of(3, 0, 5)).pays_back == PaysBack::always);
  CHECK(break_even(0, gain_of(3, -1, 5)).pays_back == PaysBack::perhaps_never);
}

TEST_CASE("Without an interval of the gain there is none of the time") {
  auto gain = gain_of(3, missing, missing);
  gain.reason = "one replication gives no interval";
  const auto result = break_even(6, gain);
  CHECK(result.pays_back == PaysBack::unknown);
  CHECK(result.time == 2);
  CHECK(std::isnan(result.latest));
  CHECK(result.note == "no interval: one replication gives no interval");
}

TEST_CASE("The highest cost worth paying in a period is never negative") {
  const auto worth = highest_cost_worth(gain_of(100, -50, 300), 12);
  CHECK(worth.estimate == 1200);
  CHECK(worth.lower == 0);
  CHECK(worth.upper == 3600);
  CHECK(worth.replications == 30);
  CHECK_FALSE(highest_cost_worth(gain_of(1, missing, missing), 12).known());
}

TEST_CASE("The highest cost worth paying breaks even at the end of the period") {
  const auto gain = gain_of(100, 50, 300);
  CHECK(break_even(highest_cost_worth(gain, 12).estimate, gain).time == 12);
  CHECK(break_even(highest_cost_worth(gain, 12).lower, gain).latest == 12);
}
