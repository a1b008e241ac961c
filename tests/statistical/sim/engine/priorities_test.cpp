// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queue_variants.hpp"
#include "tests/statistical/sim/engine/queue_figures.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstddef>

// Two classes at one desk with and without interrupting.
namespace {

using namespace sojourn;
using namespace sojourn::queue_figures;

/// Per minute `high` and `low` come, service at rate 1.
Scenario two_classes(double high, double low, int servers, bool preempts) {
  Scenario scenario = build::desk(60 * (high + low), Distribution::exponential(1), servers);
  scenario.personas = {build::somebody("high"), build::somebody("low")};
  scenario.personas[0].share = high;
  scenario.personas[1].share = low;
  scenario.resources[0].queue = QueueOrder::priority;
  scenario.resources[0].preempts = preempts;
  scenario.resources[0].priority = {2, 0};
  return scenario;
}

/// The same at one server, where the high are served in half a minute: a gate parts the classes.
Scenario quick_high(bool preempts) {
  Scenario scenario = two_classes(.6, .4, 1, preempts);
  TouchpointSpec quick = scenario.touchpoints[0], slow = quick;
  quick.id = quick.name = "quick";
  quick.takes = Distribution::exponential(.5);
  slow.id = slow.name = "slow";
  TouchpointSpec gate = build::touchpoint("gate", Distribution::constant(0));
  gate.rows = {build::to(1, 1), build::to(2, 1)};
  gate.rows[0].personas = {0};
  gate.rows[1].personas = {1};
  scenario.touchpoints = {gate, quick, slow};
  return scenario;
}

/// Whether the waits at these two places, [persona * touchpoints + touchpoint], are as expected.
std::vector<bool> agree(const Scenario& scenario, int weeks, const std::vector<std::size_t>& places,
                        const std::vector<double>& expected) {
  std::vector<QueueReading> readings;
  for (const std::size_t at : places) {
    readings.emplace_back([at](const Tally& tally) { return wait_of(tally, at); });
  }
  const std::vector<QueueFigure> figures = simulate_figures(scenario, 8, weeks, readings);
  std::vector<bool> each;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    each.push_back(figures[i].agrees(expected[i]));
  }
  return each;
}

const std::vector<bool> both = {true, true};
const std::vector<bool> neither = {false, false};

} // namespace

TEST_CASE("Priority without interrupting in M/M/1 and M/M/3", "[statistical]") {
  const auto one = priority_waits(std::array{.3, .4}, 1, 1);
  CHECK(agree(two_classes(.3, .4, 1, false), 2, {0, 1}, one) == both);
  const auto three = priority_waits(std::array{.9, 1.5}, 1, 3);
  CHECK(agree(two_classes(.9, 1.5, 3, false), 1, {0, 1}, three) == both);
}

TEST_CASE("Preemptive resume in M/M/1 and M/M/3", "[statistical]") {
  const auto waits = [](const std::array<double, 2>& rates, int servers) {
    std::vector<double> out = preemptive_times(rates, 1, servers);
    for (double& time : out) {
      time -= 1; // the service itself; interruptions are part of the wait
    }
    return out;
  };
  const auto one = waits({.3, .4}, 1);
  CHECK(agree(two_classes(.3, .4, 1, true), 2, {0, 1}, one) == both);
  CHECK(agree(two_classes(.3, .4, 1, false), 2, {0, 1}, one) == neither); // nobody interrupts
  CHECK(agree(two_classes(.9, 1.5, 3, true), 1, {0, 1}, waits({.9, 1.5}, 3)) == both);
}

// M/M/1 whose classes have their own rates, rho .3 and .4, sum of rho / mu .15 and .4:
// W_k = R / ((1 - s_{k-1}) (1 - s_k)), R of all classes where nobody is interrupted, otherwise of
// 1 .. k, and then s_{k-1} / (1 - s_{k-1}) / mu_k more.
TEST_CASE("Classes served at different rates by one server", "[statistical]") {
  CHECK(agree(quick_high(false), 2, {1, 3 + 2}, {.55 / .7, .55 / (.7 * .3)}) == both);
  CHECK(agree(quick_high(true), 2, {1, 3 + 2}, {.15 / .7, .55 / (.7 * .3) + .3 / .7}) == both);
}
