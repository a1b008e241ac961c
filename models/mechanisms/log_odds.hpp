// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// What published effects are worth in log-odds, the unit in which mechanisms tilt choices.
namespace sojourn::inline SOJOURN_TARGET {

/// ln(p / (1 - p)) of a share p in (0, 1).
template <class F> SOJOURN_INLINE F log_odds(F p) { return log(p / (1.0F - p)); }

/// The share whose log-odds are `x`: 1 / (1 + exp(-x)).
template <class F> SOJOURN_INLINE F share_at(F x) { return 1.0F / (1.0F + exp(-x)); }

/// Standardised mean difference d to log-odds: d pi / sqrt(3), the logistic's standard deviation
/// (Hasselblad & Hedges 1995 Psych Bull 117:167).
template <class F> SOJOURN_INLINE F log_odds_of_difference(F d) {
  return d * broadcast<F>(1.8137993642342178506);
}

} // namespace sojourn::inline SOJOURN_TARGET
