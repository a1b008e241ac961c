// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Loss aversion (Tversky & Kahneman 1992 JRU 5:297; Brown, Imai, Vieider & Camerer 2024 JEL):
// falling short of the reference hurts more than exceeding it pleases.
//   a_d = x_d + s (lambda - 1) min(z_d, 0),   z_d = x_d - r_d
// An affect level against a promise already is z: a late one counts 1 + s (lambda - 1) times.
// z, a: affect points; lambda ratio and s strength: 1. Gains are never changed.
// Neglected: curvature (diminishing sensitivity); nobody measured it in affect points.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F with_losses(F affect, F gap, F strength, F ratio) {
  const F loss = min(gap, broadcast<F>(0));
  return select(strength > 0.0F, affect + strength * (ratio - 1.0F) * loss, affect);
}

/// Affect of a promise judged `gap` affect points early (> 0) or late (< 0).
template <class F> SOJOURN_INLINE F promise_affect(F gap, F strength, F ratio) {
  const F late = gap * (1.0F + strength * (ratio - 1.0F));
  return select(gap < 0.0F, select(strength > 0.0F, late, gap), gap);
}

} // namespace sojourn::inline SOJOURN_TARGET
