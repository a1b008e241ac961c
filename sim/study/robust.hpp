// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// Whether the sign of each variant's difference survives other assumptions about people: loss
/// aversion 1.31, 1.955, 2.25 x memory mean, service_mixed, pure_peak_end x choice sensitivity
/// 0.3, 0.65, 1.2, where the scenario has them. Robust: the sign agrees in at least 25 of the 27
/// corners and the interval of the design as written excludes 0.
[[nodiscard]] std::unique_ptr<Study> make_robust(const StudyContext& context);

} // namespace sojourn
