// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/calendar.hpp"

#include <algorithm>

namespace sojourn {

Calendar::Calendar(const CalendarSpec& spec) {
  if (spec.always) {
    return;
  }
  always_ = false;
  per_week_ = 0;
  for (const CalendarSpec::Interval& interval : spec.open) {
    slots_.push_back({interval.begin, interval.end, per_week_});
    per_week_ += interval.end - interval.begin;
  }
}

Ticks Calendar::open_at(Ticks wall) const {
  if (always_) {
    return wall;
  }
  const Ticks week = wall / ticks_per_week;
  const Ticks within = wall % ticks_per_week;
  Ticks open = week * per_week_;
  for (const Slot& slot : slots_) { // a handful per week
    if (within < slot.end) {
      return open + slot.before + std::max<Ticks>(0, within - slot.begin);
    }
  }
  return open + per_week_;
}

Ticks Calendar::wall_at(Ticks open) const {
  if (always_ || open <= 0) {
    return always_ ? open : 0;
  }
  const Ticks week = (open - 1) / per_week_; // the moment a week is full belongs to that week
  const Ticks within = open - week * per_week_;
  for (const Slot& slot : slots_) {
    if (within <= slot.before + (slot.end - slot.begin)) {
      return week * ticks_per_week + slot.begin + (within - slot.before);
    }
  }
  return (week + 1) * ticks_per_week;
}

Ticks Calendar::next_open(Ticks wall) const {
  if (always_) {
    return wall;
  }
  const Ticks week = wall / ticks_per_week;
  const Ticks within = wall % ticks_per_week;
  for (const Slot& slot : slots_) {
    if (within < slot.end) {
      return week * ticks_per_week + std::max(within, slot.begin);
    }
  }
  return (week + 1) * ticks_per_week + slots_.front().begin;
}

} // namespace sojourn
