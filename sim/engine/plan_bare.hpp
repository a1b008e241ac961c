// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

namespace sojourn {

/// Whether nobody asks for more than touchpoints, lines, patience and feelings: what world.hpp
/// leaves out is nowhere in the plan.
[[nodiscard]] bool is_bare(const Plan& plan);
/// Whether, besides, no visit changes what anybody feels, believes or chooses: people only wait.
[[nodiscard]] bool nothing_is_felt(const Plan& plan);

} // namespace sojourn
