// SPDX-License-Identifier: Apache-2.0
#include "output/stats/shapley.hpp"
#include "sim/study/leak_game.hpp"
#include "tests/unit/sim/engine/build.hpp"
#include "tests/unit/sim/study/leaking.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace sojourn;
using Catch::Matchers::WithinAbs;

namespace {

/// Hear a promise, then wait evenly between 0 and 100 min for it; one in ten leaves before.
Scenario promising() {
  Scenario scenario;
  scenario.calendars = {build::always_open()};
  scenario.personas = {build::somebody()};
  scenario.exits = {build::way_out("done", Outcome::served), build::way_out("lost", Outcome::lost)};
  TouchpointSpec hear = build::touchpoint("hear", Distribution::constant(3));
  hear.promise = PromiseSpec{2, 10};
  hear.rows = {build::to(1, 0.9), build::leave(1, 0.1)};
  TouchpointSpec wait = build::touchpoint("wait", Distribution::uniform(0, 100));
  wait.rows = {build::to(2, 1)};
  TouchpointSpec kept = build::touchpoint("kept", Distribution::constant(0));
  kept.rows = {build::leave(0, 1)};
  scenario.touchpoints = {hear, wait, kept};
  scenario.experiment.journeys = 50'000; // the pilot takes fewer
  return scenario;
}

MoneyRecord record_of(const Scenario& scenario, std::uint32_t replication) {
  const Plan plan = build::plan_of(scenario, 2'000);
  return money_of(plan, simulate(plan, replication));
}

} // namespace

TEST_CASE("An honest promise is kept in four cases of five, leavers censored") {
  const Scenario scenario = promising();
  // Of those who stay, 80 % wait less than 80 min; who leaves leaves at once and counts for
  // nothing.
  const double minutes = kept_in_most_cases(scenario, scenario).value();
  CHECK_THAT(minutes, WithinAbs(80, 1.5));
  CHECK(minutes == std::floor(minutes));
  CHECK(kept_in_most_cases(scenario, scenario) == minutes);
}

TEST_CASE("A promise that nobody reaches has no honest value") {
  Scenario scenario = promising();
  scenario.touchpoints[1].rows = {build::leave(1, 1)};
  CHECK_FALSE(kept_in_most_cases(scenario, scenario));
  scenario.touchpoints[0].rows = {build::to(2, 1)}; // nothing to wait for
  CHECK(kept_in_most_cases(scenario, scenario) == 0);
}

TEST_CASE("The staffing standard is the busiest hour's work and its root, never fewer than today") {
  Scenario scenario = build::desk(8, Distribution::constant(30), 2); // 4 hours of work an hour
  CHECK(standard_capacity(scenario, 0) == 6);
  scenario.resources[0].capacity = 9;
  CHECK(standard_capacity(scenario, 0) == 9);
  scenario.arrivals.rate[0].end = ticks_per_day; // a quiet time does not lower it
  scenario.arrivals.rate.push_back({ticks_per_day, ticks_per_week, 1});
  scenario.resources[0].capacity = 2;
  CHECK(standard_capacity(scenario, 0) == 6);
  scenario.arrivals.rate.clear();
  CHECK(standard_capacity(scenario, 0) == 0);
}

TEST_CASE("Orders are whole, repeatable and differ between replications") {
  std::vector<int> all(9);
  std::iota(all.begin(), all.end(), 0);
  int differ = 0;
  for (std::uint32_t r = 0; r < 20; ++r) {
    std::vector<int> order = random_order(7, r, 9);
    CHECK(order == random_order(7, r, 9));
    differ += order != random_order(7, r + 1, 9) ? 1 : 0;
    std::sort(order.begin(), order.end());
    CHECK(order == all);
  }
  CHECK(differ == 20);
}

TEST_CASE("Every player comes first about equally often") {
  std::vector<int> first(4);
  for (std::uint32_t r = 0; r < 4'000; ++r) {
    ++first[static_cast<std::size_t>(random_order(1, r, 4).front())];
  }
  for (const int n : first) { // sd 27
    CHECK(std::abs(n - 1'000) < 125);
  }
}

TEST_CASE("Walking an order both ways shares out exactly what leaks") {
  const auto worth = [](std::uint64_t active) { return leaking::value_when(active); };
  const std::vector<double> shares = leakage_along({2, 0, 3, 1}, worth);
  CHECK_THAT(std::accumulate(shares.begin(), shares.end(), 0.0),
             WithinAbs(leaking::value_when(0) - leaking::value_when(15), 1e-12));
}

TEST_CASE("Where it shows adds up to each cause's Shapley value, persona by persona") {
  std::vector<MoneyRecord> records;
  std::vector<const MoneyRecord*> coalitions;
  std::vector<double> worths;
  for (std::size_t leaking = 0; leaking < 16; ++leaking) {
    records.push_back(record_of(leaking::scenario_when(leaking), 3));
  }
  for (const MoneyRecord& record : records) {
    coalitions.push_back(&record);
    std::int64_t net = record.potential[0];
    for (const LedgerTally& account : record.ledger) {
      net += account.net();
    }
    worths.push_back(from_fixed(net) / static_cast<double>(record.all_finished()));
  }
  const std::vector<double> shapley = output::shapley_values(output::loss_game(worths));
  const std::vector<double> shows = where_it_shows(coalitions);
  REQUIRE(shows.size() == 6 * 4);
  for (std::size_t cause = 0; cause < 4; ++cause) {
    double sum = 0;
    for (std::size_t place = 0; place < 6; ++place) {
      sum += shows[place * 4 + cause];
    }
    CHECK_THAT(sum, WithinAbs(shapley[cause], 1e-12));
    CHECK(shapley[cause] > 1);
  }
}

TEST_CASE("The tail is the mean of the worst journeys") {
  MoneyRecord record;
  record.finished = {100};
  record.potential = {0};
  record.largest = to_fixed(64);
  record.bins.assign(n_value_bins, 0);
  record.sums.assign(n_value_bins, 0);
  record.bins[0] = 4; // worth 0
  record.bins[10] = 6;
  record.sums[10] = to_fixed(61); // from 10 to 11
  record.bins[40] = 90;
  record.sums[40] = to_fixed(90 * 40.5);
  CHECK_THAT(tail_of({&record}, 0.04).front(), WithinAbs(0, 1e-9));
  CHECK_THAT(tail_of({&record}, 0.10).front(), WithinAbs(6.1, 1e-9));
  CHECK_THAT(tail_of({&record}, 1).front(), WithinAbs((61 + 90 * 40.5) / 100, 1e-9));
  MoneyRecord nobody = record;
  nobody.finished = {0};
  nobody.bins.assign(n_value_bins, 0);
  nobody.sums.assign(n_value_bins, 0);
  const std::vector<double> values = tail_of({&record, &nobody}, 0.10);
  CHECK_THAT(values[0], WithinAbs(6.1, 1e-9));
  CHECK(std::isnan(values[1]));
}
