// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Effort and disloyalty (Dixon, Toman & DeLisi 2013): whoever had to work for it leaves more
// easily.
//   tilt of leaving = s kappa F
// F stock of effort of this journey: affect points; kappa: log-odds per affect point; s: 1.
// Neglected: fluency, by which effort also slows what follows; the published gaps come from one
// questionnaire about both ends, so they bound the effect from above.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F effort_tilt(F effort, F strength, F weight) {
  return select(strength > 0.0F, strength * weight * effort, broadcast<F>(0));
}

} // namespace sojourn::inline SOJOURN_TARGET
