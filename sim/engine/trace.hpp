// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/people/parameters.hpp"
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"

#include <array>
#include <cstdint>
#include <vector>

// One person, watched. Luck is addressed, so anybody can be replayed alone where nobody queues, and
// together with everybody else where they do: it is the same journey either way.
namespace sojourn {

/// What one mechanism adds to an option's tilt, log-odds; not 0.
struct TiltPart {
  Mechanism mechanism = Mechanism::peak_end; // no matter where others' word tilts
  float log_odds = 0;
  bool word_of_mouth = false, ratings = false;
};

/// One row of the list a visit ended with: what was written and what it had become.
struct OptionTrace {
  NodeIndex to = no_node;           // touchpoints, then exits
  float share = 0;                  // as written
  float probability = 0;            // after the tilt; the share where nothing tilts
  std::vector<TiltPart> tilts = {}; // in the table's order; empty where nothing tilts
};

/// An earlier visit that evidence brought back to mind.
struct RecallTrace {
  NodeIndex touchpoint = no_node;
  float affect = 0; // felt then
  Ticks ago = 0;    // wall
};

/// One visit: what happened, what was felt, what is left of it. Affect in points.
struct VisitTrace {
  NodeIndex touchpoint = no_node;
  std::uint16_t occurrence = 0; // n-th visit of it, from 0
  std::int32_t channel = -1;    // index into the scenario's channels, -1: none
  bool switched_channel = false;
  Ticks entered = 0, waited_until = 0, left = 0; // wall
  bool gave_up = false;                          // patience ended the wait
  bool silent = false;                           // and nobody was told
  bool refused = false;                          // the line was full or too long; gave_up too
  bool may_see = false, sees = false; // what happens behind the line, where a relationship is said
  std::array<float, n_dimensions> levels{};  // what came in on each dimension
  std::array<bool, n_dimensions> events{};   // whether anything came in on it
  float written_quality = 0;                 // what was written to be felt here
  float expectation_quality = 0;             // deviation expected before this visit
  std::array<float, n_dimensions> adapted{}; // what the person was used to before it
  float promise_gap = 0;                     // against the promise; > 0 early, < 0 late
  float promise_verdict = 0;                 // +1 kept, -1 broken, 0 none judged
  Ticks promised = 0;   // announced in this visit, on the scenario's clock; 0: nothing
  Ticks announced = -1; // of this wait, on the scenario's clock; -1: nothing
  std::int32_t announced_before = -1; // people told to be before them, -1: nothing
  bool announced_broken = false, announced_kept = false;
  bool other_references = false; // levels are held against something else than expectations
  double struck = -1;            // what an event took, money; -1: none happened
  bool provider_bears = false;   // and not the person
  std::vector<RecallTrace> recalled = {}; // of those to whom memories are available
  float affect = 0;                       // felt in this visit
  float remembered = 0;                   // of the whole journey so far
  float trust = 0, effort = 0;            // afterwards
  bool person_decides = false;
  std::vector<OptionTrace> options; // empty where patience ended the visit
  std::int32_t chosen = -1;         // index into options
  NodeIndex next = no_node;
};

struct JourneyTrace {
  bool found = false;       // nobody of that number comes in this replication of this arm
  bool counted = true;      // false: came before the warm-up ended or after the horizon
  float heard = 0;          // what others said before, -1 .. 1
  float stars = 0;          // what was read before: the mean of
  std::int32_t ratings = 0; // so many; 0: nothing was read
  bool matched = true;      // what is offered is what they need
  JourneyRow row;
  std::vector<VisitTrace> visits;
};

/// Replays `replication` and watches `agent`.
[[nodiscard]] JourneyTrace trace_journey(const Plan& plan, std::uint32_t replication,
                                         std::uint32_t agent);

} // namespace sojourn
