// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_memory.hpp"
#include "sim/study/exact_memory.hpp"
#include "sim/verify/scene.hpp"
#include "sim/verify/travel.hpp"

// Memory and trust solved exactly on the incident chain, and simulated. Expected values were
// computed with 30 digits.
namespace sojourn::verify {
namespace {

constexpr std::string_view chain_scene = "incident_chain";

FeltChain felt_incident() {
  const Scenario scenario = scene(chain_scene);
  std::vector<double> affect;
  for (const TouchpointSpec& touchpoint : scenario.touchpoints) {
    affect.push_back(touchpoint.feels.mean.value_or(0));
  }
  return felt_by_state(chain_of(scenario, 0), affect);
}

std::vector<Figure> peak_and_end(const Trial& trial) {
  constexpr double remembered = -1.55406831278058;
  const FeltChain felt = felt_incident();
  const OutstandingVisit peak = expected_outstanding(felt, StandsOut::extreme);
  const double end = expected_end(felt);
  Figures figures;
  figures.exact("who has the worst moment waiting", .313968, peak.at[3]);
  figures.exact("who has it detecting", .686032, peak.at[0]);
  figures.exact("mean peak", -3.313968, peak.affect);
  figures.exact("mean end", .205831374438836, end);
  figures.exact("mean of (peak + end) / 2", remembered, (peak.affect + end) / 2);
  const std::string preset = trial.wrong ? "mean" : "pure_peak_end";
  const Scenario people =
      scene(chain_scene, {"personas.somebody.biases.peak_end={ preset: " + preset + " }"});
  figures.estimate("the same, simulated", remembered, travel(trial, people, {mean_remembered})[0]);
  return figures.done();
}

std::vector<Figure> exponential_on_chain(const Trial&) {
  const FeltChain felt = felt_incident();
  Figures figures;
  figures.exact("memory at the end, alpha .3", .761788767004613,
                expected_at_exit(felt.chain, exponential_memory(felt, .3), 0));
  return figures.done();
}

std::vector<Figure> trust_on_chain(const Trial& trial) {
  constexpr double trust = .485906488127097;
  const FeltChain felt = felt_incident();
  Figures figures;
  figures.exact("trust at the end, from .5", trust,
                expected_at_exit(felt.chain, asymmetric_trust(felt, .05, .25), .5));
  const std::string loss = trial.wrong ? "0.26" : "0.25";
  const Scenario people =
      scene(chain_scene, {"personas.somebody.biases.trust={ gain: 0.05, loss: " + loss + " }"});
  figures.estimate("the same, simulated", trust, travel(trial, people, {mean_trust})[0]);
  return figures.done();
}

std::vector<Figure> memory_of_choices(const Trial& trial) {
  const std::string ratio = trial.wrong ? "2.05" : "1.955";
  const Scenario solved = scene("memory_chain");
  const Scenario people =
      scene("memory_chain", {"personas.everyone.biases.loss_aversion={ ratio: " + ratio + " }"});
  const auto lost = [](const Tally& tally) { return share_of(tally, Outcome::lost); };
  const auto found = travel(trial, people, {mean_remembered, mean_trust, lost});
  const ExactMemory memory = exact_memory(solved);
  Figures figures;
  figures.estimate("remembered experience", memory.everyone.remembered, found[0]);
  figures.estimate("trust", memory.everyone.trust, found[1]);
  figures.estimate("who leaves, with a default and a task that pays later",
                   solve_journey(solved).everyone.exit_share[1], found[2]);
  figures.exact("features outside the exact class", 0, static_cast<double>(memory.leaves.size()));
  return figures.done();
}

} // namespace

std::vector<Target> behaviour_targets() {
  using enum TargetKind;
  return {{"T40", "Peak-end on the incident chain", statistical, "the mean instead of peak and end",
           peak_and_end},
          {"T41", "Exponential memory on the incident chain", exact, "", exponential_on_chain},
          {"T42", "Trust on the incident chain", statistical, "a loss of .26", trust_on_chain},
          {"T55", "Memory of varying moments and choices, solved", statistical,
           "losses that weigh 2.05", memory_of_choices}};
}

} // namespace sojourn::verify
