// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/lanes.hpp"

namespace sojourn {

inline constexpr std::size_t max_agreements = 16;

inline namespace SOJOURN_TARGET {

/// Minutes to whole ticks, ties to even; the same additions on every instruction set, so that both
/// engines round every duration alike. Requires 0 <= minutes < 3e10.
SOJOURN_INLINE constexpr double whole_ticks(double minutes) {
  constexpr double magic = 0x1p52;
  return (minutes * static_cast<double>(ticks_per_minute) + magic) - magic;
}

SOJOURN_INLINE constexpr Ticks ticks_of(double minutes) {
  return static_cast<Ticks>(whole_ticks(minutes));
}

SOJOURN_INLINE constexpr double minutes_of(Ticks ticks) {
  return static_cast<double>(ticks) / static_cast<double>(ticks_per_minute);
}

/// For psychology: one multiplication each, the same in both engines.
SOJOURN_INLINE constexpr float hours_of(double ticks) {
  return static_cast<float>(ticks * (1.0 / static_cast<double>(ticks_per_hour)));
}
SOJOURN_INLINE constexpr float days_of(double ticks) {
  return static_cast<float>(ticks * (1.0 / static_cast<double>(24 * ticks_per_hour)));
}

} // namespace SOJOURN_TARGET
} // namespace sojourn
