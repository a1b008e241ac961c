// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Negativity at encoding (Baumeister et al. 2001 RGP 5:323; Rozin & Royzman 2001): bad moments
// enter memory with more weight.
//   w(a) = 1 + s (kappa - 1) where a < 0, else 1
// a affect in affect points; kappa weight and s strength: 1.
// Neglected: the fading affect bias (negative affect decays faster later on).
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F encoding_weight(F affect, F strength, F weight) {
  const F one = broadcast<F>(1);
  return select(affect < 0.0F, select(strength > 0.0F, 1.0F + strength * (weight - 1.0F), one),
                one);
}

} // namespace sojourn::inline SOJOURN_TARGET
