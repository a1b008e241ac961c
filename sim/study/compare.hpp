// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/runner.hpp"

#include <string>
#include <vector>

// The study "is a variant better?": all arms on the same people and the same luck, and everything
// that was found out as plain data.
namespace sojourn {

/// What is compared, as the scenario language hands it over; baseline first.
struct StudyInput {
  std::vector<ArmSpec> arms;
  std::string path, text; // of the scenario file
  std::vector<ParameterUse> parameters;
};

struct StudyOptions {
  std::int64_t journeys = 0; // > 0: cohort per replication where nobody queues
  RunOptions run;            // at_least, at_most and until come from settings_of()
};

/// How the scenario wants to be run; `replications` > 0 fixes their number instead.
[[nodiscard]] RunOptions settings_of(const Scenario& baseline, int replications = 0);

/// Compiles every arm. Throws std::invalid_argument with a message for the user where the engines
/// or the comparison cannot take an arm.
[[nodiscard]] Runnable prepare(const StudyInput& input, const StudyOptions& options);

/// Whether two scenarios describe the same world: equal but for their words and one-off costs.
[[nodiscard]] bool same_world(const Scenario& a, const Scenario& b);

/// Everything but the provenance of this very run. `record` has at least one replication.
[[nodiscard]] output::ResultData result_of(const StudyInput& input, const Runnable& runnable,
                                           const RunRecord& record);

} // namespace sojourn
