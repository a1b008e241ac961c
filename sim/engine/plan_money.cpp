// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_money.hpp"

#include "models/luck/stream.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>

namespace sojourn {

PlanRisk compile_risk(const std::optional<RiskSpec>& spec, QuantileTables& tables) {
  if (!spec) {
    return {};
  }
  const bool certain = spec->amount.kind == DistributionKind::constant;
  return {true,
          spec->is_felt,
          spec->by_provider,
          threshold(spec->chance),
          static_cast<float>(spec->feels),
          tables.add(spec->amount),
          certain ? std::optional(spec->amount.a) : std::nullopt};
}

void compile_money(const Scenario& scenario, Plan& plan) {
  plan.counted_over = ticks_of(scenario.value.counted_over_min);
  const double hours = minutes_of(plan.counted_over) / 60;
  for (PlanPersona& persona : plan.personas) {
    persona.potential = to_fixed(hours * persona.worth_per_hour);
    plan.largest_value = std::max(plan.largest_value, persona.potential);
  }
  plan.keeps_books = scenario.value.present;
  for (const PlanNode& node : plan.nodes) {
    plan.largest_value += node.outcome;
    plan.keeps_books =
        plan.keeps_books || node.outcome != 0 || node.price != 0 || node.risk.present;
  }
  plan.any_special = plan.any_special || plan.keeps_books;
}

} // namespace sojourn
