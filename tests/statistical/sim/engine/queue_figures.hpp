// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/unit/sim/engine/build.hpp"

#include <cmath>
#include <functional>
#include <vector>

// A queue's figures over replications. One passes within 4.5 standard errors (normal: alpha 7e-6
// each).
namespace sojourn::queue_figures {

struct QueueFigure {
  double mean = 0, error = 0;
  [[nodiscard]] bool agrees(double truth) const { return std::fabs(mean - truth) < 4.5 * error; }
};

using QueueReading = std::function<double(const Tally&)>;

/// Every reading over the same replications, of `weeks` after the warm-up of one.
inline std::vector<QueueFigure> simulate_figures(Scenario scenario, int replications, int weeks,
                                                 const std::vector<QueueReading>& readings) {
  scenario.experiment.horizon = (1 + weeks) * ticks_per_week;
  const Plan plan = build::plan_of(scenario);
  std::vector<double> sums(readings.size()), squares(readings.size());
  for (int r = 0; r < replications; ++r) {
    const Tally tally = simulate(plan, static_cast<std::uint32_t>(r));
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const double value = readings[i](tally);
      sums[i] += value;
      squares[i] += value * value;
    }
  }
  std::vector<QueueFigure> figures;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const double mean = sums[i] / replications;
    const double variance = (squares[i] - sums[i] * mean) / (replications - 1);
    figures.push_back({mean, std::sqrt(variance / replications)});
  }
  return figures;
}

/// Minutes of wait at a visit, `at` = persona * touchpoints + touchpoint.
inline double wait_of(const Tally& tally, std::size_t at) {
  return static_cast<double>(tally.visits[at].wait) / static_cast<double>(tally.visits[at].waits) /
         static_cast<double>(ticks_per_minute);
}

/// Minutes that those who are served wait for a server.
inline double server_wait(const Tally& tally) {
  return static_cast<double>(tally.resources[0].wait) /
         static_cast<double>(tally.resources[0].started) / static_cast<double>(ticks_per_minute);
}

inline double lost(const Tally& tally) {
  const PersonaTally& all = tally.personas[0];
  return static_cast<double>(all.outcomes[static_cast<std::size_t>(Outcome::lost)]) /
         static_cast<double>(all.finished);
}

} // namespace sojourn::queue_figures
