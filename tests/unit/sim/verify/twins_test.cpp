// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/scene.hpp"
#include "sim/verify/twins.hpp"
#include "tests/unit/sim/engine/build.hpp"
#include "tests/unit/sim/verify/trying.hpp"

#include <catch2/catch.hpp>

#include <memory>

using namespace sojourn;
using Catch::Matchers::Contains;

namespace {

verify::Twin lines_of(const Scenario& scenario) {
  const auto executor = make_executor(ExecutorKind::serial, 1);
  return verify::station_twin(scenario, {*executor, trying::quick});
}

/// The one figure of the one line: what it is called, and that it holds.
void check_line(const Scenario& scenario, const std::string& model) {
  const verify::Twin twin = lines_of(scenario);
  REQUIRE(twin.figures.size() == 1);
  CHECK_THAT(twin.figures[0].what, Contains(model));
  CHECK(twin.figures[0].verdict() != verify::Verdict::misses);
}

std::string reason_of(const Scenario& scenario) {
  const verify::Twin twin = lines_of(scenario);
  CHECK(twin.figures.empty());
  return twin.notes.empty() ? "" : twin.notes.front();
}

Scenario desk() { return build::desk(48, Distribution::exponential(1), 1); }

} // namespace

TEST_CASE("Lines with a known answer find their model", "[statistical]") {
  check_line(desk(), "M/M/c");
  check_line(build::desk(48, Distribution::gamma(2, .5), 1), "M/G/1");
  Scenario impatient = desk();
  impatient.touchpoints[0].rows.push_back(build::give_up(1));
  check_line(impatient, "M/M/c"); // the way out is there, but nobody loses patience
  impatient.personas[0].patience = Distribution::exponential(5);
  check_line(impatient, "Erlang A");
  CHECK(lines_of(verify::scene("network")).figures.size() == 2);
}

TEST_CASE("Where no answer is known, the reason is said") {
  CHECK(reason_of(build::desk(96, Distribution::gamma(2, .5), 2)) ==
        "none: service is not exponential, and not by one person in one line of its own");
  CHECK(reason_of(build::desk(61, Distribution::exponential(1), 1)) ==
        "none: more work comes than can be done, so the line has no end");
  Scenario scenario = desk();
  scenario.resources[0].queue = QueueOrder::priority;
  scenario.resources[0].priority = {1};
  CHECK(reason_of(scenario) == "none: desk: people are not served in order of arrival");
  scenario = desk();
  scenario.calendars.push_back(build::office());
  scenario.resources[0].calendar = 1;
  CHECK(reason_of(scenario) == "none: desk: opening hours make the line depend on the hour");
  scenario = desk();
  scenario.arrivals.rate[0].end = ticks_per_day;
  CHECK(reason_of(scenario) == "none: arrivals change with the hour");
  scenario = desk();
  scenario.arrivals.group_mean = 2;
  CHECK(reason_of(scenario) == "none: people come in groups");
  scenario = desk();
  scenario.arrivals.growth = 0.1;
  CHECK(reason_of(scenario) == "none: arrivals grow from week to week");
  scenario = desk();
  scenario.arrivals.members = 5;
  CHECK(reason_of(scenario) == "none: members come again after their own journeys");
  scenario = desk();
  scenario.touchpoints[0].practice = 0.2;
  CHECK(reason_of(scenario) == "none: work gets faster with practice");
  scenario = desk();
  scenario.touchpoints[0].rows.push_back(build::give_up(1));
  scenario.personas[0].patience = Distribution::constant(5);
  CHECK(reason_of(scenario) ==
        "none: somebody may give up, and patience is not exponential in one line of its own");
  scenario = desk();
  scenario.resources[0].unlimited = true;
  CHECK(reason_of(scenario) == "none: nobody queues");
}

TEST_CASE("Who comes again, when and with whom makes no difference to the chain") {
  Scenario scenario = desk();
  TouchpointSpec second = build::touchpoint("second", Distribution::constant(3));
  second.rows = {build::leave(0, 1)};
  scenario.touchpoints.push_back(second);
  scenario.touchpoints[0].practice = 0.5;
  scenario.touchpoints[0].rows = {build::to(0, .5), build::to(1, .5)};
  scenario.arrivals.members = 50;
  scenario.arrivals.returns = Distribution::constant(1440);
  scenario.arrivals.returns_at = {{1, 1}};
  scenario.arrivals.list = {{0, false}};
  scenario.arrivals.growth = .5;
  scenario.arrivals.group_mean = 3;
  scenario.resources[0].set_up_min = 5;
  scenario.stages.designs = {std::make_shared<Scenario>(desk())};
  scenario.stages.every = ticks_per_week;
  const auto executor = make_executor(ExecutorKind::serial, 1);
  const verify::Twin twin = verify::chain_twin(scenario, {*executor, {20'000, .05, 8, 5}});
  for (const verify::Figure& figure : twin.figures) {
    INFO(figure.what);
    CHECK(figure.verdict() != verify::Verdict::misses);
  }
}

TEST_CASE("The chain twin strips what has no closed form, and says so") {
  const auto executor = make_executor(ExecutorKind::serial, 1);
  const verify::Trial trial{*executor, {20'000, .05, 8, 5}};
  const verify::Twin twin = verify::chain_twin(desk(), trial);
  REQUIRE(twin.notes.size() >= 1);
  CHECK_THAT(twin.notes.front(), Contains("everybody travels alone and for the first time here"));
  for (const verify::Figure& figure : twin.figures) {
    CHECK(figure.verdict() == verify::Verdict::holds);
  }
  CHECK(verify::without_mechanisms(desk()).choice_sensitivity == 0);
}
