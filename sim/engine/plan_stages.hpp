// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

namespace sojourn {

/// The designs that hold one after the other, where `arm` is the last of several. Everything else
/// of the plan is there already. Throws std::invalid_argument where people could not be under way
/// in one and go on in the next.
void compile_stages(const Scenario& arm, const Scenario& baseline, const PlanOptions& options,
                    Plan& plan);

} // namespace sojourn
