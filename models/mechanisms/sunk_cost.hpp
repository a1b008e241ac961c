// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Sunk cost (Arkes & Blumer 1985 OBHDP 35:124; Roth, Robbert & Straus 2015 Business Research 8:99;
// in queues Webb, Yu & Bretthauer): what is spent and gone still speaks against leaving, and fades.
//   tilt of leaving = -s w ln(1 + t / S_t + m / S_m) exp(-age / T)
// t time and m money spent so far, S_t and S_m what counts as much: minutes, currency; age time
// since arrival, T its scale: days; w: log-odds; s strength: 1.
// Neglected: who paid, and that older people are less prone to it.
namespace sojourn::inline SOJOURN_TARGET {

/// How much is spent, in units of what counts: t / S_t + m / S_m >= 0.
template <class F> SOJOURN_INLINE F spent_in_all(F minutes, F time_scale, F money, F money_scale) {
  return minutes / time_scale + money / money_scale;
}

/// Log-odds against leaving, >= 0.
template <class F>
SOJOURN_INLINE F sunk_cost_hold(F spent, F age_days, F strength, F weight, F fades) {
  const F held = strength * weight * log(1.0F + spent) * exp(-age_days / fades);
  return select(strength > 0.0F, held, broadcast<F>(0));
}

} // namespace sojourn::inline SOJOURN_TARGET
