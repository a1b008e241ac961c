// SPDX-License-Identifier: Apache-2.0
#include "sim/study/by_hour.hpp"

#include "output/stats/missing.hpp"
#include "sim/engine/ticks.hpp"

#include <algorithm>
#include <array>

namespace sojourn {
namespace {

static_assert(hours_per_week == output::hours_per_week);

constexpr std::array wait_levels = {0.5, 0.9};

double ratio_or_missing(std::int64_t over, std::int64_t under) {
  return under > 0 ? static_cast<double>(over) / static_cast<double>(under) : output::missing;
}

/// Ticks that each hour of the week was counted, in all replications.
std::array<std::int64_t, hours_per_week> counted_ticks(const ExperimentSpec& spec, int n) {
  std::array<std::int64_t, hours_per_week> ticks{};
  for (Ticks at = spec.warm_up; at < spec.horizon;) {
    const Ticks next = std::min((at / ticks_per_hour + 1) * ticks_per_hour, spec.horizon);
    ticks[hour_of_week(at)] += (next - at) * n;
    at = next;
  }
  return ticks;
}

void add_hour(output::HourData& data, bool limited, const HourTally& hour,
              const std::int64_t* waits, std::int64_t counted) {
  data.arrivals.push_back(ratio_or_missing(hour.arrivals * ticks_per_hour, counted));
  data.staffed.push_back(limited ? ratio_or_missing(hour.open, counted) : output::missing);
  data.load.push_back(limited ? ratio_or_missing(hour.offered, hour.open) : output::missing);
  data.utilisation.push_back(limited ? ratio_or_missing(hour.busy, hour.open) : output::missing);
  data.line.push_back(ratio_or_missing(hour.line_area, counted));
  data.wait_mean_min.push_back(ratio_or_missing(hour.wait, hour.started * ticks_per_minute));
  for (const double level : wait_levels) {
    data.wait_quantile_min.push_back(waits == nullptr ? output::missing
                                                      : wait_quantile(waits, level) /
                                                            static_cast<double>(ticks_per_minute));
  }
  data.in_time.push_back(ratio_or_missing(hour.in_time, hour.judged));
  data.gave_up.push_back(ratio_or_missing(hour.gave_up, hour.arrivals));
  data.turned_away.push_back(ratio_or_missing(hour.turned_away, hour.arrivals));
  data.again.push_back(ratio_or_missing(hour.again, hour.arrivals));
}

void add_arm(output::HourData& data, const Scenario& scenario, const Tally& pooled, int n,
             const std::vector<std::size_t>& resources) {
  const auto counted = counted_ticks(scenario.experiment, n);
  for (const std::size_t at : resources) {
    const bool told = at != absent && !pooled.hours.empty();
    for (std::size_t h = 0; h < hours_per_week; ++h) {
      const std::size_t cell = at * hours_per_week + h;
      told ? add_hour(data, !scenario.resources[at].unlimited, pooled.hours[cell],
                      &pooled.wait_bins[cell * n_wait_bins], counted[h])
           : add_hour(data, false, {}, nullptr, 0);
    }
  }
}

} // namespace

output::HourData hours_of(const ArmUnion& all, const std::vector<ArmSpec>& arms,
                          const RunRecord& record) {
  output::HourData data;
  if (std::all_of(record.arms.begin(), record.arms.end(),
                  [](const ArmRecord& arm) { return arm.pooled.hours.empty(); })) {
    return data;
  }
  data.wait_level.assign(wait_levels.begin(), wait_levels.end());
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    add_arm(data, arms[arm].scenario, record.arms[arm].pooled, record.replications,
            all.resources.index[arm]);
  }
  return data;
}

} // namespace sojourn
