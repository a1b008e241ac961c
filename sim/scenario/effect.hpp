// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"

namespace sojourn {

/// Whether a number of this persona's mechanisms can change anything here. Numbers of a choice of
/// model that is not made do not (a record of trust that nobody keeps), nor does how memory fades
/// where nobody is asked later. The mechanism itself acts or not: see acts_in.
[[nodiscard]] bool has_effect(const Scenario& scenario, const PersonaSpec& persona,
                              Parameter parameter);
/// The same of a number of their relationship; false without one.
[[nodiscard]] bool has_effect(const Scenario& scenario, const PersonaSpec& persona,
                              RelationshipNumber number);

} // namespace sojourn
