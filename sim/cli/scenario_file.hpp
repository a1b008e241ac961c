// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/command.hpp"
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

/// The study input with the arms that were asked for; the baseline always comes along. Throws
/// UsageError for an arm that is not there.
[[nodiscard]] StudyInput study_input(const Loaded& loaded, const std::vector<std::string>& arms);

} // namespace sojourn::cli
