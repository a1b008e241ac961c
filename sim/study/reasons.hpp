// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/patcher.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

// Why a journey may be remembered worse than its operations or its single moments look: each source
// as the change that switches it off.
namespace sojourn {

enum class ReasonKind : std::uint8_t {
  unmeasured_waits, // felt waiting and silence where no SLA looks
  measured_waits,
  unasked_moments, // what is felt where nobody asks
  repeated_work,   // the world sends people back
  giving_up,       // people whose patience ends
  expectation_gap, // mood, errors of the first expectation, what is held against a promise
  effort,
  weighted_memory, // losses, bad moments, peaks and ends that weigh more
  clock_stops,     // hours that the scenario's clock leaves out
  non_response,    // who does not answer
};

struct Reason {
  ReasonKind kind;
  std::string name;
  std::vector<ChangeLine> lines; // what switches it off
};

/// The sources that `scenario` (the baseline of `patcher`) has.
[[nodiscard]] std::vector<Reason> reasons_of(const Scenario& scenario, const Patcher& patcher);

/// Whether the provider asks people about this moment: it is seen, and people are in touch there
/// (where no touchpoint has a channel: it is seen).
[[nodiscard]] std::vector<bool> asked_about(const Scenario& scenario);

} // namespace sojourn
