// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/engine/desks.hpp"

#include <catch2/catch.hpp>
#include <numeric>

// Hours of the week are parts of the whole, to the tick.
namespace {

using namespace sojourn;

/// With an agreement on waiting, and nobody left in line at the end.
std::vector<Scenario> all_desks() {
  std::vector<Scenario> all = build::desks();
  for (const bool preempts : {false, true}) {
    all.push_back(build::busy_desk(2, preempts));
  }
  for (Scenario& scenario : all) {
    AgreementSpec soon;
    soon.measure = AgreementMeasure::wait_at;
    soon.from = 0;
    soon.threshold = 5;
    scenario.agreements = {soon};
    const double per_hour = scenario.arrivals.rate[0].per_hour;
    scenario.arrivals.rate = {{0, 8 * ticks_per_hour, 0},
                              {8 * ticks_per_hour, 20 * ticks_per_hour, per_hour},
                              {20 * ticks_per_hour, ticks_per_week, 0}};
  }
  return all;
}

HourTally whole_week(const Tally& tally, std::size_t resource) {
  HourTally sum;
  for (std::size_t hour = 0; hour < hours_per_week; ++hour) {
    sum += tally.hours[resource * hours_per_week + hour];
  }
  return sum;
}

std::int64_t waits_counted(const Tally& tally, std::size_t resource) {
  const auto first = tally.wait_bins.begin() +
                     static_cast<std::ptrdiff_t>(resource * hours_per_week * n_wait_bins);
  return std::accumulate(first, first + hours_per_week * n_wait_bins, std::int64_t{0});
}

} // namespace

TEST_CASE("The hours of a resource add up to the whole run") {
  for (const Scenario& scenario : all_desks()) {
    const Tally tally = simulate(build::plan_of(scenario), 1);
    REQUIRE(tally.resources.size() * hours_per_week == tally.hours.size());
    for (std::size_t r = 0; r < tally.resources.size(); ++r) {
      const ResourceTally& all = tally.resources[r];
      const HourTally sum = whole_week(tally, r);
      CHECK(sum.open == all.open);
      CHECK(sum.busy == all.busy);
      CHECK(sum.offered == all.offered);
      CHECK(sum.started == all.started);
      CHECK(sum.wait == all.wait);
      CHECK(sum.line_area == all.line_area);
      CHECK(waits_counted(tally, r) == all.started);
      CHECK(sum.in_time > 0);
      CHECK(sum.in_time < sum.judged);
      if (!scenario.resources[r].preempts) {
        CHECK(sum.arrivals == all.joined);
      }
    }
  }
}

TEST_CASE("Everybody who comes to a line of one is served, gives up or does not join") {
  for (const bool preempts : {false, true}) {
    Scenario scenario = all_desks()[preempts ? 6 : 5];
    const HourTally sum = whole_week(simulate(build::plan_of(scenario), 1), 0);
    CHECK(sum.gave_up > 30);
    CHECK(sum.turned_away > 20);
    CHECK(sum.arrivals == sum.started + sum.gave_up + sum.turned_away);
  }
}

TEST_CASE("What is counted before a moment and after it is what is counted of both") {
  constexpr Ticks moment = ticks_per_week + 12 * ticks_per_hour + 1'234'567;
  for (const Scenario& scenario : all_desks()) {
    Scenario before = scenario, after = scenario;
    before.experiment.horizon = moment;
    before.experiment.run_out += scenario.experiment.horizon - moment;
    after.experiment.warm_up = moment;
    Tally sum = simulate(build::plan_of(before), 2);
    const Tally rest = simulate(build::plan_of(after), 2);
    const Tally both = simulate(build::plan_of(scenario), 2);
    for (std::size_t i = 0; i < both.hours.size(); ++i) {
      sum.hours[i] += rest.hours[i];
    }
    CHECK(sum.hours == both.hours);
    for (std::size_t i = 0; i < both.wait_bins.size(); ++i) {
      sum.wait_bins[i] += rest.wait_bins[i];
    }
    CHECK(sum.wait_bins == both.wait_bins);
    CHECK(whole_week(rest, 0).arrivals > 50);
  }
}

TEST_CASE("Where nobody stands in line no hours are counted") {
  Scenario scenario = build::desk(20, Distribution::exponential(6), 1);
  scenario.resources[0].unlimited = true;
  CHECK(simulate(build::plan_of(scenario), 0).hours.empty());
}
