// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

namespace sojourn {

/// What people wait for at a touchpoint, and what they are told of it. The plan's resources are
/// there already.
void compile_waits(const TouchpointSpec& spec, Plan& plan, PlanNode& node);

} // namespace sojourn
