// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace sojourn {

/// One visit as the world saw it; wall time.
struct LoggedVisit {
  NodeIndex touchpoint = no_node;
  std::int32_t channel = -1; // index into the scenario's channels, -1: none
  Ticks entered = 0, waited_until = 0, left = 0;
  bool gave_up = false;
  float affect = 0;
};

struct LoggedJourney {
  JourneyRow row;
  std::vector<LoggedVisit> visits;
};

/// Replays one replication and hands over every counted journey of which `wanted(agent)` is true,
/// when it ends; the unfinished last. Keeps the visits of those who are under way.
void log_journeys(const Plan& plan, std::uint32_t replication,
                  const std::function<bool(std::uint32_t)>& wanted,
                  const std::function<void(const LoggedJourney&)>& sink,
                  const Interrupt& interrupt = {});

} // namespace sojourn
