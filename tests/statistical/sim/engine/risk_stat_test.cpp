// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/scenario/load.hpp"
#include "sim/study/exact.hpp"

#include <catch2/catch.hpp>

#include <cmath>

// What events take, simulated, against visits x chance x amount x vulnerability. Fixed seed; alpha
// is 1e-5 (4.4 standard errors of 200,000 journeys), and wrong models are outside of it.
namespace {

using namespace sojourn;

constexpr std::int64_t n_journeys = 200'000;
constexpr double z = 4.4;

const std::string two_groups = R"(sojourn: 1
personas:
  spare: { share: 40%, vulnerability: 0.25 }
  alone: { share: 60%, vulnerability: 3 }
touchpoints:
  use:
    risk: { chance: 8%, amount: { exponential: 200 } }
    then: [ { to: use, share: 30% }, { to: done, share: rest } ]
exits: { done: { outcome: served } }
)";

Scenario scenario_of(const std::string& text) {
  const Loaded loaded = load_scenario_text(text, "risk.yaml");
  REQUIRE(loaded.ok());
  return loaded.arms.front().scenario;
}

struct Taken {
  double mean, standard_error;
  [[nodiscard]] bool agrees(double expected) const {
    return std::fabs(mean - expected) < z * standard_error;
  }
};

/// Sums of a journey: N visits are geometric with p = 0.7; each takes B X, B Bernoulli, X
/// exponential, so that its second moment is chance x 2 mean^2.
Taken taken_from(const Tally& tally, std::size_t persona, double vulnerability) {
  const PersonaTally& people = tally.personas[persona];
  const auto n = static_cast<double>(people.finished);
  const double mean_visit = 0.08 * 200 * vulnerability;
  const double second = 0.08 * 2 * 200 * 200 * vulnerability * vulnerability;
  const double visits = 1 / 0.7, variance_of_visits = 0.3 / (0.7 * 0.7);
  const double variance =
      visits * (second - mean_visit * mean_visit) + variance_of_visits * mean_visit * mean_visit;
  return {from_fixed(people.risk) / n, std::sqrt(variance / n)};
}

} // namespace

TEST_CASE("What events take is visits x chance x amount x vulnerability", "[statistical]") {
  const Scenario scenario = scenario_of(two_groups);
  const Tally tally = simulate(compile(scenario, scenario, {n_journeys}), 0, nullptr);
  const ExactValue exact = exact_value(scenario, solve_journey(scenario));
  for (const std::size_t persona : {0U, 1U}) {
    const double expected = exact.personas[persona].risk;
    const double vulnerability = persona == 0 ? 0.25 : 3;
    CHECK(std::fabs(expected - 0.08 * 200 * vulnerability / 0.7) < 1e-9);
    const Taken taken = taken_from(tally, persona, vulnerability);
    CHECK(taken.agrees(expected));
    CHECK_FALSE(taken.agrees(expected * 0.95)); // a chance of 7.6 %
    CHECK_FALSE(taken.agrees(expected * 0.7));  // one visit each
  }
  CHECK(std::fabs(exact.everyone.risk -
                  (0.4 * exact.personas[0].risk + 0.6 * exact.personas[1].risk)) < 1e-9);
}

TEST_CASE("The luck of events is their own: everything else keeps its bits", "[statistical]") {
  Scenario scenario = scenario_of(two_groups);
  Scenario safe = scenario;
  safe.touchpoints[0].risk.reset();
  safe.touchpoints[0].price = 1e-6; // books are kept all the same
  scenario.touchpoints[0].price = 1e-6;
  const Tally risky = simulate(compile(scenario, scenario, {20'000}), 0, nullptr);
  const Tally without = simulate(compile(safe, safe, {20'000}), 0, nullptr);
  CHECK(risky.flow == without.flow);
  CHECK(risky.visits == without.visits);
  CHECK(risky.personas[0].duration == without.personas[0].duration);
  CHECK(without.personas[0].risk == 0);
  CHECK(risky.personas[0].risk > 0);
}
