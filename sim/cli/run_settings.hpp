// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/options.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/engine/executor.hpp"
#include "sim/study/answers.hpp"
#include "sim/study/compare.hpp"

#include <filesystem>
#include <memory>
#include <vector>

// What the options of `run` mean. All of them throw UsageError.
namespace sojourn::cli {

[[nodiscard]] std::vector<OptionText> run_options();

/// Default outputs stand beside the scenario under its name.
[[nodiscard]] OutputPaths paths_of(const Arguments& arguments,
                                   const std::filesystem::path& scenario);

[[nodiscard]] std::unique_ptr<Executor> executor_of(const Arguments& arguments);

/// The studies of this run: all that are declared, or those that --study names.
[[nodiscard]] std::vector<StudySpec> studies_of(const Arguments& arguments, const Loaded& loaded);

/// Watches signals from here on, and counts --max-time from here.
[[nodiscard]] StudyOptions study_options(const Arguments& arguments, const Scenario& baseline);

/// Where and how often a run saves what is done. Infinite time: only when it is stopped early,
/// and only with --resume; without both options nothing is saved.
[[nodiscard]] double checkpoint_seconds(const Arguments& arguments);

/// An option that would do nothing is a mistake.
void check_journeys(const StudyOptions& options, const Runnable& runnable);

/// Another seed than the scenario's, where the command line says one.
void set_seed(Loaded& loaded, const Arguments& arguments);

} // namespace sojourn::cli
