// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"

#include <cstddef>
#include <string_view>

namespace sojourn {

/// People of one chunk: the unit of parallel work.
inline constexpr std::int64_t flow_chunk = 16'384;

[[nodiscard]] std::size_t flow_chunks(const Plan& plan);
/// One chunk of one replication of a plan without contention. Rows come in the order of agents.
[[nodiscard]] Tally simulate_flow(const Plan& plan, std::uint32_t replication, std::size_t chunk,
                                  RowSink* rows, const Interrupt& interrupt = {});

/// Which build of the kernel runs: "v4", "v3" or "baseline". `select_kernel` picks another one this
/// machine can run (tests and benchmarks); false where it cannot. All give the same bits.
[[nodiscard]] std::string_view kernel_name();
bool select_kernel(std::string_view name);

} // namespace sojourn
