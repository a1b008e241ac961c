// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/value.hpp"

#include <string_view>

namespace sojourn {

using WeekIntervals = std::vector<std::pair<Ticks, Ticks>>;

/// "Mon-Fri 08:00-18:00", "Sat, Sun 09:00-13:00", "Mon 22:00-06:00" (into the next day), "always":
/// intervals in ticks since Monday 00:00, sorted and disjoint; Sunday night is cut at the week's
/// end and goes on at Monday 00:00.
Read<WeekIntervals> read_week(std::string_view text);

/// Days on which a calendar is closed: "week 5", "week 3 Mon", "week 3 Mon-Wed", "week 51 Fri
/// 12:00-24:00"; in ticks since Monday 00:00 of week 1. Weeks are counted from 1, at most 1000.
Read<WeekIntervals> read_closed(std::string_view text);

/// "Mon 09:00", every week, or "week 2 Tue 10:30", once.
struct WeekMoment {
  Ticks at = 0; // `weekly`: within the week, else since Monday 00:00 of week 1
  bool weekly = true;
};
Read<WeekMoment> read_moment(std::string_view text);

/// Sorted, with touching and overlapping intervals joined.
WeekIntervals joined(WeekIntervals intervals);

bool overlap(const WeekIntervals& a, const WeekIntervals& b);

/// Minutes open on the day that is open longest; a whole day where nothing is open.
double longest_day(const WeekIntervals& intervals);

} // namespace sojourn
