// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// How many replications an answer will take: from the replications of the pilot, for every level
/// and difference, those needed for a wanted half-width or to detect a difference, the time it will
/// take, and what the pilot itself can show.
[[nodiscard]] std::unique_ptr<Study> make_plan(const StudyContext& context);

} // namespace sojourn
