// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/social.hpp"

// People who were served before and help others. Times were worked out by hand.
namespace {

using namespace sojourn;
using namespace sojourn::social;

/// A desk of one and a community; each answer takes ten minutes.
std::string forum(const std::string& arrivals, const std::string& capacity) {
  return R"(sojourn: 1
arrivals: { )" +
         arrivals + R"( }
resources: { desk: { capacity: 1 }, community: { capacity: { )" +
         capacity + R"( } } }
touchpoints:
  ask: { needs: { any_of: [ community, desk ] }, takes: 10 min, feels: 1, then: [ { to: done } ] }
exits: { done: { outcome: served } }
experiment: { horizon: 2 days, seed: 5 }
)";
}

std::vector<Ticks> waits_of(const std::string& text) {
  std::vector<Ticks> waits;
  for (const JourneyRow& row : rows_of(text)) {
    waits.push_back(row.waited_front / ticks_per_minute);
  }
  return waits;
}

Tally tally_of(const std::string& text) {
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  return simulate(compile(scenario, scenario), 0, nullptr);
}

std::string list(const std::string& moments) { return "list: [ " + moments + " ]"; }
const std::string at_nine = "week 1 Mon 09:";

} // namespace

TEST_CASE("Whoever was served is a server until their time is over") {
  // 09:00 is served by the desk. At 09:10 that person begins to help, so 09:05 and 09:06 both start
  // then. At 09:20 there are three helpers, the first until 09:40, the others until 09:50.
  const std::string people = at_nine + "00, " + at_nine + "05, " + at_nine + "06, " + at_nine +
                             "25, " + at_nine + "26, " + at_nine + "27, " + at_nine + "28, " +
                             at_nine + "29";
  const std::string all = "helpers: 100%, lasts: 30 min, online: 100%";
  // 09:25 to 09:28 have three helpers and the desk; 09:29 waits for the first of them, at 09:35.
  CHECK(waits_of(forum(list(people), all)) == std::vector<Ticks>{0, 5, 4, 0, 0, 0, 0, 6});
  // Nobody helps: one after the other at the desk.
  CHECK(waits_of(forum(list(people), "helpers: 0%")) ==
        std::vector<Ticks>{0, 5, 14, 5, 14, 23, 32, 41});
}

TEST_CASE("Helpers are there for part of their time, rounded down") {
  const std::string people =
      at_nine + "00, " + at_nine + "05, " + at_nine + "06, " + at_nine + "25, " + at_nine + "26";
  // At 09:10 one helper is half a server: none. From 09:20 on two are one, for 09:06 first.
  const std::string half = "helpers: 100%, lasts: 2 h, online: 50%";
  CHECK(waits_of(forum(list(people), half)) == std::vector<Ticks>{0, 5, 14, 0, 4});
}

TEST_CASE("Open hours of a community are those of its helpers") {
  // One from 09:10 to 09:40.
  const Tally tally =
      tally_of(forum(list(at_nine + "00"), "helpers: 100%, lasts: 30 min, online: 100%"));
  CHECK(tally.resources[1].open == 30 * ticks_per_minute);
  CHECK(tally.resources[1].busy == 0);
  CHECK(tally.resources[0].open == 2 * ticks_per_day);
}

TEST_CASE("The hours of helpers are those in which they are there") {
  // From 09:10 to 10:40.
  Tally tally = tally_of(forum(list(at_nine + "00"), "helpers: 100%, lasts: 90 min, online: 100%"));
  CHECK(tally.hour(1, 8 * ticks_per_hour).open == 0);
  CHECK(tally.hour(1, 9 * ticks_per_hour).open == 50 * ticks_per_minute);
  CHECK(tally.hour(1, 10 * ticks_per_hour).open == 40 * ticks_per_minute);
  CHECK(tally.resources[1].open == 90 * ticks_per_minute);
}

TEST_CASE("Members help after so many journeys, and go on while they come") {
  const auto open_hours = [](int after) {
    return static_cast<double>(
               tally_of(forum("population: 1, returns: { every: 1 h }",
                              "helpers: 100%, lasts: 90 min, online: 100%, after: " +
                                  std::to_string(after)))
                   .resources[1]
                   .open) /
           static_cast<double>(ticks_per_hour);
  };
  // The first journey ends within 70 minutes of the begin, every other 70 minutes after the one
  // before: whoever helps never stops, and is one, however often they come.
  CHECK(open_hours(1) > 48 - 71.0 / 60);
  CHECK(open_hours(1) < 48);
  CHECK(std::abs(open_hours(1) - open_hours(3) - 2 * 70.0 / 60) < 1e-9);
}

TEST_CASE("Who never finds a helper stands in line as if there were none") {
  const std::string text = forum("rate: 4 per hour", "helpers: 0%");
  std::string alone = text;
  const std::string any = "{ any_of: [ community, desk ] }";
  alone.replace(alone.find(any), any.size(), "{ desk: 1 }");
  CHECK(rows_of(text) == rows_of(alone));
}

TEST_CASE("The more people help, the less everybody waits") {
  double before = 1e9;
  for (const char* share : {"0%", "1%", "5%"}) {
    const auto rows = rows_of(forum("rate: 5 per hour", std::string("helpers: ") + share +
                                                            ", lasts: 1 day, online: 100%"));
    const double waited = mean(rows, [](const JourneyRow& row) { return row.waited_front; });
    CHECK(waited < before);
    before = waited;
  }
}
