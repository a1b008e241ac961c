// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/calendar.hpp"

#include "tests/unit/sim/engine/build.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace sojourn;

namespace {
constexpr Ticks h = ticks_per_hour;
constexpr Ticks d = ticks_per_day;
} // namespace

TEST_CASE("Friday 16:00 to Monday 16:00 is ten office hours") {
  const Calendar office(build::office(8, 18));
  CHECK(office.elapsed(4 * d + 16 * h, 7 * d + 16 * h) == 10 * h);
  CHECK(office.open_per_week() == 50 * h);
}

TEST_CASE("Work pauses at the end of the shift and resumes at the next opening") {
  const Calendar office(build::office(8, 18));
  CHECK(office.after(4 * d + 17 * h, 2 * h) == 7 * d + 9 * h);
  CHECK(office.after(4 * d + 17 * h, h) == 4 * d + 18 * h); // the closing moment
  CHECK(office.after(3 * d, 0) == 3 * d);
}

TEST_CASE("The next opening of a weekend is Monday morning") {
  const Calendar office(build::office(8, 18));
  CHECK(office.next_open(5 * d) == 7 * d + 8 * h);
  CHECK(office.next_open(9 * h) == 9 * h);
  CHECK(office.next_open(18 * h) == d + 8 * h); // closed at the closing moment
}

TEST_CASE("Open time read back is the same open time") {
  const Calendar office(build::office(9, 17));
  for (Ticks open = 1; open < 200 * h; open += 37 * 60 * 1000 + 1) {
    CHECK(office.open_at(office.wall_at(open)) == open);
  }
}

TEST_CASE("Without hours both clocks agree") {
  const Calendar always;
  CHECK(always.elapsed(3, 10) == 7);
  CHECK(always.after(3, 7) == 10);
  CHECK(always.next_open(3) == 3);
}

TEST_CASE("A holiday takes its open hours out of the week") {
  CalendarSpec spec = build::office(8, 18);
  spec.closed = {{2 * d, 3 * d}, {4 * d + 12 * h, 5 * d}}; // Wednesday, and Friday from noon
  const Calendar office(spec);
  CHECK(office.elapsed(0, 7 * d) == 34 * h);
  CHECK(office.elapsed(7 * d, 14 * d) == 50 * h);
  CHECK(office.open_per_week() == 50 * h);
  CHECK(office.next_open(d + 18 * h) == 3 * d + 8 * h);
  CHECK(office.next_open(4 * d + 13 * h) == 7 * d + 8 * h);
  CHECK(office.after(d + 17 * h, 2 * h) == 3 * d + 9 * h);
  CHECK(office.after(4 * d + 11 * h, 2 * h) == 7 * d + 9 * h);
  CHECK(office.wall_at(20 * h) == d + 18 * h); // the closing moment, not Thursday's opening
  CHECK(office.wall_at(34 * h) == 4 * d + 12 * h);
}

TEST_CASE("Open round the clock but for a holiday") {
  CalendarSpec spec{"all", {{0, ticks_per_week}}, false};
  spec.closed = {{d, 2 * d}};
  const Calendar all(spec);
  CHECK_FALSE(all.always());
  CHECK(all.open_at(3 * d) == 2 * d);
  CHECK(all.after(d - h, 2 * h) == 2 * d + h);
  CHECK(all.wall_at(d) == d);
  CHECK(all.next_open(d) == 2 * d);
}

TEST_CASE("Holidays agree with a count hour by hour") {
  CalendarSpec spec = build::office(9, 17);
  spec.closed = {{4 * d, 8 * d}, {9 * d + 10 * h, 9 * d + 12 * h}, {14 * d, 21 * d}};
  const Calendar office(spec);
  const auto open_in = [&](Ticks hour) {
    const Ticks within = hour % ticks_per_week, of_day = within % d;
    const bool works = within < 5 * d && of_day >= 9 * h && of_day < 17 * h;
    return works && std::none_of(spec.closed.begin(), spec.closed.end(), [&](const auto& holiday) {
             return hour >= holiday.begin && hour < holiday.end;
           });
  };
  Ticks open = 0;
  for (Ticks hour = 0; hour < 30 * d; hour += h) {
    REQUIRE(office.open_at(hour) == open);
    REQUIRE((office.next_open(hour) == hour) == open_in(hour));
    if (open_in(hour)) {
      open += h;
      REQUIRE(office.wall_at(open) == hour + h);
      REQUIRE(office.open_at(office.wall_at(open - h / 2)) == open - h / 2);
    }
  }
}
