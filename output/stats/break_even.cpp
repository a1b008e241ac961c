// SPDX-License-Identifier: Apache-2.0
#include "output/stats/break_even.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace sojourn::output {
namespace {

double time_to(double cost, double gain) {
  if (std::isnan(gain))
    return missing;
  if (cost == 0 && gain == 0)
    return 0.0;
  return gain > 0 ? cost / gain : std::numeric_limits<double>::infinity();
}

PaysBack judge(const Interval& gain, double latest) {
  if (!gain.known())
    return PaysBack::unknown;
  if (std::isfinite(latest))
    return PaysBack::always;
  return gain.upper > 0 ? PaysBack::perhaps_never : PaysBack::never;
}

std::string note_on(PaysBack pays_back, const std::string& reason) {
  switch (pays_back) {
  case PaysBack::unknown:
    return "no interval: " + reason;
  case PaysBack::perhaps_never:
    return "may never pay back: the gain may be 0 or less";
  case PaysBack::never:
    return "does not pay back: the gain is 0 or less";
  case PaysBack::always:
    break;
  }
  return {};
}

} // namespace

BreakEven break_even(double cost, const Interval& gain) {
  assert(cost >= 0);
  BreakEven result;
  result.level = gain.level;
  result.time = time_to(cost, gain.estimate);
  result.earliest = time_to(cost, gain.upper);
  result.latest = time_to(cost, gain.lower);
  result.pays_back = judge(gain, result.latest);
  result.note = note_on(result.pays_back, gain.reason);
  return result;
}

Interval highest_cost_worth(const Interval& gain, double period) {
  assert(period >= 0);
  const auto worth = [&](double one) {
    return std::isnan(one) ? one : std::max(0.0, one * period);
  };
  auto result = gain;
  result.estimate = worth(gain.estimate);
  result.lower = worth(gain.lower);
  result.upper = worth(gain.upper);
  return result;
}

} // namespace sojourn::output
