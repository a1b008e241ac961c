// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "sim/scenario/scenario.hpp"

#include <vector>

namespace sojourn {

/// Weekly open hours less holidays, and the clock that runs only within them. Two readings of time:
/// wall ticks since Monday 00:00 of week 1, and open ticks: how much open time has passed since
/// then.
class Calendar {
public:
  Calendar() = default; // always open: both clocks agree
  explicit Calendar(const CalendarSpec& spec);

  [[nodiscard]] bool always() const { return always_; }
  /// Open ticks in [0, wall).
  [[nodiscard]] Ticks open_at(Ticks wall) const { return always_ ? wall : open_at_hours(wall); }
  /// The earliest wall time at which `open` open ticks have passed: at a boundary the closing
  /// moment, not the next opening.
  [[nodiscard]] Ticks wall_at(Ticks open) const { return always_ ? open : wall_at_hours(open); }
  /// Open time between two wall times.
  [[nodiscard]] Ticks elapsed(Ticks from, Ticks to) const { return open_at(to) - open_at(from); }
  /// When work of `duration` ends that starts at `start` and pauses while closed.
  [[nodiscard]] Ticks after(Ticks start, Ticks duration) const {
    return duration <= 0 ? start : wall_at(open_at(start) + duration);
  }
  /// `wall` if open then, otherwise the next opening.
  [[nodiscard]] Ticks next_open(Ticks wall) const { return always_ ? wall : next_opening(wall); }
  /// In a week without holidays.
  [[nodiscard]] Ticks open_per_week() const { return per_week_; }

private:
  /// The same three, where there are hours.
  [[nodiscard]] Ticks open_at_hours(Ticks wall) const;
  [[nodiscard]] Ticks wall_at_hours(Ticks open) const;
  [[nodiscard]] Ticks next_opening(Ticks wall) const;
  /// And as if there were no holidays.
  [[nodiscard]] Ticks weekly_open_at(Ticks wall) const;
  [[nodiscard]] Ticks weekly_wall_at(Ticks open) const;
  [[nodiscard]] Ticks weekly_next_open(Ticks wall) const;
  struct Slot {
    Ticks begin, end, before; // `before`: open ticks of the week before this slot
  };
  struct Holiday {
    Ticks begin, end;
    Ticks open_before; // open ticks in [0, begin)
    Ticks lost_before; // weekly open ticks in all holidays before this one
    Ticks lost;        // and in this one
  };
  bool always_ = true;
  Ticks per_week_ = ticks_per_week;
  std::vector<Slot> slots_;
  std::vector<Holiday> holidays_;
};

} // namespace sojourn
