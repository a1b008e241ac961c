// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/renewal.hpp"
#include "sim/engine/tally.hpp"
#include "sim/scenario/scenario.hpp"

#include <vector>

namespace sojourn {

/// Who has a say in the renewal of one arm's service, and how it is decided.
struct RenewalBooks {
  RenewalWeights weights;
  std::vector<bool> decides; // [persona]: customer or sponsor
  std::vector<double> voice; // [persona]: influence x interest; empty: every journey counts alike
};

[[nodiscard]] RenewalBooks renewal_books(const Scenario& arm);

/// What reached those who decide in one replication. `everyone` is the sum of all personas.
[[nodiscard]] RenewalInputs renewal_inputs(const Tally& tally, const PersonaTally& everyone,
                                           const RenewalBooks& books);

} // namespace sojourn
