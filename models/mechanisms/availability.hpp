// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Availability (Tversky & Kahneman 1973 Cogn Psych 5:207; Anderson & Schooler 1991 Psych Sci
// 2:396): what comes to mind of a touchpoint is what was salient and recent there. Exponential
// recency, so that three running sums are the whole memory of a touchpoint:
//   anticipated = sum_i q_i a_i(t) / sum_i q_i,   q_i = exp(k_e |a_i|) 2^(-age_i / H)
// a affect of event i there: affect points, a_i(t) what fading.hpp leaves of it; k_e salience per
// affect point; age and half-life H: days. Good and bad are summed apart, because they may fade at
// paces of their own.
// Neglected: power-law recency and what other touchpoints bring to mind (retrieval.hpp has both),
// novelty.
namespace sojourn::inline SOJOURN_TARGET {

/// What is left after `days` of a memory with `half_life` days > 0.
template <class F> SOJOURN_INLINE F recency(F days, F half_life) {
  return exp(days * broadcast<F>(-0.69314718055994530942) / half_life);
}

template <class F> SOJOURN_INLINE F salience(F affect, F per_point) {
  return exp(per_point * abs(affect));
}

/// What is remembered of a touchpoint: decayed sums of salience times affect, the good and the bad
/// apart, and of salience. All 0: nothing.
template <class F> struct RememberedPlace { F good, bad, weight; };

/// The same after some time: `left` of every weight, and `good_left`, `bad_left` of the affect.
template <class F>
SOJOURN_INLINE RememberedPlace<F> aged(const RememberedPlace<F>& place, F left, F good_left,
                                       F bad_left) {
  return {place.good * left * good_left, place.bad * left * bad_left, place.weight * left};
}

/// The same with one event more.
template <class F>
SOJOURN_INLINE RememberedPlace<F> with_event(const RememberedPlace<F>& place, F affect, F weight) {
  const F zero = broadcast<F>(0);
  return {place.good + weight * max(affect, zero), place.bad + weight * min(affect, zero),
          place.weight + weight};
}

/// Affect points; 0 without memory.
template <class F> SOJOURN_INLINE F anticipated(const RememberedPlace<F>& place) {
  return (place.good + place.bad) / select(place.weight > 0.0F, place.weight, broadcast<F>(1));
}

} // namespace sojourn::inline SOJOURN_TARGET
