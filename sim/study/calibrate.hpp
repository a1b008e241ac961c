// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/load.hpp"

// Shares that were measured already contain what psychology did on average (`base: calibrated`).
// They are re-fitted on a pilot: with the shares found, the baseline's people choose as written, and
// what a variant changes is not counted twice.
namespace sojourn {

inline constexpr int share_pilot_replications = 8;

/// The re-fitted shares of every choice of the baseline, each persona on its own (iterative
/// proportional fitting on one pilot, the same luck in every round). `rounds` is told how many were
/// needed. Lists met fewer than 200 times keep their shares.
[[nodiscard]] std::vector<FittedShare> fitted_shares(const Scenario& baseline,
                                                     int* rounds = nullptr);

/// Where the scenario asks for it: finds the baseline's shares and names them among its parameters.
void calibrate_shares(Loaded& loaded);

} // namespace sojourn
