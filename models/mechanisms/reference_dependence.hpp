// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Reference dependence (Koszegi & Rabin 2006 QJE 121:1133; Tversky & Kahneman 1991 QJE 106:1039):
// what is felt is the level plus how far it lies from what was expected.
//   a_d = x_d + s eta z_d,   z_d = x_d - r_d
// x level, r reference, z gap, a affect: affect points; eta gain and s strength: 1.
// Neglected: the distribution of the reference (only its mean is held against the level).
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F against_reference(F affect, F gap, F strength, F gain) {
  return select(strength > 0.0F, affect + strength * gain * gap, affect);
}

} // namespace sojourn::inline SOJOURN_TARGET
