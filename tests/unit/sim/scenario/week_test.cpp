// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/week.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;

namespace {

WeekIntervals week(std::string_view text) {
  const auto read = read_week(text);
  REQUIRE(std::holds_alternative<WeekIntervals>(read));
  return std::get<WeekIntervals>(read);
}

Ticks at(int day, int hour) { return day * ticks_per_day + hour * ticks_per_hour; }

} // namespace

TEST_CASE("days and hours become intervals of the week", "[scenario]") {
  CHECK(week("Mon-Fri 08:00-18:00").size() == 5);
  CHECK(week("Tue 08:00-18:00") == WeekIntervals{{at(1, 8), at(1, 18)}});
  CHECK(week("Mon, Sat 09:00-13:00") ==
        WeekIntervals{{at(0, 9), at(0, 13)}, {at(5, 9), at(5, 13)}});
  CHECK(week("Mon-Sun 00:00-24:00") == week("always"));
}

TEST_CASE("nights run into the next day, Sunday's into Monday", "[scenario]") {
  CHECK(week("Mon 22:00-06:00") == WeekIntervals{{at(0, 22), at(1, 6)}});
  CHECK(week("Sun 22:00-06:00") == WeekIntervals{{at(0, 0), at(0, 6)}, {at(6, 22), at(7, 0)}});
  CHECK(week("Sat-Mon 10:00-11:00").size() == 3);
}

TEST_CASE("what is no week is refused", "[scenario]") {
  for (const char* text :
       {"Mon", "08:00-18:00", "Mon 8-18", "Mon 08:00", "Mon 08:00-25:00", "Mon 08:60-09:00",
        "Mon 08:00-08:00", "Moon 08:00-09:00", "Mon-Tue-Wed 08:00-09:00", "Mon 24:00-08:00", ""}) {
    INFO(text);
    CHECK(std::holds_alternative<Refusal>(read_week(text)));
  }
}

TEST_CASE("the longest open day is the working day", "[scenario]") {
  CHECK(longest_day(week("Mon-Fri 08:00-18:00")) == 600);
  CHECK(longest_day(
            joined({{at(0, 8), at(0, 12)}, {at(0, 13), at(0, 17)}, {at(5, 9), at(5, 12)}})) == 480);
  CHECK(longest_day({}) == 1440);
}
