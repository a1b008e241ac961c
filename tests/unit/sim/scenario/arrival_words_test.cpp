// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/week.hpp"
#include "tests/laws/sim/scenario/small.hpp"

// The words of arrivals beyond a rate: lists, growth, groups.
using namespace sojourn;
using namespace scenario_test;

namespace {

const std::string rates =
    "arrivals: { rate: { Mon-Fri 08:00-12:00: 9 per hour, Mon-Fri 12:00-18:00: 6 per hour } }";

} // namespace

TEST_CASE("A moment is of every week or of one", "[scenario]") {
  const auto moment = [](std::string_view text) {
    const auto read = read_moment(text);
    REQUIRE(std::holds_alternative<WeekMoment>(read));
    return std::get<WeekMoment>(read);
  };
  CHECK(moment("Mon 09:00").at == 9 * ticks_per_hour);
  CHECK(moment("Mon 09:00").weekly);
  CHECK(moment("week 2 Tue 10:30").at == 8 * ticks_per_day + 21 * ticks_per_hour / 2);
  CHECK_FALSE(moment("week 1 Tue 10:30").weekly);
  for (const char* text : {"", "Mon", "09:00", "Mon 24:00", "Mon-Fri 09:00", "week 2",
                           "week 0 Mon "
                           "09:00"}) {
    INFO(text);
    CHECK(std::holds_alternative<Refusal>(read_moment(text)));
  }
}

TEST_CASE("Lists, growth and groups are read, and set like everything else", "[scenario]") {
  const ArrivalSpec plain = unchanged().arrivals;
  CHECK(plain.list.empty());
  CHECK(plain.growth == 0);
  CHECK(plain.group_mean == 1);
  const ArrivalSpec written =
      rewritten(rates, "arrivals: { rate: 9 per hour, list: [ Mon 09:00, week 2 Tue 10:00 ], "
                       "growth: 5% per year, batch: 3 }")
          .arrivals;
  REQUIRE(written.list.size() == 2);
  CHECK(written.list[0].weekly);
  CHECK(written.list[1].at == 8 * ticks_per_day + 10 * ticks_per_hour);
  CHECK(written.growth == .05);
  CHECK(written.growth_over_min == 365 * 24 * 60);
  CHECK(written.group_mean == 3);
  CHECK_FALSE(written.group_varies);
  const ArrivalSpec set = changed("arrivals.growth: -2% per week\n"
                                  "arrivals.batch: { mean: 2.5 }\n"
                                  "arrivals.list: [ Sun 23:59 ]")
                              .arrivals;
  CHECK(set.growth == -.02);
  CHECK(set.growth_over_min == 7 * 24 * 60);
  CHECK(set.group_mean == 2.5);
  CHECK(set.group_varies);
  CHECK(set.list.size() == 1);
}

TEST_CASE("A list is enough for a queue", "[scenario]") {
  CHECK(rewritten(rates, "arrivals: { list: [ Mon 09:00 ] }").arrivals.rate.empty());
}

TEST_CASE("Members come again, and need to know when", "[scenario]") {
  const ArrivalSpec members =
      rewritten(rates,
                "arrivals: { population: 500, returns: { every: { exponential: 2 weeks } } }")
          .arrivals;
  CHECK(members.members == 500);
  CHECK(members.returns == Distribution::exponential(2 * 7 * 24 * 60));
  CHECK(members.rate.empty());
  CHECK(changed("arrivals.population: 10\narrivals.returns.every: 3 days").arrivals.returns ==
        Distribution::constant(3 * 24 * 60));
  std::string text = small;
  text.replace(text.find(rates), rates.size(), "arrivals: { population: 500 }");
  const Loaded loaded = load_scenario_text(text, "small.yaml", {});
  CHECK_FALSE(loaded.ok());
  CHECK(rendered(loaded).find("need each other") != std::string::npos);
}
