// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/hours_view.hpp"

#include "output/stats/missing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sojourn::output {
namespace {

/// The longest mean wait of an hour in any arm; below 0 where nobody came.
double longest_wait(const ResultData& result, std::size_t resource) {
  double longest = -1;
  for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
    for (std::size_t hour = 0; hour < hours_per_week; ++hour) {
      const double wait = hour_value(result, result.hours.wait_mean_min, arm, resource, hour);
      longest = std::isfinite(wait) ? std::max(longest, wait) : longest;
    }
  }
  return longest;
}

} // namespace

bool has_hours(const ResultData& result) {
  return std::any_of(result.hours.arrivals.begin(), result.hours.arrivals.end(),
                     [](double each) { return each > 0; });
}

double hour_value(const ResultData& result, const std::vector<double>& column, std::size_t arm,
                  std::size_t resource, std::size_t hour) {
  const std::size_t at = (arm * result.resources.size() + resource) * hours_per_week + hour;
  return at < column.size() ? column[at] : missing;
}

std::optional<std::size_t> largest_hour(const ResultData& result, const std::vector<double>& column,
                                        std::size_t arm, std::size_t resource) {
  std::optional<std::size_t> largest;
  double most = 0;
  for (std::size_t hour = 0; hour < hours_per_week; ++hour) {
    if (const double value = hour_value(result, column, arm, resource, hour); value > most) {
      most = value;
      largest = hour;
    }
  }
  return largest;
}

std::vector<std::size_t> resources_by_hour(const ResultData& result, std::size_t most) {
  std::vector<std::pair<double, std::size_t>> all;
  for (std::size_t resource = 0; resource < result.resources.size(); ++resource) {
    if (const double wait = longest_wait(result, resource); wait >= 0) {
      all.emplace_back(-wait, resource);
    }
  }
  std::sort(all.begin(), all.end());
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
    chosen.push_back(all[i].second);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

std::string day_name(std::size_t day) {
  constexpr std::array<const char*, 7> names = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return names.at(day);
}

std::string hour_name(std::size_t hour_of_week) {
  const std::size_t hour = hour_of_week % 24;
  return day_name(hour_of_week / 24) + " " + std::to_string(hour) + "–" + std::to_string(hour + 1);
}

} // namespace sojourn::output
