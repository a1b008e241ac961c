// SPDX-License-Identifier: Apache-2.0
#include "output/logs/event_log.hpp"

#include "output/text.hpp"

#include <chrono>

namespace sojourn::output {

std::string log_time(std::int64_t milliseconds) {
  using namespace std::chrono;
  constexpr sys_days monday = year(2024) / January / 1;
  const auto at = monday + std::chrono::milliseconds(milliseconds);
  const auto day = floor<days>(at);
  const year_month_day date(day);
  const hh_mm_ss time(at - day);
  return text("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}+00:00", static_cast<int>(date.year()),
              static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
              time.hours().count(), time.minutes().count(), time.seconds().count(),
              time.subseconds().count());
}

} // namespace sojourn::output
