// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_memory.hpp"
#include "sim/study/exact.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/travel.hpp"

// Memory and trust solved exactly on the incident chain, and simulated. Expected values were
// computed with 30 digits.
namespace sojourn::verify {
namespace {

constexpr std::string_view chain_scene = "incident_chain";

struct Feeling {
  Chain chain;
  std::vector<double> affect; // [state]
};

Feeling feeling() {
  const Scenario scenario = scene(chain_scene);
  Feeling result{chain_of(scenario, 0), {}};
  for (const TouchpointSpec& touchpoint : scenario.touchpoints) {
    result.affect.push_back(touchpoint.feels.mean.value_or(0));
  }
  return result;
}

std::vector<Figure> peak_and_end(const Trial& trial) {
  constexpr double remembered = -1.55406831278058;
  const auto [chain, affect] = feeling();
  const PeakEnd found = expected_peak_end(chain, affect);
  Figures figures;
  figures.exact("who has the worst moment waiting", .313968, found.peak_at[3]);
  figures.exact("who has it detecting", .686032, found.peak_at[0]);
  figures.exact("mean peak", -3.313968, found.peak);
  figures.exact("mean end", .205831374438836, found.end);
  figures.exact("mean of (peak + end) / 2", remembered, found.remembered());
  const std::string preset = trial.wrong ? "mean" : "pure_peak_end";
  const Scenario people =
      scene(chain_scene, {"personas.somebody.biases.peak_end={ preset: " + preset + " }"});
  figures.estimate("the same, simulated", remembered, travel(trial, people, {mean_remembered})[0]);
  return figures.done();
}

std::vector<Figure> exponential_on_chain(const Trial&) {
  const auto [chain, affect] = feeling();
  Figures figures;
  figures.exact("memory at the end, alpha .3", .761788767004613,
                expected_at_exit(chain, exponential_memory(affect, .3), 0));
  return figures.done();
}

std::vector<Figure> trust_on_chain(const Trial& trial) {
  constexpr double trust = .485906488127097;
  const auto [chain, affect] = feeling();
  Figures figures;
  figures.exact("trust at the end, from .5", trust,
                expected_at_exit(chain, asymmetric_trust(affect, .05, .25), .5));
  const std::string loss = trial.wrong ? "0.26" : "0.25";
  const Scenario people =
      scene(chain_scene, {"personas.somebody.biases.trust={ gain: 0.05, loss: " + loss + " }"});
  figures.estimate("the same, simulated", trust, travel(trial, people, {mean_trust})[0]);
  return figures.done();
}

} // namespace

std::vector<Target> behaviour_targets() {
  using enum TargetKind;
  return {{"T40", "Peak-end on the incident chain", statistical, "the mean instead of peak and end",
           peak_and_end},
          {"T41", "Exponential memory on the incident chain", exact, "", exponential_on_chain},
          {"T42", "Trust on the incident chain", statistical, "a loss of .26", trust_on_chain}};
}

} // namespace sojourn::verify
