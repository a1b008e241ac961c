// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field_rows.hpp"

namespace sojourn {
namespace {

constexpr double steepest = 1000; // affect points per minute nobody exceeds

} // namespace

std::vector<FieldRow> announcement_rows() {
  const std::string at = "touchpoints.*.announces";
  return {
      {.path = at,
       .kind = Kind::words,
       .words = "last_wait|head_wait|queue_length|position",
       .help = "What whoever has to wait is told on joining the line."},
      {.path = at, .help = "What people are told on joining the line."},
      {.path = at + ".estimate",
       .kind = Kind::words,
       .words = "last_wait|head_wait|queue_length|position",
       .help = "What the last one waited, what the first in line has waited, the work of those "
               "before at the average, or how many are before."},
      {.path = at + ".factor",
       .kind = Kind::number,
       .low = 0,
       .high = 100,
       .fallback = "1",
       .help = "The time that is told, of the estimate; 1.2 is on the safe side."},
      {.path = at + ".schedule", .help = "The time that is told, by hours of the week."},
      {.path = at + ".schedule.*",
       .kind = Kind::duration,
       .low = 0,
       .high = minutes_of_ten_years,
       .help = "What is told to who comes in these hours.",
       .key = Kind::week},
      {.path = "touchpoints.*.feels.against_announced",
       .help = "The wait against what was announced of it."},
      {.path = "touchpoints.*.feels.against_announced.early",
       .kind = Kind::affect_rate,
       .low = 0,
       .high = steepest,
       .help = "For each hour that it is shorter."},
      {.path = "touchpoints.*.feels.against_announced.late",
       .kind = Kind::affect_rate,
       .low = -steepest,
       .high = 0,
       .help = "For each hour that it is longer."},
  };
}

} // namespace sojourn
