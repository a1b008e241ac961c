// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Giving up against an announced wait (Webb, Yu & Bretthauer, SSRN 3706565, a bank's call centre):
// once the announced moment has passed, the hazard of giving up grows with every minute.
//   h(t) = h_0 g^((t - A)+)
//   H(t) = h_0 t up to A, then h_0 [A + (g^(t - A) - 1) / ln g];   S(t) = exp(-H(t))
// t, A announced wait: minutes; h_0: per minute; g growth per minute: 1, 1.52 published, 1 is off.
// Read the other way round: patience that would have ended at T_0 ends at T_0 where T_0 <= A, else
// at A + ln(1 + (T_0 - A) ln g) / ln g, so that any law of patience can be bent by the same keyed
// uniform. That is the hazard above where patience is exponential; for other laws the patience that
// is left is used up g^(t - A) times as fast.
// Neglected: sunk time (sunk cost), and that the announced length itself makes people leave.
namespace sojourn::inline SOJOURN_TARGET {

/// Minutes of patience that `minutes` of waiting use up: H(t) / h_0.
template <class F> SOJOURN_INLINE F patience_used(F minutes, F announced, F growth) {
  const F rate = log(growth);
  const F late = max(minutes - announced, broadcast<F>(0));
  const F bent = (exp(rate * late) - 1.0F) / select(growth > 1.0F, rate, broadcast<F>(1));
  return select(minutes > announced, announced + select(growth > 1.0F, bent, late), minutes);
}

/// When patience that would have lasted `own` minutes ends, with this wait announced: the inverse
/// of patience_used. Exactly `own` up to `announced`, and where growth is 1.
template <class F> SOJOURN_INLINE F patience_announced(F own, F announced, F growth) {
  if (nobody(own > announced) || nobody(growth > 1.0F)) {
    return own;
  }
  const F rate = log(growth);
  const F late = max(own - announced, broadcast<F>(0));
  const F bent = log(1.0F + rate * late) / select(growth > 1.0F, rate, broadcast<F>(1));
  return select(own > announced, select(growth > 1.0F, announced + bent, own), own);
}

/// Share still waiting after `minutes` where patience is exponential with this hazard per minute.
template <class F> SOJOURN_INLINE F still_waiting(F minutes, F hazard, F announced, F growth) {
  return exp(-hazard * patience_used(minutes, announced, growth));
}

} // namespace sojourn::inline SOJOURN_TARGET
