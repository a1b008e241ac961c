// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"
#include "sim/study/exact.hpp"

#include <vector>

namespace sojourn {

/// How long a run will take, roughly: the exact expected visits times what one visit costs.
struct RunTime {
  double least_seconds = 0, most_seconds = 0; // at_least and at_most replications
  double journeys_per_replication = 0;
  bool known = false; // false: nobody says how many people come
};

/// `n_arms` compared and `further_runs` of other studies; `journey` the solved baseline.
[[nodiscard]] RunTime estimated_run_time(const Scenario& baseline, std::size_t n_arms,
                                         std::size_t further_runs, const ExactJourney& journey,
                                         int threads);

} // namespace sojourn
