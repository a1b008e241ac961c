// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/hours.hpp"

#include <limits>
#include <numeric>

namespace sojourn {

HourTally& operator+=(HourTally& to, const HourTally& from) {
  to.open += from.open;
  to.busy += from.busy;
  to.line_area += from.line_area;
  to.arrivals += from.arrivals;
  to.again += from.again;
  to.offered += from.offered;
  to.started += from.started;
  to.wait += from.wait;
  to.gave_up += from.gave_up;
  to.turned_away += from.turned_away;
  to.judged += from.judged;
  to.in_time += from.in_time;
  return to;
}

Ticks wait_bin_begin(std::size_t bin) {
  if (bin < 2) {
    return bin == 0 ? 0 : 1;
  }
  const auto step = static_cast<int>(bin) - 2;
  return static_cast<Ticks>(4 + step % 4) << (first_wait_power + step / 4 - 2);
}

double wait_quantile(const std::int64_t* bins, double p) {
  const std::int64_t n = std::accumulate(bins, bins + n_wait_bins, std::int64_t{0});
  if (n == 0) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  double below = 0;
  const double wanted = p * static_cast<double>(n);
  std::size_t bin = 0;
  for (; bin + 1 < n_wait_bins && below + static_cast<double>(bins[bin]) < wanted; ++bin) {
    below += static_cast<double>(bins[bin]);
  }
  if (bin == 0 || bins[bin] == 0) {
    return static_cast<double>(wait_bin_begin(bin));
  }
  const auto begin = static_cast<double>(wait_bin_begin(bin));
  const auto end = static_cast<double>(wait_bin_begin(bin + 1));
  return begin + (end - begin) * std::max(0.0, wanted - below) / static_cast<double>(bins[bin]);
}

} // namespace sojourn
