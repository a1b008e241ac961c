// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// Times and shares when some journeys were still under way at the end (censored): never averaged as
// if finished. Times are integer ticks, so ties are ties; an exit at a tick comes before a
// censoring at the same tick.
namespace sojourn::output {

inline constexpr int censored = -1;

/// `count` journeys that left through `exit` (0, 1, ...) at `time` ticks, or were censored then.
struct Spell {
  std::int64_t time = 0;
  int exit = censored;
  std::int64_t count = 1;
};

/// Steps at the times at which someone left; values hold from that time on.
struct SurvivalCurve {
  std::vector<std::int64_t> time;
  std::vector<double> surviving;              // P(still in the system after time[i])
  std::vector<std::int64_t> at_risk;          // just before time[i]
  std::vector<std::vector<double>> incidence; // [exit][i]: P(left through exit by time[i])

  /// Smallest time by which a share p has left; -1 if the data end before (a bound, not a value).
  [[nodiscard]] std::int64_t quantile(double p) const;
  /// Mean of min(time, limit), in ticks: the area under the curve up to `limit`; after
  /// the last exit the curve is taken as flat.
  [[nodiscard]] double restricted_mean(std::int64_t limit) const;
  [[nodiscard]] double surviving_at(std::int64_t at) const;
  [[nodiscard]] double incidence_at(std::size_t exit, std::int64_t at) const;
};

/// Kaplan-Meier for the time in the system, whatever the exit (incidence stays empty).
[[nodiscard]] SurvivalCurve kaplan_meier(std::span<const Spell> spells);

/// Aalen-Johansen for competing exits. At every time, surviving + sum of incidences = 1.
[[nodiscard]] SurvivalCurve aalen_johansen(std::span<const Spell> spells, std::size_t n_exits);

/// What is certain about a share when some journeys are unfinished.
struct ShareBounds {
  double lower = 0, upper = 1; // none / all of the censored leave through this exit
};

/// Bounds per exit, shape [n_exits]; {0, 1} for no spells.
[[nodiscard]] std::vector<ShareBounds> exit_share_bounds(std::span<const Spell> spells,
                                                         std::size_t n_exits);

/// Censored journeys / all journeys; 0 for no spells.
[[nodiscard]] double censored_share(std::span<const Spell> spells);

} // namespace sojourn::output
