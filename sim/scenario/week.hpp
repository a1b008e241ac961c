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

/// Sorted, with touching and overlapping intervals joined.
WeekIntervals joined(WeekIntervals intervals);

bool overlap(const WeekIntervals& a, const WeekIntervals& b);

/// Minutes open on the day that is open longest; a whole day where nothing is open.
double longest_day(const WeekIntervals& intervals);

} // namespace sojourn
