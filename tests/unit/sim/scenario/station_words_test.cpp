// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/week.hpp"
#include "tests/laws/sim/scenario/small.hpp"

// The words of stations and of time: holidays, closing, orders, set-up, several resources.
using namespace sojourn;
using namespace scenario_test;

namespace {

constexpr Ticks h = ticks_per_hour;
constexpr Ticks d = ticks_per_day;

WeekIntervals closed(std::string_view text) {
  const auto read = read_closed(text);
  REQUIRE(std::holds_alternative<WeekIntervals>(read));
  return std::get<WeekIntervals>(read);
}

std::string errors_of(const std::string& from, const std::string& to) {
  std::string text = small;
  REQUIRE(text.find(from) != std::string::npos);
  text.replace(text.find(from), from.size(), to);
  const Loaded loaded = load_scenario_text(text, "small.yaml", {});
  CHECK_FALSE(loaded.ok());
  return rendered(loaded);
}

const std::string two_desks = "  desk: { capacity: 4, open: office, cost: 30 per h }\n"
                              "  counter: { capacity: 2 }\n";
const std::string one_desk = "  desk: { capacity: 4, open: office, cost: 30 per h }\n";

Scenario with_needs(const std::string& needs, const std::string& written = "needs: { desk: 1 }") {
  std::string text = small;
  text.replace(text.find(one_desk), one_desk.size(), two_desks);
  text.replace(text.find(written), written.size(), needs);
  const Loaded loaded = load_scenario_text(text, "small.yaml", {});
  INFO(rendered(loaded));
  REQUIRE(loaded.ok());
  return loaded.arms[0].scenario;
}

} // namespace

TEST_CASE("A day, days, hours or a whole week are closed", "[scenario]") {
  CHECK(closed("week 1 Mon") == WeekIntervals{{0, d}});
  CHECK(closed("week 3 Mon") == WeekIntervals{{14 * d, 15 * d}});
  CHECK(closed("week 2") == WeekIntervals{{7 * d, 14 * d}});
  CHECK(closed("week 2 Tue-Thu") == WeekIntervals{{8 * d, 11 * d}});
  CHECK(closed("week 1 Fri 12:00-24:00") == WeekIntervals{{4 * d + 12 * h, 5 * d}});
  for (const char* text : {"", "week", "week 0", "week 1001", "week x", "Mon", "week 3 Moon",
                           "week 3 Mon 25:00-26:00", "weak 3"}) {
    INFO(text);
    CHECK(std::holds_alternative<Refusal>(read_closed(text)));
  }
}

TEST_CASE("A calendar may be a group of when it is open and when it is closed", "[scenario]") {
  const CalendarSpec plain = unchanged().calendars.at(0);
  CHECK(plain.closed.empty());
  const CalendarSpec written =
      rewritten("calendars: { office: Mon-Fri 08:00-18:00 }",
                "calendars: { office: { open: Mon-Fri 08:00-18:00, closed: [ week 2 Mon, week 1 "
                "Sun, week 4 ] } }")
          .calendars.at(0);
  CHECK(written.open == plain.open);
  CHECK(written.closed == std::vector<CalendarSpec::Interval>{{6 * d, 8 * d}, {21 * d, 28 * d}});
  const CalendarSpec set = changed("calendars.office.closed: week 2 Mon").calendars.at(0);
  CHECK(set.open == plain.open);
  CHECK(set.closed == std::vector<CalendarSpec::Interval>{{7 * d, 8 * d}});
  CHECK(rewritten("1 working day", "2 working days").value.counted_over_min == 1200);
  CHECK(rewritten("calendars: { office: Mon-Fri 08:00-18:00 }",
                  "calendars: { office: { open: [ Mon-Fri 08:00-16:00 ] } }")
            .value.counted_over_min == 480);
}

TEST_CASE("Closing, orders, set-up and several at once are words of a resource", "[scenario]") {
  const ResourceSpec plain = unchanged().resources.at(0);
  CHECK(plain.at_closing == AtClosing::as_usual);
  CHECK(plain.at_once == 1);
  CHECK(plain.set_up_min == 0);
  const ResourceSpec desk = rewritten("desk: { capacity: 4,", "desk: { capacity: 4, at_closing: "
                                                              "pause, queue: longest_wait, "
                                                              "set_up: 2 min, at_once: 3,")
                                .resources.at(0);
  CHECK(desk.at_closing == AtClosing::pause);
  CHECK(desk.queue == QueueOrder::longest_wait);
  CHECK(desk.set_up_min == 2);
  CHECK(desk.at_once == 3);
  const ResourceSpec set = changed("resources.desk.at_closing: finish\n"
                                   "resources.desk.queue: last_come\n"
                                   "resources.desk.set_up: 90 s\n"
                                   "resources.desk.at_once: 2")
                               .resources.at(0);
  CHECK(set.at_closing == AtClosing::finish);
  CHECK(set.queue == QueueOrder::last_come);
  CHECK(set.set_up_min == 1.5);
  CHECK(set.at_once == 2);
}

TEST_CASE("A calendar that never opens is refused", "[scenario]") {
  const std::string hours = "office: Mon-Fri 08:00-18:00";
  CHECK(errors_of(hours, "office: []").find("never opens") != std::string::npos);
  CHECK(errors_of(hours, "office: { open: [], closed: week 2 }").find("never opens") !=
        std::string::npos);
}

TEST_CASE("Any of several, or all of them", "[scenario]") {
  const WorkSpec any = *with_needs("needs: { any_of: [ counter, desk ] }").touchpoints[0].needs;
  CHECK(any.any_of);
  CHECK(any.resource == 1);
  CHECK(any.others == std::vector<WorkSpec::Other>{{0, 1}});
  const WorkSpec all = *with_needs("needs: { desk: 2, counter: 1 }").touchpoints[0].needs;
  CHECK_FALSE(all.any_of);
  CHECK(all.units == 2);
  CHECK(all.others == std::vector<WorkSpec::Other>{{1, 1}});
  const std::string job = "behind: { desk: 1, takes: { median: 5 min, p90: 12 min } }";
  const WorkSpec behind =
      *rewritten(job, "behind: { any_of: [ desk ], takes: 5 min }").touchpoints[1].behind;
  CHECK(behind.any_of);
  CHECK(behind.resource == 0);
  CHECK(with_needs("needs: { any_of: [ desk ] }").touchpoints[0].needs->others.empty());
  const WorkSpec both =
      *with_needs("behind: { desk: 2, counter: 1, takes: 5 min }", job).touchpoints[1].behind;
  CHECK_FALSE(both.any_of);
  CHECK(both.units == 2);
  CHECK(both.others == std::vector<WorkSpec::Other>{{1, 1}});
}

TEST_CASE("What cannot be shared is refused", "[scenario]") {
  const std::string needs = "needs: { desk: 1 }";
  CHECK(errors_of(needs, "needs: { any_of: [ desk, desk ] }").find("twice") != std::string::npos);
  CHECK(errors_of(needs, "needs: { any_of: [ counter ] }").find("counter") != std::string::npos);
  CHECK(errors_of(needs, "needs: { any_of: [ desk ], desk: 1 }").find("any_of and more") !=
        std::string::npos);
  CHECK(errors_of(needs, "needs: { any_of: [] }").find("names no resource") != std::string::npos);
  CHECK(errors_of(needs, "needs: { desk: 5 }").find("which has 4") != std::string::npos);
}
