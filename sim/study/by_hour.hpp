// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"
#include "sim/study/runner.hpp"
#include "sim/study/union.hpp"

namespace sojourn {

/// Resources and their lines by the hour of the week; empty where no arm has a line.
[[nodiscard]] output::HourData hours_of(const ArmUnion& all, const std::vector<ArmSpec>& arms,
                                        const RunRecord& record);

} // namespace sojourn
