// SPDX-License-Identifier: Apache-2.0
#include "models/journey/diffusion.hpp"
#include "sim/engine/engine.hpp"
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

// Everybody who came tells at rate q for ever, everybody who is told and has not come yet comes,
// and those who have not come hear of it elsewhere at rate p: in a large population that is the
// diffusion of Bass (1969). T49: p .03, q .38 per week, F(5) = .331199, F(10) = .812803.
// Fixed seed; alpha by 4.5 standard errors over replications.
namespace {

using namespace sojourn;

constexpr int population = 4000;
constexpr int n_replications = 20;

struct Share {
  double mean = 0, error = 0;
  [[nodiscard]] bool agrees(double truth) const { return std::abs(mean - truth) < 4.5 * error; }
};

/// The share of the population that came within so many weeks.
Share came_within(int weeks, const std::string& q) {
  const std::string text =
      "sojourn: 1\narrivals: { rate: " + std::to_string(0.03 * population) +
      " per week }\ntouchpoints: { buy: { then: [ { to: done } ] } }\n"
      "exits: { done: { outcome: served } }\nword_of_mouth: { talks: " +
      q + " per week, comes: 100%, lasts: 1 year, population: " + std::to_string(population) +
      " }\nexperiment: { horizon: " + std::to_string(weeks) + " weeks, run_out: 0 s, seed: 49 }\n";
  const Loaded loaded = load_scenario_text(text, "bass.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario);
  double sum = 0, squares = 0;
  for (std::uint32_t r = 0; r < n_replications; ++r) {
    const Tally tally = simulate(plan, r, nullptr);
    const double share = static_cast<double>(tally.personas.front().journeys) / population;
    sum += share;
    squares += share * share;
  }
  const double mean = sum / n_replications;
  return {mean, std::sqrt((squares / n_replications - mean * mean) / (n_replications - 1))};
}

} // namespace

TEST_CASE("T49: word of mouth in a large population is the diffusion of Bass") {
  const Diffusion bass{0.03, 0.38};
  CHECK(std::abs(adopters(bass, 5) - .331199) < 1e-6);
  const Share five = came_within(5, "0.38");
  INFO("F(5) " << five.mean << " +- " << five.error);
  CHECK(five.agrees(adopters(bass, 5)));
  CHECK(five.error < 0.01);
  const Share ten = came_within(10, "0.38");
  INFO("F(10) " << ten.mean << " +- " << ten.error);
  CHECK(ten.agrees(adopters(bass, 10)));
  CHECK(ten.error < 0.01);
}

TEST_CASE("T49 fails where people tell less often, or nobody does") {
  const Diffusion bass{0.03, 0.38};
  CHECK_FALSE(came_within(10, "0.3").agrees(adopters(bass, 10)));
  CHECK_FALSE(came_within(5, "0").agrees(adopters(bass, 5)));
}
