// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/traveller.hpp"

namespace sojourn {

[[nodiscard]] PlanRelationship compile_relationship(const PersonaSpec& spec);

/// Culture and word of mouth of everybody, and what of them needs the scalar path. After personas
/// and nodes.
void compile_social(const Scenario& scenario, Plan& plan);

/// What others said, and what was read of them, speak against giving up with so much, log-odds.
[[nodiscard]] float talk_tilt(const Plan& plan, const Traveller& traveller);
[[nodiscard]] float rating_tilt(const Plan& plan, const Traveller& traveller);

} // namespace sojourn
