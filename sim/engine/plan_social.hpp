// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

namespace sojourn {

[[nodiscard]] PlanRelationship compile_relationship(const PersonaSpec& spec);

/// Culture and word of mouth of everybody, and what of them needs the scalar path. After personas
/// and nodes.
void compile_social(const Scenario& scenario, Plan& plan);

} // namespace sojourn
