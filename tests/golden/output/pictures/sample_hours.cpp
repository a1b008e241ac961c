// SPDX-License-Identifier: Apache-2.0
#include "tests/golden/output/pictures/sample.hpp"

#include <algorithm>

// A week at every resource: office hours Monday to Friday, mornings busier than evenings.
namespace sojourn::output::sample {
namespace {

/// 0 .. 1, the most at ten and on Mondays.
double rush(std::size_t hour_of_week) {
  const double hour = static_cast<double>(hour_of_week % 24) - 10;
  const double day = static_cast<double>(hour_of_week / 24);
  return std::max(0.0, 1 - hour * hour / 81) * (1 - 0.08 * day);
}

bool is_open(std::size_t hour_of_week) {
  return hour_of_week / 24 < 5 && hour_of_week % 24 >= 8 && hour_of_week % 24 < 18;
}

void add_hour(HourData& h, std::size_t arm, std::size_t resource, std::size_t hour) {
  const double busy = rush(hour), help = arm % 2 == 1 ? 0.7 : 1;
  const bool open = resource == 0 || is_open(hour), anybody = busy > 0;
  const double wait = anybody ? (resource == 0 ? 6 : 80) * help * busy * busy * busy : missing;
  h.arrivals.push_back(anybody ? 40 * busy : 0);
  h.staffed.push_back(open ? 7 : 0);
  h.load.push_back(open ? 0.9 * help * busy : missing);
  h.utilisation.push_back(open ? std::min(1.0, 0.95 * help * busy) : missing);
  h.line.push_back(anybody ? wait * 40 * busy / 60 : 0);
  h.wait_mean_min.push_back(wait);
  h.wait_quantile_min.push_back(wait * 0.6);
  h.wait_quantile_min.push_back(wait * 2.2);
  h.in_time.push_back(resource == 0 && anybody ? 1 - 0.4 * busy : missing);
  h.gave_up.push_back(anybody ? 0.1 * busy * help : missing);
  h.turned_away.push_back(anybody ? 0.0 : missing);
  h.again.push_back(anybody ? 0.2 : missing);
}

} // namespace

void add_hours(ResultData& result) {
  result.hours.wait_level = {.5, .9};
  for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
    for (std::size_t resource = 0; resource < result.resources.size(); ++resource) {
      for (std::size_t hour = 0; hour < hours_per_week; ++hour) {
        add_hour(result.hours, arm, resource, hour);
      }
    }
  }
}

} // namespace sojourn::output::sample
