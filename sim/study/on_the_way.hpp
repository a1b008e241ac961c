// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/findings.hpp"
#include "sim/study/runner.hpp"

#include <optional>

namespace sojourn {

/// What designs that change on the way did, and how the weeks went; nothing where no arm changes.
/// Quantities: "taken", the share of the replications in which a step was taken, "taken_in" the
/// same of one week, and "by_week", what became of the journeys that ended in it: the measures
/// that were looked at, in the baseline and in every arm that changes, all replications together;
/// "ended" is how many they were. Only up to the horizon.
[[nodiscard]] std::optional<Findings> on_the_way(const std::vector<ArmSpec>& arms,
                                                 const Runnable& runnable, const RunRecord& record);

} // namespace sojourn
