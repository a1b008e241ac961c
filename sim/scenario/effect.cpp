// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/effect.hpp"

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

} // namespace

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
