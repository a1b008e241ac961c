// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Asymmetric trust (Slovic 1993 Risk Analysis 13:675): slowly gained, quickly lost.
//   good: T <- T + s a+ (1 - T)      bad: T <- T - s a- T
// T trust in 0 .. 1; a+, a- gain and loss per event, s strength: 1. A visit is good where its
// affect is not negative; a promise kept is good, one broken is bad. Stationary mean with
// probability q of good: q a+ / (q a+ + (1 - q) a-). Neglected: described information, where the
// two are symmetric; trust per channel.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F trust_after_good(F trust, F strength, F gain) {
  return select(strength > 0.0F, trust + strength * gain * (1.0F - trust), trust);
}

template <class F> SOJOURN_INLINE F trust_after_bad(F trust, F strength, F loss) {
  return select(strength > 0.0F, trust - strength * loss * trust, trust);
}

/// Affect points by which lost trust speaks for leaving: s c_T (T_0 - T), c_T affect points per
/// unit.
template <class F> SOJOURN_INLINE F distrust(F trust, F start, F strength, F exit_weight) {
  return select(strength > 0.0F, strength * exit_weight * (start - trust), broadcast<F>(0));
}

} // namespace sojourn::inline SOJOURN_TARGET
