// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

#include <cstdint>

// Small runs that find a number before the run that answers. Their replications are numbers that no
// study uses: a pilot's people are never those of the study.
namespace sojourn {

inline constexpr std::uint32_t promise_pilots = 0xf0000000U;
inline constexpr std::uint32_t share_pilots = 0xf1000000U;
inline constexpr std::uint32_t moment_pilots = 0xf2000000U;
inline constexpr std::int64_t most_pilot_journeys = 5'000;

/// An arm with as many people as a pilot needs; where people queue, at least a week of them.
[[nodiscard]] Plan pilot_plan(const Scenario& arm, const Scenario& baseline);

} // namespace sojourn
