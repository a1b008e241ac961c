// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/runner.hpp"
#include "sim/study/union.hpp"

namespace sojourn {

/// What people lived through, from the pooled counts of every arm. All shares of journeys have the
/// same denominator, the journeys counted, so every row and column of the flow adds up. What an arm
/// does not have counts 0 visits.
[[nodiscard]] output::MapData map_of(const ArmUnion& all, const RunRecord& record);

/// [arm][resource][replication]; capacity [arm][resource], 0 where an arm lacks it.
[[nodiscard]] output::ResourceData
resources_of(const ArmUnion& all, const std::vector<ArmSpec>& arms, const RunRecord& record);

/// The sampled journeys by arm, replication, agent.
[[nodiscard]] output::JourneyRows rows_of(const ArmUnion& all, const RunRecord& record,
                                          bool surveys);

} // namespace sojourn
