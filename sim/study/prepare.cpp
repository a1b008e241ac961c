// SPDX-License-Identifier: Apache-2.0
#include "sim/study/compare.hpp"
#include "sim/study/union.hpp"

#include <algorithm>
#include <stdexcept>

namespace sojourn {
namespace {

Scenario world_of(Scenario scenario) {
  scenario.title.clear();
  scenario.question.clear();
  scenario.experiment.asks = {};
  scenario.one_off_cost = scenario.one_off_spread_min = 0;
  scenario.fitted.clear(); // the same for every arm
  for (PersonaSpec& persona : scenario.personas) {
    persona.name.clear();
    persona.about.clear();
    persona.goals.clear();
    persona.barriers.clear();
    if (persona.relationship) {
      persona.relationship->cost_per_week = 0;
    }
  }
  for (TouchpointSpec& touchpoint : scenario.touchpoints) {
    touchpoint.name.clear();
    touchpoint.backstage.clear();
    touchpoint.about.clear();
    for (RowSpec& row : touchpoint.rows) {
      row.note.clear();
    }
  }
  for (ExitSpec& exit : scenario.exits) {
    exit.name.clear();
  }
  for (ResourceSpec& resource : scenario.resources) {
    resource.name.clear();
  }
  return scenario;
}

int first_twin(const std::vector<ArmSpec>& arms, std::size_t arm) {
  std::size_t first = 0;
  while (!same_world(arms[first].scenario, arms[arm].scenario)) {
    ++first;
  }
  return static_cast<int>(first);
}

Plan compiled(const StudyInput& input, std::size_t arm, std::int64_t journeys) {
  const ArmSpec& spec = input.arms[arm];
  try {
    return compile(spec.scenario, input.arms.front().scenario, PlanOptions{journeys});
  } catch (const std::invalid_argument& problem) {
    throw std::invalid_argument(arm == 0 ? std::string(problem.what())
                                         : "variant " + spec.id + ": " + problem.what());
  }
}

/// What the question is about must be counted, and for whom it asks.
void check_asked(const AskedSpec& asks, const std::vector<Measure>& measures) {
  if (asks.measure.empty()) {
    return;
  }
  const auto found = find_measure(measures, asks.measure);
  std::string known;
  for (const Measure& measure : measures) {
    known += (known.empty() ? "" : ", ") + measure.info.id;
  }
  if (!found) {
    throw std::invalid_argument("experiment.asks.measure names \"" + asks.measure +
                                "\", which is no measure of this scenario; there are: " + known);
  }
  if (measures[*found].info.better == 0) {
    throw std::invalid_argument("experiment.asks.measure names \"" + asks.measure +
                                "\", which has no better side");
  }
  if (!asks.persona.empty() && !measures[*found].info.per_person) {
    throw std::invalid_argument("experiment.asks.persona: " + asks.measure +
                                " is not counted by persona");
  }
}

} // namespace

bool same_world(const Scenario& a, const Scenario& b) { return world_of(a) == world_of(b); }

RunOptions settings_of(const Scenario& baseline, int replications) {
  const ExperimentSpec& experiment = baseline.experiment;
  RunOptions options;
  options.noticeable = experiment.noticeable;
  options.sampled_people = experiment.save_journeys ? sampled_people : 0;
  if (replications > 0) {
    options.at_least = options.at_most = replications;
    return options;
  }
  options.at_least = experiment.replications_at_least;
  options.until = experiment.until;
  options.at_most = experiment.until.empty()
                        ? options.at_least
                        : std::max(options.at_least, experiment.replications_at_most);
  return options;
}

Runnable prepare(const StudyInput& input, const StudyOptions& options) {
  (void)union_of(input.arms); // arms that cannot stand side by side are refused before any work
  Runnable runnable;
  runnable.measures = measures_of(input.arms);
  check_asked(input.arms.front().scenario.experiment.asks, runnable.measures);
  for (std::size_t arm = 0; arm < input.arms.size(); ++arm) {
    runnable.plans.push_back(compiled(input, arm, options.journeys));
    runnable.arm_ids.push_back(input.arms[arm].id);
    runnable.books.push_back(books_of(input.arms[arm].scenario));
    runnable.twin.push_back(first_twin(input.arms, arm));
  }
  return runnable;
}

} // namespace sojourn
