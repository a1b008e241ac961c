// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/arrivals.hpp"

#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

using namespace sojourn;

namespace {

std::map<std::uint32_t, Ticks> first_weeks(const ArrivalPlan& plan, int weeks) {
  std::map<std::uint32_t, Ticks> found;
  ArrivalStream stream(plan, 7, 3);
  for (Arrival next = stream.next(); next.at < weeks * ticks_per_week; next = stream.next()) {
    found[next.agent] = next.at;
  }
  return found;
}

ArrivalSpec mornings(double per_hour) {
  ArrivalSpec arrivals;
  arrivals.rate.push_back({8 * ticks_per_hour, 10 * ticks_per_hour, per_hour});
  arrivals.rate.push_back({ticks_per_day, 2 * ticks_per_day, per_hour / 2});
  return arrivals;
}

} // namespace

TEST_CASE("People come only while the rate is positive, and in order") {
  const ArrivalPlan plan = plan_arrivals(mornings(30), mornings(30));
  ArrivalStream stream(plan, 1, 0);
  Ticks before = 0;
  for (int i = 0; i < 2000; ++i) {
    const Arrival next = stream.next();
    const Ticks within = next.at % ticks_per_week;
    CHECK(next.at >= before);
    CHECK(((within >= 8 * ticks_per_hour && within < 10 * ticks_per_hour) ||
           (within >= ticks_per_day && within < 2 * ticks_per_day)));
    before = next.at;
  }
}

TEST_CASE("The number of arrivals agrees with the integral of the rate") {
  // Poisson with mean 420 per week over 100 weeks; 4.5 standard errors.
  const double mean = 100 * (2 * 30.0 + 24 * 15.0);
  const auto came = first_weeks(plan_arrivals(mornings(30), mornings(30)), 100);
  CHECK(std::fabs(static_cast<double>(came.size()) - mean) < 4.5 * std::sqrt(mean));
  const auto fewer = first_weeks(plan_arrivals(mornings(29), mornings(29)), 100); // a wrong rate
  CHECK(std::fabs(static_cast<double>(fewer.size()) - mean) > 4.5 * std::sqrt(mean));
}

TEST_CASE("Less demand thins the same people, more demand adds to them") {
  const auto base = first_weeks(plan_arrivals(mornings(30), mornings(30)), 20);
  const auto less = first_weeks(plan_arrivals(mornings(21), mornings(30)), 20);
  const auto more = first_weeks(plan_arrivals(mornings(75), mornings(30)), 20);
  for (const auto& [agent, at] : less) {
    REQUIRE(base.count(agent) == 1);
    CHECK(base.at(agent) == at);
  }
  for (const auto& [agent, at] : base) {
    REQUIRE(more.count(agent) == 1);
    CHECK(more.at(agent) == at);
  }
  CHECK(less.size() < base.size());
  CHECK(static_cast<double>(more.size()) > 2.3 * static_cast<double>(base.size()));
}

TEST_CASE("A moment within a window follows the rate") {
  const WeeklyRate rate(mornings(10).rate);
  CHECK(rate.within(0, 0, ticks_per_week) == 8 * ticks_per_hour);
  CHECK(rate.within(0.5, 8 * ticks_per_hour, 10 * ticks_per_hour) == 9 * ticks_per_hour);
  CHECK_THAT(rate.mass(ticks_per_week), Catch::Matchers::WithinRel(140.0, 1e-12));
}
