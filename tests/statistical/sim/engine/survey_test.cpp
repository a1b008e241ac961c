// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/engine.hpp"
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

// What a survey hears, simulated, against what theory says of it (science.md C.8). Fixed seed;
// tolerances are 4.5 standard errors of 200,000 journeys, and wrong models are outside of them.
namespace {

using namespace sojourn;

constexpr std::int64_t n_journeys = 200'000;

/// Everybody remembers exactly `memory` and is asked; 5 + memory is what they mean.
std::string one_group(double memory, double noise) {
  return "sojourn: 1\ntouchpoints:\n  only:\n    feels: " + std::to_string(memory) +
         "\n    then: [ { to: done } ]\nexits: { done: { outcome: served } }\n" +
         "survey: { at: end, memory_weight: 1, disconfirmation_weight: 0, trust_weight: 0, "
         "noise: " +
         std::to_string(noise) + " }\n";
}

Tally simulated(const std::string& text) {
  const Loaded loaded = load_scenario_text(text, "survey.yaml");
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario, {n_journeys});
  return simulate(plan, 0, nullptr);
}

struct Score {
  double value, standard_error;
};

Score net_promoters(const Tally& tally) {
  const SurveyTally& survey = tally.personas.front().survey;
  const auto n = static_cast<double>(survey.answered);
  const double p = static_cast<double>(survey.promoters) / n;
  const double d = static_cast<double>(survey.detractors) / n;
  return {100 * (p - d), 100 * std::sqrt((p + d - (p - d) * (p - d)) / n)};
}

/// Three groups of equal size whose chances of answering are .06, .23 and .32.
const std::string thirds = R"(sojourn: 1
personas:
  sad:   { share: 33.3333333%, mood_on_arrival: 0 }
  calm:  { share: 33.3333333%, mood_on_arrival: 0 }
  happy: { share: rest, mood_on_arrival: 0 }
touchpoints:
  start: { then: [ { to: bad, share: 100%, for: [sad] }, { to: middle, share: 100%, for: [calm] },
                   { to: good, share: 100%, for: [happy] } ] }
  bad:    { feels: -3, then: [ { to: done } ] }
  middle: { feels: 0,  then: [ { to: done } ] }
  good:   { feels: 3,  then: [ { to: done } ] }
exits: { done: { outcome: served } }
survey: { at: end, memory_weight: 1, disconfirmation_weight: 0, trust_weight: 0,
          response: { base: -1.208311, extremity: -0.181469, tilt: 0.332951 } }
)";

} // namespace

TEST_CASE("T45, simulated: the promoter score of normal opinions") {
  const std::array<std::array<double, 3>, 3> known = {
      {{2.5, 2, 0}, {3, 1.5, 21.0786}, {3.5, 1.5, 40.8789}}};
  for (const auto& [memory, noise, score] : known) {
    const Score heard = net_promoters(simulated(one_group(memory, noise)));
    INFO(memory << " " << noise << ": " << heard.value << " +- " << heard.standard_error);
    CHECK(std::fabs(heard.value - score) < 4.5 * heard.standard_error);
  }
  const Score wrong = net_promoters(simulated(one_group(3, 1.2)));
  CHECK(std::fabs(wrong.value - 21.0786) > 4.5 * wrong.standard_error);
}

TEST_CASE("T46, simulated: who answers, and what weighting by the chance gives back") {
  const Tally tally = simulated(thirds);
  std::array<double, 3> answered{}, weighed{};
  double all = 0, asked = 0, weight = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const SurveyTally& survey = tally.personas[i].survey;
    answered[i] = static_cast<double>(survey.answered);
    weighed[i] = from_fixed(survey.weight);
    all += answered[i];
    asked += static_cast<double>(survey.asked);
    weight += weighed[i];
  }
  const std::array<double, 3> known = {.098361, .377049, .524590};
  constexpr double rate = .203333;
  CHECK(std::fabs(all / asked - rate) < 4.5 * std::sqrt(rate * (1 - rate) / asked));
  for (std::size_t i = 0; i < 3; ++i) {
    const double error = std::sqrt(known[i] * (1 - known[i]) / all);
    CHECK(std::fabs(answered[i] / all - known[i]) < 4.5 * error);
    // The truth is a third each; what was answered is not, by far.
    CHECK(std::fabs(answered[i] / all - 1.0 / 3) > 4.5 * error);
  }
  // A weighted share: variance of a ratio, each group answering with its own chance.
  const std::array<double, 3> chance = {.06, .23, .32};
  for (std::size_t i = 0; i < 3; ++i) {
    double variance = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      const double pull = (i == j ? 1.0 : 0.0) - 1.0 / 3;
      variance += asked / 3 * (1 - chance[j]) / chance[j] * pull * pull;
    }
    const double sampling = 2.0 / 9 / asked; // whose third somebody belongs to
    const double error = std::sqrt(variance / (asked * asked) + sampling);
    CHECK(std::fabs(weighed[i] / weight - 1.0 / 3) < 4.5 * error);
  }
}
