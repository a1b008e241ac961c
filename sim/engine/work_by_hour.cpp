// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/work_by_hour.hpp"

#include <algorithm>

namespace sojourn {

WorkByHour::WorkByHour(const Plan& plan, std::size_t resource)
    : resource_(&plan.resources[resource]), from_(plan.warm_up), to_(plan.horizon),
      steps_(plan.n_hours() + 1) {}

Ticks WorkByHour::within(Ticks from, Ticks to, bool pauses) const {
  return pauses ? resource_->calendar.elapsed(from, to) : to - from;
}

void WorkByHour::add(const Labour& labour, std::int64_t worked, HourTally* hours) {
  const Ticks begin = std::max(labour.from, from_), end = std::min(labour.to, to_);
  if (begin >= end) {
    return;
  }
  const Ticks first = begin / ticks_per_hour, last = (end - 1) / ticks_per_hour;
  if (first == last) {
    hours[hour_of_week(begin)].busy += worked;
    return;
  }
  const Ticks whole = (first + 1) * ticks_per_hour, rest = last * ticks_per_hour;
  hours[hour_of_week(begin)].busy += within(begin, whole, labour.pauses) * labour.units;
  hours[hour_of_week(rest)].busy += within(rest, end, labour.pauses) * labour.units;
  const std::size_t kind = labour.pauses ? 1 : 0;
  steps_[static_cast<std::size_t>(first) + 1][kind] += labour.units;
  steps_[static_cast<std::size_t>(last)][kind] -= labour.units;
}

void WorkByHour::finish(HourTally* hours) {
  std::array<std::int64_t, 2> at_work{};
  const std::int64_t servers = resource_->limited ? resource_->capacity : 1;
  for (Ticks hour = from_ / ticks_per_hour; hour * ticks_per_hour < to_; ++hour) {
    const Ticks begin = hour * ticks_per_hour, end = begin + ticks_per_hour;
    HourTally& of = hours[hour_of_week(begin)];
    for (std::size_t kind = 0; kind < at_work.size(); ++kind) {
      at_work[kind] += steps_[static_cast<std::size_t>(hour)][kind];
      of.busy += at_work[kind] == 0 ? 0 : at_work[kind] * within(begin, end, kind == 1);
    }
    const Ticks open = resource_->calendar.elapsed(std::max(begin, from_), std::min(end, to_));
    of.open += servers * open;
  }
}

} // namespace sojourn
