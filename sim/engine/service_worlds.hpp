// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"
#include "sim/engine/world.hpp"

// simulate_service in both builds of world.hpp.
namespace sojourn {

inline namespace full {
[[nodiscard]] Tally run_service(const Plan& plan, std::uint32_t replication, RowSink* rows,
                                const Interrupt& interrupt);
} // namespace full

namespace bare {
/// Requires Plan::bare.
[[nodiscard]] Tally run_service(const Plan& plan, std::uint32_t replication, RowSink* rows,
                                const Interrupt& interrupt);
} // namespace bare

} // namespace sojourn
