// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"
#include "sim/engine/ticks.hpp"

#include <array>
#include <cstdint>
#include <limits>

namespace sojourn {

inline constexpr Ticks never = std::numeric_limits<Ticks>::max();

/// Work behind the line of visibility that belongs to one journey.
struct Job {
  Ticks opened = -1;   // wall; -1: no job open
  Ticks done = never;  // wall; known once work has started
  Ticks in_line = -1;  // wall; since when its work waits for servers, -1: it does not
  std::uint16_t n = 0; // jobs opened here so far
  [[nodiscard]] bool open() const { return opened >= 0; }
};

/// The promise a person goes by, on the scenario's clock.
struct HeardPromise {
  Ticks at = -1;    // wall time of the latest announcement; -1: none
  Ticks within = 0; // announced, from `at`
  Ticks first = 0;  // what the first announcement leaves, from `at`
  bool judged = false;
};

/// What of a journey under way begins anew with every journey.
struct JourneyState {
  std::uint32_t agent = 0;
  std::int32_t persona = 0;
  NodeIndex start = 0, node = 0;
  Ticks arrival = 0, entered = 0;
  // This visit; what every visit needs is one cache line.
  std::array<std::uint32_t, 4> luck{};
  std::uint16_t occurrence = 0; // n-th visit of this touchpoint, from 0
  std::int32_t n_visits = 0;
  Ticks waited_front = 0, waited_back = 0; // as in JourneyRow
  std::int32_t channel = -1;
  bool switched_channel = false, surveyed = false;
  bool silent = false;      // gave up without saying so
  bool matched = true;      // what is offered is what they need
  bool agreed = false;      // on what they may expect
  bool sees = false;        // in this visit, what happens behind the line of visibility
  bool told = false;        // came because somebody told them
  float heard = 0;          // what others say of it, -1 .. 1
  float stars = 0;          // read before coming: the mean of
  std::int32_t ratings = 0; // so many; 0: none
  HeardPromise promise;
  HeardPromise announced;             // of the wait of this visit
  std::int32_t announced_before = -1; // people told to be before them in this line, -1: nothing
  Ticks last_news = 0;                // wall
  Ticks value_at = -1;                // wall; -1: nothing realised
  Ticks promise_taken = -1;           // as in JourneyRow
  NodeIndex value_node = no_node;     // where it was realised
  // Money in fixed point: what is left of the worth, outcomes, what of them would be recognised
  // with and without a survey, prices, what events took from the person and from the provider.
  std::int64_t worth_left = 0, gained = 0, booked_surveyed = 0, booked_otherwise = 0, paid = 0;
  std::int64_t risk = 0, risk_taken = 0;
  // What was felt against what was expected, and what that was: summed, and in how many visits.
  float surprise = 0, expected = 0;
  std::int32_t surprises = 0;
  SurveyAnswer survey;
  std::uint64_t agreement_of = 0, agreement_met = 0;
  std::int64_t struck = -1; // where this visit has a risk: what its event took; -1: none happened
};

/// Everything about a journey under way that is not psychology.
struct Traveller : JourneyState {
  std::array<Ticks, max_agreements> agreement_from{}; // of those whose bit is set
  /// Nothing has happened yet. Moments of agreements stay: no bit is set.
  void begin_anew() {
    static constexpr JourneyState nothing{};
    static_cast<JourneyState&>(*this) = nothing;
  }
};

/// What luck brings to one visit.
struct VisitLuck {
  std::array<std::uint32_t, 4> words{};
  Ticks takes = 0;   // the person's own part
  float feeling = 0; // the normal value of how it feels; 0 where all feel the same
};

/// Whether the person was told how the wait they are in will go.
[[nodiscard]] inline bool knows_wait(const Traveller& traveller) {
  return traveller.announced.at >= 0 || traveller.announced_before >= 0;
}

/// How a visit went in the world.
struct Happening {
  Ticks waited_until = 0; // service began, the job was done, or patience ended
  Ticks left = 0;         // end of the visit
  bool gave_up = false;   // patience ended the visit
  Ticks wait_from = 0;    // when the wait's own clock started (jobs: when the job was opened)
  bool refused = false;   // did not join the line; gave_up is true then
};

} // namespace sojourn
