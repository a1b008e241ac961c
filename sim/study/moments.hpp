// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// Which moments decide, and which hurt. Moments of truth by intervention, do(affect = its 90 %
/// quantile) against do(affect = its 10 % quantile), never by regression (touchpoints of one
/// journey are collinear); pain points by what they weigh and by what would change if they felt
/// neutral.
[[nodiscard]] std::unique_ptr<Study> make_moments(const StudyContext& context);

} // namespace sojourn
