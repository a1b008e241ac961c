// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"
#include "sim/verify/batches.hpp"

#include <cstddef>
#include <functional>
#include <vector>

// Simulated people for the targets, and how their tallies are read.
namespace sojourn::verify {

/// The scenario compiled, `journeys` > 0 people per replication where everybody travels alone.
[[nodiscard]] Plan plan_of(const Scenario& scenario, std::int64_t journeys = 0);

using Reading = std::function<double(const Tally&)>;

/// 50 replications that together hold the effort's journeys; one estimate per reading.
[[nodiscard]] std::vector<Estimate> travel(const Trial& trial, const Scenario& scenario,
                                           const std::vector<Reading>& readings);

/// Replications of a queue until every reading is narrow enough.
[[nodiscard]] std::vector<Estimate> queue_up(const Trial& trial, Scenario scenario,
                                             const std::vector<Reading>& readings);

/// The rows of one replication, in the order of agents.
[[nodiscard]] std::vector<JourneyRow> rows_of(const Plan& plan, std::uint32_t replication);

// Readings, over all personas. Shares and means are of finished journeys.
[[nodiscard]] double visits_of(const Tally& tally, std::size_t touchpoint);
[[nodiscard]] double share_of(const Tally& tally, Outcome outcome);
[[nodiscard]] double mean_visits(const Tally& tally);
[[nodiscard]] double mean_minutes(const Tally& tally);
[[nodiscard]] double mean_remembered(const Tally& tally);
[[nodiscard]] double mean_trust(const Tally& tally);
/// Minutes in the line at a touchpoint, over everybody who came to it.
[[nodiscard]] double mean_wait(const Tally& tally, std::size_t touchpoint = 0);
/// Of those an agreement is about, the share it was kept for.
[[nodiscard]] double share_kept(const Tally& tally, std::size_t agreement);

} // namespace sojourn::verify
