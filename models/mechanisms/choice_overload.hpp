// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Choice overload (Chernev, Bockenholt & Goodman 2015 JCP 25:333): among many options people put
// the choice off.
//   tilt of putting it off = s k m ln(n / n_0)
// n options on the list, n_0 as many as are no burden; m mean of set complexity, task difficulty,
// preference uncertainty and effort-minimising goal, 0 .. 1; k: log-odds; s strength: 1.
// k is 0 unless written: over 63 conditions the mean effect is zero (Scheibehenne, Greifeneder &
// Todd 2010 JCR 37:409).
namespace sojourn::inline SOJOURN_TARGET {

/// `log_options` = ln n.
template <class F>
SOJOURN_INLINE F overload_tilt(F log_options, F strength, F weight, F few, F difficulty) {
  const F tilt = strength * weight * difficulty * (log_options - log(few));
  return select(strength > 0.0F, tilt, broadcast<F>(0));
}

} // namespace sojourn::inline SOJOURN_TARGET
