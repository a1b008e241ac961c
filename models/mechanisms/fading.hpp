// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// Fading affect (Walker & Skowronski 2009 Appl Cogn Psych 23:1122; Ritchie et al. 2015 Memory
// 23:278, ten cultures): the affect of a memory wears off, that of bad ones sooner.
//   a_i(t) = a_i exp(-s age_i / T),   T = T+ where a_i > 0, T- where a_i < 0
// age and T: days; s strength: 1. What bad moments gain at encoding (negativity.hpp) they lose here
// later: complaints now, nostalgia in a year. Acts in the memory of availability.hpp.
// Neglected: that telling others slows the fading of good affect and speeds that of bad.
namespace sojourn::inline SOJOURN_TARGET {

/// What is left of an affect after `days`.
template <class F> SOJOURN_INLINE F affect_left(F days, F strength, F scale) {
  if (nobody(strength > 0.0F)) {
    return broadcast<F>(1);
  }
  return select(strength > 0.0F, exp(-(strength * days) / scale), broadcast<F>(1));
}

} // namespace sojourn::inline SOJOURN_TARGET
