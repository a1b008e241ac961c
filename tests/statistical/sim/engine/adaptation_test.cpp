// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service_engine.hpp"
#include "tests/unit/sim/engine/one_person.hpp"
#include "tests/unit/sim/engine/options.hpp"

#include <catch2/catch.hpp>
#include <cmath>

// Hedonic adaptation on simulated journeys: after a step everywhere, affect comes back to 0.
namespace {

using namespace sojourn;
using Catch::Matchers::WithinAbs;

constexpr int n_moments = 80;
constexpr double step = 2, spread = 1;

/// A row of moments, each of the same level with the same noise.
Scenario better_everywhere(double rate, double losses = 1) {
  Scenario scenario;
  scenario.calendars = {build::always_open()};
  scenario.personas = {build::somebody()};
  scenario.exits = {build::way_out("done", Outcome::served)};
  for (int i = 0; i < n_moments; ++i) {
    TouchpointSpec moment =
        build::touchpoint("moment_" + std::to_string(i), Distribution::constant(1));
    moment.feels.mean = step;
    moment.feels.spread = spread;
    moment.rows = {i + 1 < n_moments ? build::to(i + 1, 1) : build::leave(0, 1)};
    scenario.touchpoints.push_back(moment);
  }
  build::act(scenario, Mechanism::adaptation);
  build::set_all(scenario, Parameter::adaptation_rate, Distribution::constant(rate));
  build::set_all(scenario, Parameter::adaptation_losses, Distribution::constant(losses));
  return scenario;
}

constexpr int n_people = 8'000;

double mean_affect(const Tally& tally, std::size_t moment) {
  return from_fixed(tally.visits[moment].affect) / static_cast<double>(tally.visits[moment].visits);
}

Tally tally_of(const Scenario& scenario) {
  return simulate_flow(build::plan_of(scenario, n_people), 0, 0, nullptr);
}

} // namespace

TEST_CASE("adaptation: after a step everywhere mean affect fades as published, and to 0") {
  const double rate = .2;
  const Tally tally = tally_of(better_everywhere(rate));
  const double error = 4.5 * spread * std::sqrt((1 + rate / (2 - rate)) / n_people);
  for (const std::size_t moment : {0U, 1U, 3U, 7U, 15U, 79U}) {
    const double felt = step * std::pow(1 - rate, static_cast<double>(moment));
    CHECK_THAT(mean_affect(tally, moment), WithinAbs(felt, error));
  }
  const Tally slower = tally_of(better_everywhere(.15)); // seen to fail at another rate
  CHECK(std::abs(mean_affect(slower, 3) - step * std::pow(1 - rate, 3)) > error);
}

TEST_CASE("adaptation: where losses hurt more or are got used to slowly, affect stays below 0") {
  Scenario averse = better_everywhere(.2);
  build::act(averse, Mechanism::loss_aversion);
  // What is lost lies below what is written, on average spread / sqrt(2 pi).
  const double lost = -(1.955 - 1) * spread / std::sqrt(2 * std::acos(-1.0));
  CHECK_THAT(mean_affect(tally_of(averse), 79), WithinAbs(lost, .06));
  CHECK(mean_affect(tally_of(better_everywhere(.2, .3)), 79) < -.1);
}

TEST_CASE(
    "adaptation: a feeling that is prescribed is felt exactly by whoever is used to another") {
  Scenario scenario = better_everywhere(.2);
  scenario.touchpoints[20].felt_exactly = -1.5;
  CHECK_THAT(mean_affect(tally_of(scenario), 20), WithinAbs(-1.5, 1e-5));
}

TEST_CASE("adaptation: a replay tells what somebody is used to") {
  Scenario scenario = better_everywhere(.5);
  for (TouchpointSpec& moment : scenario.touchpoints) {
    moment.feels.spread = 0;
  }
  const JourneyTrace journey = build::live(scenario, 0);
  CHECK(journey.visits.at(0).adapted[0] == 0);
  CHECK(journey.visits.at(2).adapted[0] == 1.5F);
  CHECK(journey.visits.at(2).affect == .5F);
}
