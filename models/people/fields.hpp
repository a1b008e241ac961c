// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"

#include <cstddef>
#include <cstdint>

// Every number of psychology that a person carries (state), and what passes between the engine and
// the stages of models/visit.hpp during one visit (inputs, outputs). All are of the lane type.
// Affect points are -5 .. +5 with 0 neutral. All fields start at 0 except where `start` says so.
namespace sojourn {

enum class Field : std::uint8_t {
  // State. Beliefs.
  expectation_quality, // running deviation from the written mean, affect points
  expectation_time,    // of the level on each dimension, affect points
  expectation_effort,
  expectation_price,
  expectation_control,
  adapted_quality, // the level on each dimension that the person is used to, affect points
  adapted_time,
  adapted_effort,
  adapted_price,
  adapted_control,
  reference_quality, // what the level on each dimension is held against, a ReferencePoint
  reference_time,
  reference_effort,
  reference_price,
  reference_control,
  standard_quality, // level of the norm or the competitor, where held against one; affect points
  standard_time,
  standard_effort,
  standard_price,
  standard_control,
  expectation_variance, // affect points squared
  trust,                // 0 .. 1
  effort,               // stock of effort felt, affect points, >= 0
  trust_seen,           // events in a record of trust, failures by their weight
  goal_start, // visits expected from the start, that one included, on the way to being served; 0:
              // no way leads there

  // State. Memory of this journey.
  begin,           // mood on arrival, affect points
  peak,            // highest affect so far
  trough,          // lowest
  extreme,         // signed most extreme
  end,             // latest
  count,           // memory events
  affect_sum,      // of affect over memory events
  weight_sum,      // of the negativity weights
  weighted_affect, // of weight x affect
  index_sum,       // of k x a_k, k = 1 .. count
  integral,        // of affect x hours
  // Memory of the touchpoint the person stands on; the engine brings it and takes it away.
  available_good,   // decayed sum of salience x affect, good events
  available_bad,    // bad events
  available_weight, // decayed sum of salience

  // Inputs of a visit, written by the engine before the stages.
  level_quality, // x_d, affect points
  level_time,
  level_effort, // effort hurts: <= 0
  level_price,
  level_control,
  event_quality, // 1 where the dimension had an event in this visit, else 0
  event_time,
  event_effort,
  event_price,
  event_control,
  written_quality, // what was written to be felt: the touchpoint's mean, plus news; not a row's own
                   // `feels`, which comes as a surprise
  promise_gap,     // affect points against the promise: > 0 early, < 0 late, 0 none judged
  promise_verdict, // +1 kept, -1 broken, 0 none judged in this visit
  segment_peak,    // highest and lowest affect of the stretches between news
  segment_trough,
  has_segments,  // 1 or 0
  hours,         // length of the visit, wall time
  days,          // wall time since the person's last memory event at this touchpoint
  spent_minutes, // since arrival, on the scenario's clock
  spent_money,   // prices paid since arrival, currency
  age_days,      // since arrival, wall time
  goal_here,     // visits expected from here, as goal_start

  // Outputs.
  affect,     // of the visit, clamped to -5 .. +5
  remembered, // U_rem, affect points
  tilt_leave, // log-odds of an exit that ends `lost`
  tilt_wait,  // log of the factor on the hazard of giving up during the next wait
};
inline constexpr std::size_t n_fields = 65;
static_assert(static_cast<std::size_t>(Field::tilt_wait) + 1 == n_fields);

/// The fields before this one are state; from here on they belong to one visit.
inline constexpr std::size_t n_state_fields = static_cast<std::size_t>(Field::level_quality);

namespace detail {
constexpr Field offset(Field first, Dimension dimension) {
  return static_cast<Field>(static_cast<std::uint8_t>(first) +
                            static_cast<std::uint8_t>(dimension));
}
} // namespace detail

constexpr Field expectation_of(Dimension d) {
  return detail::offset(Field::expectation_quality, d);
}
constexpr Field adapted_of(Dimension d) { return detail::offset(Field::adapted_quality, d); }
constexpr Field reference_of(Dimension d) { return detail::offset(Field::reference_quality, d); }
constexpr Field standard_of(Dimension d) { return detail::offset(Field::standard_quality, d); }
constexpr Field level_of(Dimension d) { return detail::offset(Field::level_quality, d); }
constexpr Field event_of(Dimension d) { return detail::offset(Field::event_quality, d); }

} // namespace sojourn
