// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/calendar.hpp"

#include "tests/unit/sim/engine/build.hpp"

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
