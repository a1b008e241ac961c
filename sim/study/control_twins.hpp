// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/control_variate.hpp"
#include "sim/study/exact.hpp"
#include "sim/study/study.hpp"

#include <string>
#include <vector>

// Control variates (Lavenberg & Welch 1981): the same people with the same luck, but without any
// mechanism, walk a chain whose expectations are known exactly; how far they strayed from them in a
// replication says how lucky that replication was.
namespace sojourn {

/// An arm without biases.
struct Twin {
  std::size_t arm = 0; // of the pool
  Scenario scenario;
  ExactJourney exact;
};

/// Adds the twin of a compared arm. Refuses, with what is in the way, a journey that cannot be
/// solved exactly.
[[nodiscard]] Twin add_twin(const StudyContext& context, ArmPool& pool, std::size_t arm);

/// A column of the twin's, one value per replication, and its expectation.
struct LuckControl {
  std::string name;
  std::vector<double> values;
  double expectation = 0;
  bool varies = false; // from journey to journey, as the exact solution has it
};

/// What may vary of: time_in_system, gave_up (served where nobody gives up), visits. Empty where
/// journeys were cut off at the end, because means of the finished ones have other expectations.
[[nodiscard]] std::vector<LuckControl> luck_controls(const ArmPool& pool, const Twin& twin,
                                                     int replications, std::size_t group);

/// For a difference: the difference of the twins; of what is the same in both, the baseline's.
[[nodiscard]] std::vector<LuckControl> luck_controls(const ArmPool& pool, const Twin& twin,
                                                     const Twin& baseline, int replications,
                                                     std::size_t group);

/// A mean corrected by the first `used` controls: the last ones are left out while they are linear
/// combinations of those before or too many for the replications, which is no look at `values`.
struct AdjustedMean : output::ControlledMean {
  std::size_t used = 0;
};
[[nodiscard]] AdjustedMean adjusted_mean(const std::vector<double>& values,
                                         const std::vector<LuckControl>& controls);

} // namespace sojourn
