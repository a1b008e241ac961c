// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Availability (Tversky & Kahneman 1973 Cogn Psych 5:207; Anderson & Schooler 1991 Psych Sci
// 2:396): what comes to mind is what was salient and recent. Exponential recency, so that two
// running sums are the whole memory:
//   anticipated = sum_i q_i a_i / sum_i q_i,   q_i = exp(k_e |a_i|) 2^(-age_i / H)
// a affect of event i: affect points; k_e salience per affect point; age and half-life H: days.
// Neglected: power-law recency, novelty, the match of a cue with what happened.
namespace sojourn::inline SOJOURN_TARGET {

/// What is left after `days` of a memory with `half_life` days > 0.
template <class F> SOJOURN_INLINE F recency(F days, F half_life) {
  return exp(days * broadcast<F>(-0.69314718055994530942) / half_life);
}

template <class F> SOJOURN_INLINE F salience(F affect, F per_point) {
  return exp(per_point * abs(affect));
}

/// One running sum after `days` and then an event that adds `addition`; off: as it was.
template <class F> SOJOURN_INLINE F recalled_sum(F sum, F decay, F addition, F strength) {
  return select(strength > 0.0F, sum * decay + addition, sum);
}

/// Affect points, times the strength; 0 without memory.
template <class F> SOJOURN_INLINE F anticipated(F sum, F weight, F strength) {
  const F mean = sum / select(weight > 0.0F, weight, broadcast<F>(1));
  return select(strength > 0.0F, strength * mean, broadcast<F>(0));
}

} // namespace sojourn::inline SOJOURN_TARGET
