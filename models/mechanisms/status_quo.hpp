// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Status quo and defaults (Samuelson & Zeckhauser 1988 JRU 1:7; Johnson & Goldstein 2003 Science
// 302:1338; Jachimowicz et al. 2019 BPP: d = .68): the option that happens if nobody acts is
// chosen more often.
//   tilt of the default = s kappa
// kappa: log-odds; s strength: 1. Neglected: why it works (effort saved, advice implied, loss of
// what one has), which are not told apart.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F status_quo_tilt(F strength, F weight) {
  return select(strength > 0.0F, strength * weight, broadcast<F>(0));
}

} // namespace sojourn::inline SOJOURN_TARGET
