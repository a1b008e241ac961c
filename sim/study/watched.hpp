// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/missing.hpp"
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"

#include <array>
#include <vector>

// What is known of journeys although not all were seen to end.
namespace sojourn {

/// One group of people in one replication. Missing for a group of nobody.
struct Watched {
  double restricted_mean = output::missing; // minutes, Kaplan-Meier
  /// Aalen-Johansen: the share that ended so within the restriction.
  std::array<double, outcome_names.size()> incidence{};
};

/// The restriction, from arrival: everybody is watched for the run-out, the first to arrive for the
/// counted period besides; half of that period is watched by half of the people. 0 where everybody
/// is followed to the end.
[[nodiscard]] Ticks watched_limit(const Plan& plan);

/// [group], everyone first; empty where everybody is followed to the end. Journeys stopped at the
/// visit limit count as no longer watched from then on. Ends within one bin of the tally (1/256 of
/// the longest time watched) are taken at their mean.
[[nodiscard]] std::vector<Watched> watched_of(const Plan& plan, const Tally& tally);

} // namespace sojourn
