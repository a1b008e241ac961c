// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/together.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

// What is counted by the hour of the week. Every number was worked out by hand.
using namespace sojourn;
using namespace sojourn::build;
using Catch::Matchers::WithinAbs;

namespace {

constexpr Ticks second = ticks_per_minute / 60;

/// One desk, 40 minutes each, patience of 35; agreed are 20 minutes of wait.
Scenario agreed_desk() {
  Scenario scenario = steady_desk(40, 1);
  scenario.experiment.horizon = ticks_per_week;
  scenario.touchpoints[0].patience = Distribution::constant(35);
  scenario.touchpoints[0].rows.push_back(give_up(1));
  AgreementSpec soon;
  soon.measure = AgreementMeasure::wait_at;
  soon.from = 0;
  soon.threshold = 20;
  scenario.agreements = {soon};
  return scenario;
}

/// The desk from 8 to 18 with work behind it.
Scenario office_job(double minutes, AtClosing at_closing) {
  Scenario scenario = steady_desk(0, 1);
  scenario.experiment.horizon = 2 * ticks_per_week;
  scenario.calendars = {office(8, 18)};
  scenario.resources[0].calendar = 0;
  scenario.resources[0].at_closing = at_closing;
  scenario.touchpoints = {behind("wait", minutes)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  return scenario;
}

} // namespace

TEST_CASE("Work and lines count in the hour they fill, people in the hour they come") {
  // 0-40 min nobody; served 40-80, 80-120, 120-160; the last gives up at 145.
  const Together all =
      live_together(agreed_desk(), {comes(0, 40), comes(1, 50), comes(2, 100), comes(3, 110)});
  REQUIRE(all.exit(3) == 1);
  const HourTally& first = all.tally.hours[0];
  CHECK(first.open == 60 * minute);
  CHECK(first.arrivals == 2);
  CHECK(first.offered == 80 * minute);
  CHECK(first.busy == 20 * minute);
  CHECK(first.line_area == 10 * minute);
  CHECK(first.started == 2);
  CHECK(first.wait == 30 * minute);
  CHECK(first.judged == 2);
  CHECK(first.in_time == 1);
  CHECK(first.gave_up == 0);
  const HourTally& next = all.tally.hours[1];
  CHECK(next.arrivals == 2);
  CHECK(next.busy == 60 * minute);
  CHECK(next.line_area == (20 + 20 + 10) * minute);
  CHECK(next.started == 1);
  CHECK(next.wait == 20 * minute);
  CHECK(next.in_time == 1); // 20 of 20 minutes
  CHECK(next.gave_up == 1);
  const HourTally& last = all.tally.hours[2];
  CHECK(last.arrivals == 0);
  CHECK(last.busy == 40 * minute);
  CHECK(last.line_area == 25 * minute);
  CHECK(all.tally.hours[3] == HourTally{60 * minute});
  CHECK(all.tally.wait_bins[wait_bin(0)] == 1);
  CHECK(all.tally.wait_bins[wait_bin(30 * minute)] == 1);
  CHECK(all.tally.wait_bins[n_wait_bins + wait_bin(20 * minute)] == 1);
}

TEST_CASE("The same hour of two weeks is one hour, and the warm-up is none") {
  Scenario scenario = agreed_desk();
  scenario.experiment.horizon = 3 * ticks_per_week;
  scenario.experiment.warm_up = ticks_per_week + 50 * minute;
  const double week = 7 * 24 * 60;
  const Together all = live_together(
      scenario, {comes(0, 40), comes(1, week + 40), comes(2, week + 55), comes(3, 2 * week + 30)});
  CHECK(all.tally.hours[0].open == (10 + 60) * minute);
  CHECK(all.tally.hours[0].arrivals == 2);              // at 55 of one, at 30 of the other
  CHECK(all.tally.hours[0].busy == (10 + 30) * minute); // 50-60; 30-60
  CHECK(all.tally.hours[1].busy == (20 + 40 + 10) * minute);
  CHECK(all.tally.hours[0].line_area == 5 * minute);
  CHECK(all.tally.hours[1].line_area == 20 * minute);
}

TEST_CASE("Work that pauses fills the hours it is open, work that does not all of them") {
  const double start = 16 * 60 + 30;
  const Together paused = live_together(office_job(12 * 60, AtClosing::pause), {comes(0, start)});
  CHECK(paused.tally.hours[16].busy == 30 * minute); // 16:30-18:00, 8-18, 8:00-8:30
  CHECK(paused.tally.hours[17].busy == 60 * minute);
  CHECK(paused.tally.hours[18].busy == 0);
  for (std::size_t hour = 24 + 8; hour < 24 + 18; ++hour) {
    CHECK(paused.tally.hours[hour].busy == 60 * minute);
    CHECK(paused.tally.hours[hour].open == 2 * 60 * minute);
  }
  CHECK(paused.tally.hours[48 + 8].busy == 30 * minute);
  const Together through = live_together(office_job(3 * 60, AtClosing::finish), {comes(0, start)});
  CHECK(through.tally.hours[16].busy == 30 * minute);
  CHECK(through.tally.hours[17].busy == 60 * minute);
  CHECK(through.tally.hours[18].busy == 60 * minute); // after hours
  CHECK(through.tally.hours[18].open == 0);
  CHECK(through.tally.hours[19].busy == 30 * minute);
}

TEST_CASE("Interrupted work is taken back from the hours it was expected in") {
  Scenario scenario = steady_desk(100, 1);
  scenario.personas = {somebody("low"), somebody("high")};
  scenario.resources[0].queue = QueueOrder::priority;
  scenario.resources[0].preempts = true;
  scenario.resources[0].priority = {0, 2};
  scenario.experiment.horizon = ticks_per_week;
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 30, true)});
  for (const std::size_t hour : {0U, 1U, 2U}) {
    CHECK(all.tally.hours[hour].busy == 60 * minute); // 0-30, 30-130, 130-200
  }
  CHECK(all.tally.hours[3].busy == 20 * minute);
  CHECK(all.tally.hours[0].arrivals == 2);
  CHECK(all.tally.hours[0].started == 2);
  CHECK(all.tally.hours[0].wait == 100 * minute); // of the interrupted
  CHECK(all.tally.hours[0].line_area == 30 * minute);
}

TEST_CASE("Who comes to the line again in a journey is told from who comes first") {
  Scenario scenario = with_room(steady_desk(10, 1), 0);
  TouchpointSpec again = touchpoint("again", Distribution::constant(5));
  again.rows = {to(0, 1)};
  scenario.touchpoints.push_back(again);
  scenario.touchpoints[0].rows.back() = turned_away(1);
  scenario.touchpoints[0].rows.back().to_exit = false;
  const Together all = live_together(scenario, {comes(0, 0), comes(1, 2)});
  CHECK(all.tally.hours[0].arrivals == 4); // at 0; at 2, 7 and 12
  CHECK(all.tally.hours[0].again == 2);
  CHECK(all.tally.hours[0].turned_away == 2);
}

TEST_CASE("Bins of waits lie side by side, a quarter wide at most") {
  CHECK(wait_bin(0) == 0);
  CHECK(wait_bin(1) == 1);
  CHECK(wait_bin(1'023) == 1);
  CHECK(wait_bin(1'024) == 2);
  CHECK(wait_bin(100 * ticks_per_week) == n_wait_bins - 1);
  for (std::size_t bin = 2; bin < n_wait_bins; ++bin) {
    const Ticks begin = wait_bin_begin(bin), end = wait_bin_begin(bin + 1);
    CHECK(wait_bin(begin) == bin);
    CHECK(wait_bin(end - 1) == bin);
    CHECK(4 * (end - begin) <= begin);
  }
}

TEST_CASE("Quantiles of waits are linear within a bin") {
  std::array<std::int64_t, n_wait_bins> bins{};
  CHECK(std::isnan(wait_quantile(bins.data(), .5)));
  bins[0] = 6;
  bins[wait_bin(4'096)] = 4;
  CHECK(wait_quantile(bins.data(), .5) == 0);
  CHECK(wait_quantile(bins.data(), .6) == 0);
  CHECK_THAT(wait_quantile(bins.data(), .8), WithinAbs(4'096 + 512, 1e-9));
  CHECK_THAT(wait_quantile(bins.data(), 1), WithinAbs(5'120, 1e-9));
  for (Ticks wait = 10 * second; wait < 10 * ticks_per_hour; wait += 77 * second) {
    std::array<std::int64_t, n_wait_bins> one{};
    one[wait_bin(wait)] = 1;
    const double median = wait_quantile(one.data(), .5);
    CHECK(std::fabs(median - static_cast<double>(wait)) <= .125 * static_cast<double>(wait));
  }
}
