// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/layout.hpp"
#include "sim/cli/narration.hpp"
#include "sim/cli/progress.hpp"
#include "sim/study/wording.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using namespace sojourn::cli;

TEST_CASE("text is wrapped between words and hangs under its first word") {
  CHECK(wrap("- ", "one two three four", 12) == "- one two\n  three four\n");
  CHECK(wrap("", "", 10) == "\n");
  CHECK(wrap("", "a-word-longer-than-the-line b", 10) == "a-word-longer-than-the-line\nb\n");
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(pad("äö", 4) == "äö  ");
  CHECK(pad_left("ß", 3) == "  ß");
  CHECK(pad("long", 2) == "long");
  CHECK(bold("x", true) == "\033[1mx\033[0m");
  CHECK(bold("x", false) == "x");
}

TEST_CASE("durations stand in the unit that keeps them short") {
  CHECK(rounded_duration(0) == "0 min");
  CHECK(rounded_duration(0.5) == "30 s");
  CHECK(rounded_duration(3) == "3 min");
  CHECK(rounded_duration(240) == "4 h");
  CHECK(rounded_duration(7 * 24 * 60) == "7 days");
  CHECK(label_of("restored_in_time") == "Restored in time");
  CHECK(counted(1, "arm") == "1 arm");
  CHECK(counted(0, "arm") == "0 arms");
}

TEST_CASE("moments are told in weeks") {
  CHECK(moment_text(0) == "Monday of week 1, 00:00");
  CHECK(moment_text(ticks_per_week + 4 * ticks_per_day + 17 * ticks_per_hour +
                    5 * ticks_per_minute) == "Friday of week 2, 17:05");
}

TEST_CASE("progress says how far, how long still and how precise") {
  CHECK(progress_text({0, 30, ""}, 0) == "  0 of about 30 runs");
  CHECK(progress_text({30, 120, "served ±2.4 % of ±2 %"}, 10) ==
        "  30 of about 120 runs, 30 s left, served ±2.4 % of ±2 %");
}
