// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"

#include <cstdint>
#include <functional>

// The one entrance to both engines. Which one runs is the plan's choice.
namespace sojourn {

/// Asked by an engine at work every few thousand events or visits; where it says true, the engine
/// gives up and throws Interrupted.
using Interrupt = std::function<bool()>;
struct Interrupted {};

/// Simulates one replication of one arm, serially. Deterministic: a function of (plan, replication)
/// only. `rows`, if given, sees every counted journey in the order of agents.
[[nodiscard]] Tally simulate(const Plan& plan, std::uint32_t replication, RowSink* rows = nullptr);

/// Flow plans split into chunks that may run in parallel; their tallies add up to simulate()'s.
/// A service replication is a single chunk.
[[nodiscard]] std::size_t n_chunks(const Plan& plan);
[[nodiscard]] Tally simulate_chunk(const Plan& plan, std::uint32_t replication, std::size_t chunk,
                                   RowSink* rows = nullptr, const Interrupt& interrupt = {});

} // namespace sojourn
