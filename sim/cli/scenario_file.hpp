// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/command.hpp"
#include "sim/engine/plan.hpp"
#include "sim/scenario/load.hpp"
#include "sim/study/compare.hpp"

#include <string>
#include <vector>

namespace sojourn::cli {

/// Reads a scenario and tells every problem on stderr. Throws Failure where there are errors.
[[nodiscard]] Loaded open_scenario(Terminal& terminal, const std::string& path,
                                   const std::vector<std::string>& sets = {});

/// The arm called `id`. Throws UsageError for one that is not there.
[[nodiscard]] const ArmSpec& find_arm(const Loaded& loaded, const std::string& id);

/// The arm ready to run. Throws Failure where it cannot be.
[[nodiscard]] Plan compiled(const Loaded& loaded, const ArmSpec& arm, const std::string& path);

/// Tells problems of a scenario that were found after loading. Always throws Failure.
[[noreturn]] void refuse_problems(Terminal& terminal, const std::vector<Problem>& problems,
                                  const std::string& path);

/// The study input with the arms that were asked for: where none is named, all variants or, without
/// `variants`, none. The baseline always comes along. Throws UsageError for an arm that is not
/// there.
[[nodiscard]] StudyInput study_input(const Loaded& loaded, const std::vector<std::string>& arms,
                                     bool variants = true);

} // namespace sojourn::cli
