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
  Ticks lost = 0;
  for (const CalendarSpec::Interval& holiday : spec.closed) {
    const Ticks before = weekly_open_at(holiday.begin);
    const Ticks within = weekly_open_at(holiday.end) - before;
    holidays_.push_back({holiday.begin, holiday.end, before - lost, lost, within});
    lost += within;
  }
}

Ticks Calendar::open_at_hours(Ticks wall) const {
  const auto after =
      std::upper_bound(holidays_.begin(), holidays_.end(), wall,
                       [](Ticks at, const Holiday& holiday) { return at < holiday.begin; });
  if (after == holidays_.begin()) {
    return weekly_open_at(wall);
  }
  const Holiday& last = *std::prev(after);
  return wall < last.end ? last.open_before : weekly_open_at(wall) - last.lost_before - last.lost;
}

Ticks Calendar::weekly_open_at(Ticks wall) const {
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

Ticks Calendar::wall_at_hours(Ticks open) const {
  if (open <= 0) {
    return 0;
  }
  // At the moment a holiday begins it has not yet taken anything.
  const auto after = std::lower_bound(
      holidays_.begin(), holidays_.end(), open,
      [](const Holiday& holiday, Ticks passed) { return holiday.open_before < passed; });
  if (after == holidays_.begin()) {
    return weekly_wall_at(open);
  }
  const Holiday& last = *std::prev(after);
  return weekly_wall_at(open + last.lost_before + last.lost);
}

Ticks Calendar::weekly_wall_at(Ticks open) const {
  const Ticks week = (open - 1) / per_week_; // the moment a week is full belongs to that week
  const Ticks within = open - week * per_week_;
  for (const Slot& slot : slots_) {
    if (within <= slot.before + (slot.end - slot.begin)) {
      return week * ticks_per_week + slot.begin + (within - slot.before);
    }
  }
  return (week + 1) * ticks_per_week;
}

Ticks Calendar::next_opening(Ticks wall) const {
  Ticks opens = weekly_next_open(wall);
  for (const Holiday& holiday : holidays_) {
    if (opens >= holiday.begin && opens < holiday.end) {
      opens = weekly_next_open(holiday.end);
    }
  }
  return opens;
}

Ticks Calendar::weekly_next_open(Ticks wall) const {
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
