// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"

namespace sojourn {

/// Servers at work for one person, from start to end.
struct Labour {
  std::int32_t resource = 0;
  std::int32_t units = 1; // servers; below 0: takes back what was counted
  Ticks from = 0, to = 0;
  bool pauses = false; // while the resource is closed
};

/// Adds the busy ticks within [warm-up, horizon); of a cohort, all of them. Returns them.
std::int64_t count_labour(const Plan& plan, const Labour& labour, Tally& tally);

} // namespace sojourn
