// SPDX-License-Identifier: Apache-2.0
#include "sim/study/effort.hpp"

#include "sim/engine/arrivals.hpp"
#include "sim/study/compare.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// Measured on one core of a cloud machine; README.md says how. Queueing adds chasing and its
/// events; without it lanes run together.
constexpr double seconds_per_contended_visit = 0.6e-6;
constexpr double seconds_per_free_visit = 0.25e-6;

bool is_contended(const Scenario& scenario) {
  const auto limited = [&](const std::optional<WorkSpec>& work) {
    return work && work->resource >= 0 &&
           (!work->others.empty() ||
            !scenario.resources[static_cast<std::size_t>(work->resource)].unlimited);
  };
  return scenario.word_of_mouth.present || scenario.ratings.present ||
         scenario.arrivals.members > 0 ||
         std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(),
                     [&](const TouchpointSpec& touchpoint) {
                       return limited(touchpoint.needs) || limited(touchpoint.behind);
                     });
}

double journeys_of(const Scenario& scenario) {
  if (scenario.experiment.journeys && !is_contended(scenario)) {
    return *scenario.experiment.journeys;
  }
  const double weeks =
      static_cast<double>(scenario.experiment.horizon) / static_cast<double>(ticks_per_week);
  const double arriving = people_per_week(scenario.arrivals) * weeks;
  return arriving;
}

} // namespace

RunTime estimated_run_time(const Scenario& baseline, std::size_t n_arms, std::size_t further_runs,
                           const ExactJourney& journey, int threads) {
  RunTime time;
  time.journeys_per_replication = journeys_of(baseline);
  time.known = journey.problems.empty() && time.journeys_per_replication > 0;
  if (!time.known) {
    return time;
  }
  const double per_visit =
      is_contended(baseline) ? seconds_per_contended_visit : seconds_per_free_visit;
  const double one = time.journeys_per_replication * journey.everyone.steps_mean * per_visit /
                     std::max(1, threads);
  const RunOptions settings = settings_of(baseline);
  const auto arms = static_cast<double>(n_arms), further = static_cast<double>(further_runs);
  time.least_seconds = one * (settings.at_least * arms + further);
  time.most_seconds = one * (settings.at_most * arms + further);
  return time;
}

} // namespace sojourn
