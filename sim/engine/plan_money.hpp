// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

namespace sojourn {

[[nodiscard]] PlanRisk compile_risk(const std::optional<RiskSpec>& spec, QuantileTables& tables);

/// What journeys are worth, and whether books are kept. After personas and touchpoints.
void compile_money(const Scenario& scenario, Plan& plan);

} // namespace sojourn
