// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/view.hpp"
#include "sim/scenario/scenario.hpp"

namespace sojourn {

/// A parameter's mean over the people of a persona; of a mechanism that is not listed the default,
/// and strength 0.
[[nodiscard]] double mean_trait(const PersonaSpec& persona, Parameter parameter);
[[nodiscard]] Traits<double> mean_traits(const PersonaSpec& persona);

/// Whether the people of a persona differ in this parameter.
[[nodiscard]] bool varies(const PersonaSpec& persona, Parameter parameter);

/// Whether the mechanism acts on anybody of the persona.
[[nodiscard]] bool acts_on(const PersonaSpec& persona, Mechanism mechanism);

} // namespace sojourn
