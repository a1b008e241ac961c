// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"

namespace sojourn {

/// Whether a mechanism acts in this persona: listed, and not of strength 0.
[[nodiscard]] bool acts_in(const PersonaSpec& persona, Mechanism mechanism);

/// Two mechanisms that act together in somebody although they are confounded or count twice.
struct PairInUse {
  std::size_t row = 0; // of pair_rows
  std::vector<std::size_t> personas;
};
[[nodiscard]] std::vector<PairInUse> pairs_in_use(const Scenario& scenario);

/// "sunk_cost and patience are confounded", and why.
struct PairWords {
  std::string message, why;
};
[[nodiscard]] PairWords words_of(const PairInUse& pair);

} // namespace sojourn
