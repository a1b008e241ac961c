// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// What is remembered of a journey (Fredrickson & Kahneman 1993 JPSP 65:45; Alaybek et al. 2022
// OBHDP 170:104149; in services Verhoef, Antonides & de Hoog 2004 JSR 7:53):
//   U_rem = (1 - s) M + s (w_P P+ + w_N P- + w_E E + w_M M + w_I I / 1 h + w_T S + w_B B + w_X X)
// M mean over visits, P+ and P- peak and trough, E end, B mood on arrival, X the signed most
// extreme value: affect points; I integral: affect points x hours; S trend: affect points from the
// first to the last visit on the least-squares line; weights w and strength s: 1. Asked D days
// later the end has lost its advantage (Geng et al. 2013 JBDM 26:225):
//   w_E(D) = w_E 2^(-D / H),   w_M(D) = w_M + w_E - w_E(D)
// Neglected: that peaks fade too.
namespace sojourn::inline SOJOURN_TARGET {

/// One number per ingredient: of what was lived, or of the weights.
template <class F> struct PeakEnd { F mean, peak, trough, end, integral, trend, begin, extreme; };

template <class F>
SOJOURN_INLINE F remembered_utility(const PeakEnd<F>& lived, const PeakEnd<F>& weight, F strength) {
  const F extremes =
      weight.peak * lived.peak + weight.trough * lived.trough + weight.extreme * lived.extreme;
  const F ends = weight.begin * lived.begin + weight.end * lived.end;
  const F whole =
      weight.mean * lived.mean + weight.integral * lived.integral + weight.trend * lived.trend;
  const F functional = whole + extremes + ends;
  return select(strength > 0.0F, (1.0F - strength) * lived.mean + strength * functional,
                lived.mean);
}

/// The weights after `days` >= 0; `half_life` days.
template <class F>
SOJOURN_INLINE PeakEnd<F> retained(const PeakEnd<F>& weight, F days, F half_life) {
  PeakEnd<F> later = weight;
  later.end = weight.end * exp(days * broadcast<F>(-0.69314718055994530942) / half_life);
  later.mean = weight.mean + (weight.end - later.end);
  return later;
}

/// Least-squares slope of a_k over k = 1 .. n, times n - 1, from sum k a_k and sum a_k:
/// slope = 12 (sum k a_k - (n + 1) / 2 sum a_k) / (n (n^2 - 1)). 0 for fewer than two visits.
template <class F> SOJOURN_INLINE F trend_of(F index_sum, F sum, F count) {
  const F n = max(count, broadcast<F>(1));
  return 12.0F * (index_sum - 0.5F * (n + 1.0F) * sum) / (n * (n + 1.0F));
}

/// The signed value with the larger salience |a| w(a); ties: the latest. `weight` of each: its
/// negativity weight.
template <class F>
SOJOURN_INLINE F more_extreme(F former, F former_weight, F latest, F latest_weight) {
  return select(abs(latest) * latest_weight >= abs(former) * former_weight, latest, former);
}

} // namespace sojourn::inline SOJOURN_TARGET
