// SPDX-License-Identifier: Apache-2.0
#include "sim/study/person_traits.hpp"

#include "models/mechanisms/table.hpp"

namespace sojourn {

double mean_trait(const PersonaSpec& persona, Parameter parameter) {
  if (const auto& written = persona.parameters[static_cast<std::size_t>(parameter)]) {
    return written->mean();
  }
  const ParameterRow& row = row_of(parameter);
  return strength_of(row.mechanism) == parameter ? 0 : row.default_value;
}

Traits<double> mean_traits(const PersonaSpec& persona) {
  Traits<double> traits{};
  for (std::size_t p = 0; p < n_parameters; ++p) {
    traits[p] = mean_trait(persona, static_cast<Parameter>(p));
  }
  return traits;
}

bool varies(const PersonaSpec& persona, Parameter parameter) {
  const auto& written = persona.parameters[static_cast<std::size_t>(parameter)];
  return written && written->kind != DistributionKind::constant;
}

bool acts_on(const PersonaSpec& persona, Mechanism mechanism) {
  const auto& strength = persona.parameters[static_cast<std::size_t>(strength_of(mechanism))];
  return strength && *strength != Distribution::constant(0);
}

} // namespace sojourn
