// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/duration.hpp"

#include "output/pictures/number.hpp"

namespace sojourn::output {

std::string duration_words(double minutes, int decimals) {
  constexpr double hour = 60, day = 1440;
  const double unit = minutes >= 2 * day ? day : minutes >= 4 * hour ? hour : 1;
  return fixed(minutes / unit, decimals) + no_break_space +
         (unit == day    ? "days"
          : unit == hour ? "h"
                         : "min");
}

} // namespace sojourn::output
