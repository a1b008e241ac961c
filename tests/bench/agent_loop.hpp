// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

namespace sojourn::bench {

/// The journey as one would write it first: an object per agent, one std::mt19937, the standard
/// library's distributions, a virtual model per behaviour. Returns the number of visits.
[[nodiscard]] std::int64_t agent_loop(bool psychology, int n_agents, std::uint32_t seed);

} // namespace sojourn::bench
