// SPDX-License-Identifier: Apache-2.0
#include "sim/study/warm_up.hpp"

#include "output/stats/missing.hpp"
#include "output/stats/warm_up.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>
#include <vector>

namespace sojourn {
namespace {

constexpr std::size_t hours_of_week = 168;

/// With fewer, an hour would mostly be compared with itself, and the second half look still.
constexpr std::size_t enough_weeks = 6;

bool is_even(const Scenario& arm) {
  const auto& rate = arm.arrivals.rate;
  const bool steady = std::all_of(rate.begin(), rate.end(), [&](const ArrivalSpec::Slot& slot) {
    return slot.per_hour == rate.front().per_hour;
  });
  return steady && arm.calendars.empty();
}

void take_out_weeks(std::vector<double>& path) {
  const std::size_t weeks = path.size() / hours_of_week, from = weeks / 2;
  for (std::size_t hour = 0; hour < hours_of_week; ++hour) {
    double usual = 0;
    for (std::size_t week = from; week < weeks; ++week)
      usual += path[week * hours_of_week + hour];
    usual /= static_cast<double>(weeks - from);
    for (std::size_t i = hour; i < path.size(); i += hours_of_week)
      path[i] -= usual;
  }
}

} // namespace

double suggested_warm_up_hours(const Scenario& arm, const Tally& pooled, int n) {
  std::vector<double> path;
  for (const std::int64_t ticks : pooled.present)
    path.push_back(static_cast<double>(ticks) / static_cast<double>(ticks_per_hour) / n);
  if (!is_even(arm)) {
    if (path.size() < enough_weeks * hours_of_week)
      return output::missing;
    take_out_weeks(path);
  }
  const auto hours = output::mser(path);
  return hours ? static_cast<double>(*hours) : output::missing;
}

} // namespace sojourn
