// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/chain.hpp"

namespace sojourn {

/// For each state of a chain without problems: the visits expected from there, that one included,
/// of those who end in one of the exits marked in `goal` (n_exits entries); 0 where nobody does.
/// The journeys that miss the goal are left out, so it is how far the goal still is for those who
/// will get there. Only + - * / in a fixed order, so that every machine finds the same bits.
[[nodiscard]] std::vector<double> visits_to_goal(const Chain& chain, const std::vector<bool>& goal);

} // namespace sojourn
