// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/runner.hpp"

namespace sojourn {

/// What a reader of the result must know: overload, unfinished journeys with the bounds they leave,
/// variants that change nothing, too few replications, a run that was stopped.
[[nodiscard]] std::vector<std::string>
warnings_of(const std::vector<ArmSpec>& arms, const Runnable& runnable, const RunRecord& record);

} // namespace sojourn
