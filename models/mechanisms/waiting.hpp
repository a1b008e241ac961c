// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Felt waiting (Antonides, Verhoef & van Aalst 2002 J Cons Psych 12:193; overestimation: Larson):
//   felt(t) = (1 - s) t + s k t_0 (t / t_0)^psi
// t time since the wait began, t_0 the wait at which the overestimate is k: min; psi, s: 1.
// One clock per wait: a stretch a .. b of it feels felt(b) - felt(a), so cutting a wait changes
// nothing. Neglected: what fills or explains the wait (Maister's propositions are not told apart).
namespace sojourn::inline SOJOURN_TARGET {

/// Felt minutes of a wait of `t` >= 0 minutes; exactly `t` where the strength is 0.
template <class F>
SOJOURN_INLINE F felt_minutes(F t, F strength, F overestimate, F scale, F exponent) {
  if (nobody(strength > 0.0F)) {
    return t;
  }
  const F felt = overestimate * scale * pow(t / scale, exponent);
  return select(strength > 0.0F, (1.0F - strength) * t + strength * felt, t);
}

} // namespace sojourn::inline SOJOURN_TARGET
