// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Patience tilted by memory (hazards: Palm 1957; Mandelbaum & Zeltyn 2004): who remembers worse
// gives up sooner. The factor m is fixed when the wait begins:
//   h(t) = m h_0(t),  m = exp(s tilt_leave)   <=>   S(t) = S_0(t)^m
// so the uniform u = S(t) that draws patience by inversion becomes u^(1/m) = S_0(t).
// tilt in log-odds; s strength: 1.
// Neglected: that the hazard rises once an announced time has passed.
namespace sojourn::inline SOJOURN_TARGET {

/// The survival probability at which the untilted patience is read. `u` in (0, 1]; exactly `u`
/// where the tilt is 0. The tilt is cut at 60, beyond which patience is nothing or endless.
template <class F> SOJOURN_INLINE F patience_uniform(F u, F tilt) {
  const F cut = clamp(tilt, broadcast<F>(-60), broadcast<F>(60));
  const F tilted = exp(exp(-cut) * log(u));
  return select(tilt == 0.0F, u, tilted);
}

} // namespace sojourn::inline SOJOURN_TARGET
