// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Goal gradient (Hull 1932; Kivetz, Urminsky & Zheng 2006 JMR 43:39): the nearer the goal, the
// harder it is to stop. Effort follows the share of the original distance that is done.
//   tilt against leaving = s g (1 - d / d_0)
// d visits still expected on the way to being served, d_0 the same at the start of the journey;
// g: log-odds; s strength: 1. Neglected: that people also speed up, and illusory progress.
namespace sojourn::inline SOJOURN_TARGET {

/// 1 - d / d_0, cut to 0 .. 1. `from_here` and `from_start` count the visit there too, so that d is
/// one less than `from_here`: a choice ends a visit. 0 where no way leads to the goal (both or one
/// of them 0).
template <class F> SOJOURN_INLINE F goal_progress(F from_here, F from_start) {
  const auto known = (from_here > 0.0F) & (from_start > 0.0F);
  const F done = 1.0F - (from_here - 1.0F) / select(known, from_start, broadcast<F>(1));
  return select(known, clamp(done, broadcast<F>(0), broadcast<F>(1)), broadcast<F>(0));
}

/// Log-odds against leaving, >= 0.
template <class F> SOJOURN_INLINE F goal_hold(F progress, F strength, F weight) {
  return select(strength > 0.0F, strength * weight * progress, broadcast<F>(0));
}

/// How long the next step takes, in steps at the start: 1 - speed_up progress.
template <class F> SOJOURN_INLINE F step_time(F progress, F speed_up) {
  return 1.0F - speed_up * progress;
}

} // namespace sojourn::inline SOJOURN_TARGET
