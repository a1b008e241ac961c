// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/plan_social.hpp"

#include "models/luck/stream.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>

namespace sojourn {

PlanRelationship compile_relationship(const PersonaSpec& spec) {
  PlanRelationship out;
  if (!spec.relationship) {
    return out;
  }
  const auto number = [&spec](RelationshipNumber which) {
    return spec.relationship->number(which);
  };
  out.present = true;
  out.visible = threshold(number(RelationshipNumber::visibility));
  out.matched = threshold(spec.relationship->match());
  out.overestimate_seen = static_cast<float>(
      1 / (number(RelationshipNumber::unexplained) * number(RelationshipNumber::uncertain)));
  out.overestimate_told = static_cast<float>(1 / number(RelationshipNumber::uncertain));
  if (!spec.relationship->on_arrival) {
    out.agreed_error = static_cast<float>(number(RelationshipNumber::expectation_error));
  }
  return out;
}

namespace {

/// What a relationship does at a touchpoint without work behind the scenes, prices or waits.
bool touches(const PlanRelationship& relationship, const PlanNode& node) {
  return relationship.present && (node.hidden || (node.is_agreed && relationship.agreed_error > 0));
}

PlanWord compile_word(const WordOfMouthSpec& spec) {
  PlanWord word;
  word.present = spec.present;
  const auto per_tick = [](double per_hour) {
    return per_hour / static_cast<double>(ticks_per_hour);
  };
  word.talks = per_tick(spec.talks);
  word.good = per_tick(spec.good);
  word.bad = per_tick(spec.bad);
  word.lasts = ticks_of(spec.lasts_min);
  word.comes = spec.comes;
  word.weight = static_cast<float>(spec.weight);
  word.trust = static_cast<float>(spec.trust);
  word.expectation = static_cast<float>(spec.expectation);
  word.population = static_cast<std::int64_t>(spec.population.value_or(0));
  return word;
}

} // namespace

void compile_social(const Scenario& scenario, Plan& plan) {
  plan.culture = scenario.culture.effects;
  plan.word_of_mouth = compile_word(scenario.word_of_mouth);
  plan.culture_spread = static_cast<float>(scenario.culture.spread);
  for (const PlanPersona& persona : plan.personas) {
    plan.any_special = plan.any_special ||
                       std::any_of(plan.nodes.begin(), plan.nodes.end(), [&](const PlanNode& node) {
                         return touches(persona.relationship, node);
                       });
  }
}

} // namespace sojourn
