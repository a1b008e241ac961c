// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/lanes.hpp"

// Affect as integers, the same bits for one person and for a register of them: what tallies add.
namespace sojourn {

/// Fixed point with 20 fractional bits.
inline constexpr double fixed_one = 1048576.0;
/// Histogram of affect on -5..+5 in equal bins.
inline constexpr int n_affect_bins = 200;

inline namespace SOJOURN_TARGET {

/// Nearest multiple of 2^-20, halves away from zero. Requires |affect| < 2048.
template <class F> SOJOURN_INLINE typename Lanes<F>::Int affect_to_fixed(F affect) {
  const F scaled = affect * static_cast<float>(fixed_one);
  return to_int<F>(scaled + copysign(broadcast<F>(0.5F), scaled));
}

/// The bin of an affect; values outside the scale fall into the outermost bins.
template <class F> SOJOURN_INLINE typename Lanes<F>::Int affect_bin(F affect) {
  constexpr float per_point = static_cast<float>(n_affect_bins) / (affect_high - affect_low);
  const F scaled = (affect - affect_low) * per_point;
  return to_int<F>(clamp(scaled, broadcast<F>(0), broadcast<F>(n_affect_bins - 1)));
}

} // namespace SOJOURN_TARGET
} // namespace sojourn
