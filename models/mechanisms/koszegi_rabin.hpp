// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

#include <cstddef>
#include <span>

// Gains and losses against a whole distribution of expectations (Koszegi & Rabin 2006 QJE 121:1133;
// 2007 AER 97:1047): every outcome is held against everything that might have come instead.
//   u(c | G) = c + E_r mu(c - r),   mu(x) = eta x (x >= 0), eta lambda x (x < 0)
//   U(F | G) = E_c u(c | G); choosing sets the expectation (CPE): U(F | F)
// c, r any one unit; eta and lambda: 1. Scalars only.
// Neglected: curvature, and news about later outcomes (2009). People in the engines hold levels
// against one point or two (reference_point.hpp).
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F gain_loss(F gap, F gain, F ratio) {
  return gain * select(gap < 0.0F, ratio * gap, gap);
}

/// What `got` is worth to somebody who expected these outcomes with these chances (equal lengths,
/// chances summing to 1).
template <class F>
inline F worth_of(F got, std::span<const F> expected, std::span<const F> chances, F gain, F ratio) {
  F worth = got;
  for (std::size_t j = 0; j < expected.size(); ++j) {
    worth += chances[j] * gain_loss(got - expected[j], gain, ratio);
  }
  return worth;
}

/// U(F | F): what a risk is worth to somebody who chose it and expects it as it is.
template <class F>
inline F worth_of_expected(std::span<const F> outcomes, std::span<const F> chances, F gain,
                           F ratio) {
  F worth = 0;
  for (std::size_t j = 0; j < outcomes.size(); ++j) {
    worth += chances[j] * worth_of(outcomes[j], outcomes, chances, gain, ratio);
  }
  return worth;
}

} // namespace sojourn::inline SOJOURN_TARGET
