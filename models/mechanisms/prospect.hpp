// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Prospect theory (Kahneman & Tversky 1979 Econometrica 47:263; Tversky & Kahneman 1992 JRU 5:297;
// Prelec 1998 Econometrica 66:497), for *described* risks only:
//   v(z) = z^alpha (z >= 0), -lambda (-z)^beta (z < 0)
//   w(p) = p^g / (p^g + (1 - p)^g)^(1/g)          (Tversky & Kahneman: g+ = .61, g- = .69)
//   w(p) = exp(-(-ln p)^a)                        (Prelec: a about .65)
// z gap in any unit; p probability; exponents and lambda: 1.
// Neglected: stochastic references. Not for risks learned by experience.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F prospect_value(F z, F alpha, F beta, F ratio) {
  const F size = abs(z);
  return select(z < 0.0F, -ratio * pow(size, beta), pow(size, alpha));
}

/// Tversky and Kahneman's weight of a described probability in [0, 1].
template <class F> SOJOURN_INLINE F weighted_probability(F p, F curvature) {
  const F yes = pow(p, curvature);
  const F no = pow(1.0F - p, curvature);
  return yes / pow(yes + no, 1.0F / curvature);
}

/// Prelec's weight of a described probability in [0, 1].
template <class F> SOJOURN_INLINE F prelec_probability(F p, F exponent) {
  return exp(-pow(-log(p), exponent));
}

} // namespace sojourn::inline SOJOURN_TARGET
