// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

#include <cstdint>
#include <vector>

namespace sojourn {

/// Everybody who arrives in [warm-up, horizon), in the order of time.
[[nodiscard]] std::vector<Arrival> arriving(const Plan& plan, std::uint32_t replication);

/// Person i of a cohort of given size, at a moment drawn from the arrival rate (without one: from
/// the open hours of a week) where it matters when a journey starts, else at 0.
[[nodiscard]] Arrival cohort_member(const Plan& plan, std::uint32_t replication, std::uint32_t i);

} // namespace sojourn
