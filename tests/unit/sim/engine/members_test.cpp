// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "sim/engine/service.hpp"
#include "sim/engine/watch.hpp"
#include "tests/unit/sim/engine/one_person.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

// Members: people who come again and again. Times were worked out by hand.
using namespace sojourn;
using namespace sojourn::build;

namespace {

class MemberRows final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

/// So many members who come again `weeks` after ten minutes that feel like `feels`.
Scenario club(int members, double weeks, double feels = 0) {
  Scenario scenario = desk(0, Distribution::constant(10), 1);
  scenario.resources[0].unlimited = true;
  scenario.arrivals.rate.clear();
  scenario.arrivals.members = members;
  scenario.arrivals.returns = Distribution::constant(weeks * 7 * 24 * 60);
  scenario.touchpoints[0].feels.mean = feels;
  scenario.experiment.horizon = 9 * ticks_per_week;
  scenario.experiment.warm_up = 0;
  return scenario;
}

std::vector<JourneyRow> rows_of_club(const Scenario& scenario) {
  MemberRows rows;
  (void)simulate(plan_of(scenario), 0, &rows);
  return rows.rows;
}

constexpr std::uint32_t first_member = member_layer << layer_shift;

std::uint32_t member_of(const JourneyRow& row) { return (row.agent - first_member) >> 8; }
std::uint32_t ordinal_of(const JourneyRow& row) { return row.agent & 0xff; }

} // namespace

TEST_CASE("A member comes again a while after the end of a journey") {
  const std::vector<JourneyRow> rows = rows_of_club(club(3, 2));
  std::uint32_t again = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    REQUIRE(rows[i].duration == 10 * minute);
    if (ordinal_of(rows[i]) == 0) {
      CHECK(rows[i].arrival < 2 * ticks_per_week);
      continue;
    }
    REQUIRE(member_of(rows[i]) == member_of(rows[i - 1])); // in the order of numbers
    REQUIRE(ordinal_of(rows[i]) == ordinal_of(rows[i - 1]) + 1);
    CHECK(rows[i].arrival == rows[i - 1].arrival + 10 * minute + 2 * ticks_per_week);
    ++again;
  }
  CHECK(again >= 3 * 3);
  CHECK(again <= 3 * 4);
}

TEST_CASE("Members come in their hours, as often as round the clock") {
  Scenario scenario = club(400, 2);
  scenario.arrivals.returns = Distribution::exponential(5 * 24 * 60);
  const auto round_the_clock = static_cast<double>(rows_of_club(scenario).size());
  scenario.calendars.push_back({"day", {}, false, {}});
  for (Ticks day = 0; day < 5; ++day) { // Monday to Friday, 08:00 to 20:00
    scenario.calendars.back().open.push_back(
        {(24 * day + 8) * ticks_per_hour, (24 * day + 20) * ticks_per_hour});
  }
  scenario.arrivals.returns_open = static_cast<int>(scenario.calendars.size()) - 1;
  const std::vector<JourneyRow> rows = rows_of_club(scenario);
  for (const JourneyRow& row : rows) {
    const Ticks in_week = row.arrival % ticks_per_week;
    REQUIRE(in_week < 5 * 24 * ticks_per_hour);
    REQUIRE(in_week % (24 * ticks_per_hour) >= 8 * ticks_per_hour);
    REQUIRE(in_week % (24 * ticks_per_hour) <= 20 * ticks_per_hour);
  }
  // 400 members for 9 weeks, 12.6 journeys each: a standard error of 70, and the last weekend has
  // nobody.
  CHECK(std::abs(static_cast<double>(rows.size()) - round_the_clock) < 0.06 * round_the_clock);
}

TEST_CASE("Whoever went to a competitor does not come again") {
  Scenario scenario = club(5, 1);
  scenario.exits[0].outcome = Outcome::competitor;
  CHECK(rows_of_club(scenario).size() == 5);
  scenario.exits[0].outcome = Outcome::lost;
  CHECK(rows_of_club(scenario).size() > 35);
}

TEST_CASE("Trust goes on where it was: two journeys are as one of two visits") {
  Scenario twice = club(1, 1, -2);
  switch_on(twice, Parameter::trust_strength, 1);
  Scenario once = twice;
  TouchpointSpec again = once.touchpoints[0];
  again.id = again.name = "again";
  once.touchpoints[0].rows = {to(1, 1)};
  once.touchpoints.push_back(again);
  const std::vector<JourneyRow> rows = rows_of_club(twice);
  REQUIRE(rows.size() > 5);
  CHECK(rows[1].trust < rows[0].trust);
  CHECK(rows[1].trust == rows_of_club(once)[0].trust);
  CHECK(rows[2].trust < rows[1].trust);
}

TEST_CASE("What is remembered of a journey is where the memory of the next begins") {
  Scenario scenario = club(1, 1, -2);
  switch_on(scenario, Parameter::peak_end_strength, 1);
  switch_on(scenario, Parameter::peak_end_begin, .25);
  scenario.personas[0].mood_on_arrival = Distribution::constant(3);
  const std::vector<JourneyRow> rows = rows_of_club(scenario);
  REQUIRE(rows.size() > 3);
  const auto remembered = [&](std::size_t i) { return static_cast<double>(rows[i].remembered); };
  CHECK_THAT(remembered(1) - remembered(0),
             Catch::Matchers::WithinAbs(.25 * (remembered(0) - 3), 1e-5));
  CHECK_THAT(remembered(2) - remembered(1),
             Catch::Matchers::WithinAbs(.25 * (remembered(1) - remembered(0)), 1e-5));
  CHECK(rows[0].experienced == -2);
  CHECK(rows[2].experienced == -2);
}

TEST_CASE("A member stays who they are, journey by journey, whatever the others do") {
  Scenario scenario = club(40, 1);
  scenario.personas = {somebody("one"), somebody("two")};
  Scenario more = scenario;
  more.arrivals.rate = steady(5).rate;
  more.resources[0].unlimited = false;
  std::set<int> personas;
  std::vector<int> persona_of(40, -1);
  const std::vector<JourneyRow> rows = rows_of_club(scenario);
  for (const JourneyRow& row : rows) {
    int& known = persona_of[member_of(row)];
    CHECK((known == -1 || known == row.persona));
    known = row.persona;
    personas.insert(known);
  }
  CHECK(personas.size() == 2);
  MemberRows others;
  (void)simulate(compile(more, scenario), 0, &others);
  for (const JourneyRow& row : rows) {
    const auto same = std::find_if(others.rows.begin(), others.rows.end(),
                                   [&](const JourneyRow& each) { return each.agent == row.agent; });
    if (ordinal_of(row) == 0) {
      REQUIRE(same != others.rows.end());
      CHECK(same->arrival == row.arrival);
      CHECK(same->persona == row.persona);
    }
  }
  CHECK(others.rows.size() > rows.size() + 5'000);
}

TEST_CASE("Later journeys may start elsewhere, and only a share of members comes again") {
  Scenario scenario = club(400, 1);
  TouchpointSpec claim = touchpoint("claim", Distribution::constant(5));
  claim.rows = {leave(0, 1)};
  scenario.touchpoints.push_back(claim);
  const std::vector<JourneyRow> as_ever = rows_of_club(scenario);
  scenario.arrivals.returns_at = {{1, 1.0}};
  for (const JourneyRow& row : rows_of_club(scenario)) {
    REQUIRE(row.start == (ordinal_of(row) == 0 ? 0 : 1));
  }
  scenario.arrivals.returns_at.clear();
  scenario.arrivals.returns_share = 0;
  CHECK(rows_of_club(scenario).size() == 400);
  scenario.arrivals.returns_share = 0.5;
  std::vector<int> nth(3);
  for (const JourneyRow& row : rows_of_club(scenario)) {
    nth[std::min<std::size_t>(2, ordinal_of(row))] += 1;
  }
  CHECK(std::abs(nth[1] - 200) < 40); // four standard errors
  CHECK(nth[2] < 250);                // a quarter, an eighth, ...
  CHECK(as_ever.size() > 3000);
}
