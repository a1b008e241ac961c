// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Anchoring on announced times (Tversky & Kahneman 1974 Science 185:1124; Jacowitz & Kahneman 1995
// PSPB 21:1161; in call centres Webb, Yu & Bretthauer): the own estimate moves towards the
// announcement, and the first announcement stays the yardstick.
//   E_T = (1 - g) own + g announced,   g = s AI c(T),   c(T) = T
// Times in any one unit; AI anchoring index, T trust as credibility, s strength: 1.
// Neglected: plausibility of the anchor; that longer announcements also lower the cost of waiting.
namespace sojourn::inline SOJOURN_TARGET {

/// g, in 0 .. 1.
template <class F> SOJOURN_INLINE F anchoring_pull(F strength, F weight, F trust) {
  return strength * weight * trust;
}

/// (1 - g) own + g announced; exactly `own` where g is 0.
template <class F> SOJOURN_INLINE F anchored(F own, F announced, F pull) {
  return select(pull > 0.0F, (1.0F - pull) * own + pull * announced, own);
}

/// How long a person is ready to wait who hears that `announced_left` is left.
template <class F> SOJOURN_INLINE F patience_anchored(F own, F announced_left, F pull) {
  return anchored(own, announced_left, pull);
}

/// The promised time that counts after a second announcement: the first one goes on pulling.
template <class F> SOJOURN_INLINE F yardstick(F first, F latest, F pull) {
  return anchored(latest, first, pull);
}

} // namespace sojourn::inline SOJOURN_TARGET
