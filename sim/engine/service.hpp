// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"

namespace sojourn {

/// One replication as discrete events: people arrive, queue, wait, give up and go, until everybody
/// who arrived in [warm-up, horizon) has left or the run-out is over. Serial and deterministic.
[[nodiscard]] Tally simulate_service(const Plan& plan, std::uint32_t replication, RowSink* rows,
                                     const Interrupt& interrupt = {});

} // namespace sojourn
