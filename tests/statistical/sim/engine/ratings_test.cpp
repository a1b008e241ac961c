// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/survey.hpp"
#include "sim/engine/engine.hpp"
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

#include <cmath>

// Whoever is moved rates more often, so the stars that are read are those of the people who rate,
// not of all: sum of stars x share x chance over sum of share x chance. Fixed seed; alpha by 4.5
// standard errors over replications.
namespace {

using namespace sojourn;

struct Mean {
  double mean = 0, error = 0;
  [[nodiscard]] bool agrees(double truth) const { return std::abs(mean - truth) < 4.5 * error; }
};

constexpr double happy = 0.7; // +5, five stars; everybody else -5, one star

Mean stars_read(const std::string& more) {
  const Loaded loaded = load_scenario_text(R"(sojourn: 1
personas: { one: { biases: { peak_end: { preset: mean } } } }
arrivals: { rate: 1 per hour }
touchpoints:
  use: { then: [ { to: good, share: 70% }, { to: bad, share: 30% } ] }
  good: { feels: +5, then: [ { to: done } ] }
  bad: { feels: -5, then: [ { to: done } ] }
exits: { done: { outcome: served } }
experiment: { horizon: 10 weeks, warm_up: 2 weeks, seed: 3 }
ratings: { leaves: 20%, read_by: 50%, expectation: 0, weight: 0)" +
                                               more + " }\n",
                                           "s.yaml");
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario);
  double sum = 0, squares = 0;
  constexpr int n = 40;
  for (std::uint32_t r = 0; r < n; ++r) {
    const Tally tally = simulate(plan, r, nullptr);
    const PersonaTally& people = tally.personas.front();
    const double mean = from_fixed(people.stars_read) / static_cast<double>(people.readers);
    sum += mean;
    squares += mean * mean;
  }
  const double mean = sum / n;
  return {mean, std::sqrt((squares / n - mean * mean) / (n - 1))};
}

double of_raters(double extremity, double tilt) {
  const double base = std::log(0.2 / 0.8);
  const double good = happy * answer_chance(base, extremity, tilt, 5);
  const double bad = (1 - happy) * answer_chance(base, extremity, tilt, -5);
  return (5 * good + bad) / (good + bad);
}

} // namespace

TEST_CASE("The stars that are read are those of the people who rate") {
  const double everybody = 5 * happy + (1 - happy);
  const Mean usual = stars_read(", last: 50");
  INFO(usual.mean << " +- " << usual.error << ", theory " << of_raters(0.25, 0.1));
  CHECK(usual.agrees(of_raters(0.25, 0.1)));
  CHECK_FALSE(usual.agrees(everybody)); // as if all rated alike
  CHECK(stars_read(", tilt: 0, last: 50").agrees(everybody));
  const Mean angry = stars_read(", tilt: -0.3, last: 50");
  INFO(angry.mean << " +- " << angry.error << ", theory " << of_raters(0.25, -0.3));
  CHECK(angry.agrees(of_raters(0.25, -0.3)));
}
