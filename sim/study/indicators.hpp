// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/tally.hpp"
#include "sim/scenario/scenario.hpp"

#include <cstdint>
#include <vector>

namespace sojourn {

/// What one arm's journeys are asked for besides money and experience, and in which time.
struct IndicatorBooks {
  std::vector<IndicatorSpec> all;
  double weeks = 0;           // in which people come who are counted
  double people_per_week = 0; // where journeys are a cohort without such weeks
};

[[nodiscard]] IndicatorBooks indicator_books(const Scenario& arm);

/// Sum over the visits and endings of those who are counted, of one replication.
[[nodiscard]] double brought(const IndicatorSpec& indicator, const Tally& tally);

/// In so many weeks; 0 where nobody says how many come in a week.
[[nodiscard]] double weeks_counted(const IndicatorBooks& books, const Tally& tally,
                                   std::int64_t journeys);

/// Log-odds of all goals, 0 where there is none.
[[nodiscard]] double goal_odds(const IndicatorBooks& books, const Tally& tally,
                               std::int64_t journeys);

} // namespace sojourn
