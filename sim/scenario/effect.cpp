// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/effect.hpp"

#include "sim/scenario/pairs.hpp"

#include <algorithm>
#include <array>

namespace sojourn {
namespace {

/// A number that counts only where another is above 0.
struct Depends {
  Parameter number, on;
};
constexpr std::array<Depends, 5> dependent = {{
    {Parameter::trust_record, Parameter::trust_record},
    {Parameter::trust_failure, Parameter::trust_record},
    {Parameter::availability_power, Parameter::availability_power},
    {Parameter::availability_noise, Parameter::availability_power},
    {Parameter::availability_match, Parameter::availability_power},
}};

bool asked_later(const Scenario& scenario) {
  return scenario.survey.asked_after_min > 0 ||
         std::any_of(scenario.agreements.begin(), scenario.agreements.end(),
                     [](const AgreementSpec& each) { return each.after_min > 0; });
}

template <class Test> bool any_touchpoint(const Scenario& scenario, const Test& test) {
  return std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(), test);
}

bool hides_something(const Scenario& scenario) {
  return any_touchpoint(scenario, [](const TouchpointSpec& each) {
    return each.behind || each.seen_by == SeenBy::provider || each.seen_by == SeenBy::nobody;
  });
}

bool gains_something(const Scenario& scenario) {
  return scenario.value.present ||
         any_touchpoint(scenario, [](const TouchpointSpec& each) { return each.outcome != 0; });
}

bool works_behind(const Scenario& scenario) {
  return any_touchpoint(scenario,
                        [](const TouchpointSpec& each) { return each.behind.has_value(); });
}

} // namespace

bool has_effect(const Scenario& scenario, const PersonaSpec& persona, RelationshipNumber number) {
  if (!persona.relationship)
    return false;
  switch (number) {
  case RelationshipNumber::visibility:
    return hides_something(scenario);
  case RelationshipNumber::expectation_error:
    return true;
  case RelationshipNumber::trust_gain:
  case RelationshipNumber::trust_loss:
    return acts_in(persona, Mechanism::trust);
  case RelationshipNumber::match:
    return gains_something(scenario);
  case RelationshipNumber::misfit:
    return gains_something(scenario) && persona.relationship->needed &&
           *persona.relationship->needed != persona.relationship->type;
  case RelationshipNumber::unexplained:
  case RelationshipNumber::uncertain:
    return works_behind(scenario) && acts_in(persona, Mechanism::waiting);
  }
  return true;
}

bool has_effect(const Scenario& scenario, const PersonaSpec& persona, Parameter parameter) {
  if (parameter == Parameter::peak_end_retention)
    return asked_later(scenario);
  const auto* rule = std::find_if(dependent.begin(), dependent.end(),
                                  [&](const Depends& each) { return each.number == parameter; });
  if (rule == dependent.end())
    return true;
  const auto& on = persona.parameters[static_cast<std::size_t>(rule->on)];
  return on.has_value() && *on != Distribution::constant(0);
}

} // namespace sojourn
