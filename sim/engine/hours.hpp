// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

// What is counted of a resource and its line hour by hour of the week, between the warm-up and the
// horizon.
namespace sojourn {

inline constexpr std::size_t hours_per_week = 168;

/// 0: Monday, midnight to one. Requires at >= 0.
[[nodiscard]] constexpr std::size_t hour_of_week(Ticks at) {
  return static_cast<std::size_t>(at / ticks_per_hour) % hours_per_week;
}

/// What happens in an hour, and what becomes of those who come in it, whenever that is.
struct HourTally {
  // In this hour, ticks: capacity x open, servers at work, people in line x time.
  std::int64_t open = 0, busy = 0, line_area = 0;
  // Who came to the line in this hour; of them, who had been at the touchpoint before; server ticks
  // of work they brought.
  std::int64_t arrivals = 0, again = 0, offered = 0;
  // Of those: who was served and their waits, interruptions included (ticks of the resource's
  // calendar); who gave up in line, who did not join it.
  std::int64_t started = 0, wait = 0, gave_up = 0, turned_away = 0;
  // Of those: whose wait an agreement limits, and of them who was served within the limit.
  std::int64_t judged = 0, in_time = 0;
  friend bool operator==(const HourTally&, const HourTally&) = default;
};
HourTally& operator+=(HourTally& to, const HourTally& from);

/// Waits before service: no wait, less than 1.024 s, then four equal bins in each power of two, so
/// none is wider than a quarter of where it begins; the last holds all from about 12 days on.
inline constexpr int first_wait_power = 10, last_wait_power = 29;
inline constexpr std::size_t n_wait_bins = 2 + 4 * (last_wait_power - first_wait_power + 1);

[[nodiscard]] constexpr std::size_t wait_bin(Ticks wait) {
  if (wait < (Ticks{1} << first_wait_power)) {
    return wait > 0 ? 1 : 0;
  }
  const Ticks at = std::min(wait, (Ticks{1} << (last_wait_power + 1)) - 1);
  const int power = 63 - std::countl_zero(static_cast<std::uint64_t>(at));
  return static_cast<std::size_t>(2 + 4 * (power - first_wait_power) + ((at >> (power - 2)) & 3));
}
/// Where a bin begins, and where the one before it ends; of n_wait_bins the end of the last.
[[nodiscard]] Ticks wait_bin_begin(std::size_t bin);

/// The wait, in ticks, that a share p of those counted does not exceed: linear within a bin, so off
/// by less than the bin's width. NaN where nobody is counted. `bins`: n_wait_bins counts.
[[nodiscard]] double wait_quantile(const std::int64_t* bins, double p);

} // namespace sojourn
