// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// What if this number were another? Levels at every point of a grid, a Latin hypercube or a
/// Sobol' design over any paths, and how far each is from the baseline; for the variants named,
/// their differences at every point.
[[nodiscard]] std::unique_ptr<Study> make_sweep(const StudyContext& context);

} // namespace sojourn
