// SPDX-License-Identifier: Apache-2.0
#include "sim/study/warm_up.hpp"

#include "sim/engine/engine.hpp"
#include "sim/engine/service.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;

namespace {

Scenario desk(double per_hour, int capacity, Ticks horizon) {
  Scenario scenario = build::desk(per_hour, Distribution::exponential(10), capacity);
  scenario.calendars.clear();
  scenario.experiment.warm_up = 0;
  scenario.experiment.horizon = horizon;
  return scenario;
}

Tally pooled(const Scenario& scenario, int n) {
  const Plan plan = compile(scenario, scenario);
  Tally all(plan.shape());
  for (int i = 0; i < n; ++i) {
    all += simulate_service(plan, static_cast<std::uint32_t>(i), nullptr);
  }
  return all;
}

} // namespace

TEST_CASE("People present are counted hour by hour, to the tick") {
  // Five hours; somebody comes every 10 minutes and stays, in all, as journeys say.
  const Tally tally = pooled(desk(6, 100, 5 * ticks_per_hour), 1);
  REQUIRE(tally.present.size() == 5);
  std::int64_t area = 0;
  for (const std::int64_t hour : tally.present) {
    area += hour;
  }
  CHECK(area > 0);
  CHECK(area <= tally.personas[0].duration); // journeys go on beyond the horizon
}

TEST_CASE("A busy line that starts empty takes time to settle, a quiet one none") {
  const auto settles = [](const Scenario& scenario, int n) {
    return suggested_warm_up_hours(scenario, pooled(scenario, n), n);
  };
  const double busy = settles(desk(5.7, 1, 4 * ticks_per_week), 20);
  const double quiet = settles(desk(2, 1, 4 * ticks_per_week), 20);
  INFO(busy << " " << quiet);
  CHECK((busy >= 5 && busy <= 120)); // relaxation time of M/M/1 at rho .95: some 60 h
  CHECK(quiet <= 48); // noise of the method; less than half of what a busy line needs
  CHECK(std::isnan(settles(desk(2, 1, ticks_per_day), 1)));
}
