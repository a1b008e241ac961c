// SPDX-License-Identifier: Apache-2.0
#include "sim/study/left_open.hpp"
#include "sim/study/watched.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinRel;

namespace {

/// One minute is one bin: watched for 256 minutes at the longest, read up to 156.
Plan short_plan() {
  Plan plan;
  plan.n_personas = 1;
  plan.n_touchpoints = 1;
  plan.n_exits = 2;
  plan.exit_outcomes = {Outcome::served, Outcome::lost};
  plan.horizon = 200 * ticks_per_minute;
  plan.run_out = 56 * ticks_per_minute;
  return plan;
}

void add(Tally& tally, const Plan& plan, double minutes, int exit, int n = 1) {
  JourneyRow row;
  row.exit = exit;
  row.duration = static_cast<Ticks>(minutes * static_cast<double>(ticks_per_minute));
  for (int i = 0; i < n; ++i) {
    tally.add_journey(row, plan.exit_outcomes);
  }
}

/// A queue that takes days to serve, watched for a day after the last arrival.
std::string slow_desk(const std::string& run_out) {
  return R"(sojourn: 1
title: Slow
personas: { ann: { share: 50% }, ben: { share: 50% } }
arrivals: { rate: 2 per hour }
resources: { desk: { capacity: 200 } }
touchpoints:
  ask:
    step: engage
    needs: { desk: 1 }
    takes: { exponential: 12 h }
    value: realised
    then: [ { to: done, share: 80% }, { to: left, share: rest } ]
exits: { done: { outcome: served }, left: { outcome: lost } }
value: { counted_over: 2 weeks, worth: 1 per h }
variants: { quick: { change: { touchpoints.ask.takes: { times: 0.5 } } } }
experiment: { horizon: 1 week, replications: 8, seed: 3, run_out: )" +
         run_out + " }\n";
}

} // namespace

TEST_CASE("what was watched of ten journeys, by hand") {
  const Plan plan = short_plan();
  Tally tally(plan.shape());
  add(tally, plan, 10.5, 0);
  add(tally, plan, 20.5, 0);
  add(tally, plan, 30.5, 1);
  add(tally, plan, 60.5, -1, 2);
  add(tally, plan, 90.5, 0);
  add(tally, plan, 120.5, 1);
  add(tally, plan, 200.5, -1, 2);
  add(tally, plan, 210.5, 0);
  const std::vector<Watched> groups = watched_of(plan, tally);
  REQUIRE(groups.size() == 2);
  for (const Watched& group : groups) {
    // 1 up to 10.5, then .9, .8, .7 from 30.5, .7 x 4/5 from 90.5, .56 x 3/4 from 120.5 to 156
    CHECK_THAT(group.restricted_mean,
               WithinRel(10.5 + 10 * .9 + 10 * .8 + 60 * .7 + 30 * .56 + 35.5 * .42, 1e-12));
    CHECK_THAT(group.incidence[static_cast<std::size_t>(Outcome::served)],
               WithinRel(.1 + .1 + .7 / 5, 1e-12));
    CHECK_THAT(group.incidence[static_cast<std::size_t>(Outcome::lost)],
               WithinRel(.1 + .56 / 4, 1e-12));
  }
}

TEST_CASE("where everybody is followed to the end nothing is kept of single times") {
  Plan plan = short_plan();
  plan.cohort = 5;
  CHECK(Tally(plan.shape()).spells.empty());
  CHECK(watched_limit(plan) == 0);
  CHECK(watched_of(plan, Tally(plan.shape())).empty());
}

TEST_CASE("a group of nobody has no time") {
  const Plan plan = short_plan();
  const std::vector<Watched> groups = watched_of(plan, Tally(plan.shape()));
  CHECK(std::isnan(groups[0].restricted_mean));
  CHECK(std::isnan(groups[0].incidence[0]));
}

TEST_CASE("unfinished journeys are answered for in every arm") {
  const auto asked = asked::ask(slow_desk("1 day"));
  REQUIRE(asked->result.censored_share > 0);
  REQUIRE(asked->result.studies.size() == 1);
  CHECK(asked->result.studies[0].id == "unfinished");
  CHECK_THAT(asked->result.studies[0].reading,
             Contains("not seen to end") && Contains("the first 4.5 days of each journey"));
  for (int group = 0; group < 3; ++group) {
    const auto* time = asked->find("restricted mean", "baseline", "time_in_system", group);
    REQUIRE(time != nullptr);
    CHECK(time->lower < time->estimate);
    CHECK_THAT(time->note, Contains("of the first 4.5 days"));
    const auto* served = asked->find("incidence", "quick", "served", group);
    const auto* lost = asked->find("incidence", "quick", "gave_up", group);
    CHECK(served->estimate + lost->estimate <= 1);
    CHECK(asked->find("restricted mean difference", "quick", "time_in_system", group)->upper < 0);
  }
  CHECK(asked->find("restricted mean difference", "baseline", "time_in_system") == nullptr);
}

TEST_CASE("bounds hold what is unfinished either way") {
  const auto asked = asked::ask(slow_desk("1 day"));
  const auto at = [&](const char* id) { return *find_measure(asked->runnable.measures, id); };
  double low = 0, high = 0, most = 0;
  for (std::size_t r = 0; r < 8; ++r) {
    const Ratio& served = asked->record.ratio(0, r, at("served"), 0);
    const double open = asked->record.ratio(0, r, at("censored"), 0).numerator;
    low += served.numerator / (served.denominator + open) / 8;
    high += (served.numerator + open) / (served.denominator + open) / 8;
    most += open;
  }
  REQUIRE(most > 0);
  const auto* row = asked->find("bounds", "baseline", "served", 0);
  REQUIRE(row != nullptr);
  CHECK(row->lower < low);
  CHECK(row->upper > high);
  const auto* value = asked->find("bounds", "baseline", "value", 0);
  REQUIRE(value != nullptr);
  CHECK(value->lower < value->upper);
  CHECK(value->upper <= 14 * 24); // all that a journey is worth
  CHECK(asked->find("bounds", "baseline", "trust", 0) == nullptr);
}

TEST_CASE("where everybody is seen to end nothing is added") {
  const auto asked = asked::ask(slow_desk("26 weeks"));
  REQUIRE(asked->result.censored_share == 0);
  CHECK(asked->result.studies.empty());
  CHECK(asked->result.findings.empty());
}
