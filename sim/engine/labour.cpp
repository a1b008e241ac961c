// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/labour.hpp"

#include <algorithm>

namespace sojourn {

std::int64_t count_labour(const Plan& plan, const Labour& labour, Tally& tally) {
  const bool all = plan.follows_all();
  const Ticks begin = all ? labour.from : std::max(labour.from, plan.warm_up);
  const Ticks end = all ? labour.to : std::min(labour.to, plan.horizon);
  if (begin >= end) {
    return 0;
  }
  const auto resource = static_cast<std::size_t>(labour.resource);
  const Calendar& calendar = plan.resources[resource].calendar;
  const std::int64_t busy =
      (labour.pauses ? calendar.elapsed(begin, end) : end - begin) * labour.units;
  tally.resources[resource].busy += busy;
  return busy;
}

} // namespace sojourn
