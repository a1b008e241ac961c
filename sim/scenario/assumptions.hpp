// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/located.hpp"
#include "sim/scenario/scenario.hpp"

namespace sojourn {

/// Every number in use: what is written in the typed tree, what the mechanism table fills in for
/// each listed mechanism, and what the language takes where nothing is written. The comments in
/// `text` say where the written ones come from.
std::vector<ParameterUse> assumptions(const Node& root, const Scenario& baseline,
                                      std::string_view text);

} // namespace sojourn
