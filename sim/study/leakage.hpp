// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// Where value leaks: potential under all ideals, realised under none, and the gap shared among the
/// causes (Shapley over all coalitions on common luck).
[[nodiscard]] std::unique_ptr<Study> make_leakage(const StudyContext& context);

} // namespace sojourn
