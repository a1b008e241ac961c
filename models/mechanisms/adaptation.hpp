// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/lanes.hpp"

// Hedonic adaptation (Helson 1964; Brickman & Campbell 1971; Frederick & Loewenstein 1999): people
// get used to what they live with, and feel what differs from it.
//   felt level = x_d - r_d,   r_d <- r_d + s alpha (x_d - r_d), alpha times l where x_d < r_d
// x level, r what the person is used to: affect points, r from 0 (neutral) and never outside the
// scale; alpha rate per visit, l how much slower a person gets used to losses, s strength: 1. Half
// of a step is gone after ln 2 / -ln(1 - alpha) visits; noise of variance v in x leaves a variance
// of v alpha / (2 - alpha) in r.
// Neglected: that time without visits wears adaptation off.
namespace sojourn::inline SOJOURN_TARGET {

/// What is felt of a level, affect points.
template <class F> SOJOURN_INLINE F beyond_adapted(F level, F adapted, F strength) {
  return select(strength > 0.0F, level - adapted, level);
}

/// What the person is used to after that level; beyond the ends of the scale nothing differs.
template <class F>
SOJOURN_INLINE F adapted_after(F level, F adapted, F strength, F rate, F losses) {
  const F gap = clamp(level, broadcast<F>(affect_low), broadcast<F>(affect_high)) - adapted;
  const F slower = select(gap < 0.0F, losses, broadcast<F>(1));
  return select(strength > 0.0F, adapted + strength * rate * slower * gap, adapted);
}

} // namespace sojourn::inline SOJOURN_TARGET
