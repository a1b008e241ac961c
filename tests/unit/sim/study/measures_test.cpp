// SPDX-License-Identifier: Apache-2.0
#include "sim/study/measures.hpp"

#include "tests/unit/sim/engine/build.hpp"
#include "tests/unit/sim/study/fake_engine.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace sojourn;
using Catch::Matchers::WithinRel;

namespace {

const Measure& called(const std::vector<Measure>& measures, std::string_view id) {
  return measures.at(find_measure(measures, id).value());
}

double value(const std::vector<Measure>& measures, std::string_view id, const Tally& tally,
             const Books& books, std::size_t group = 0) {
  const auto groups = groups_of(tally);
  return read(called(measures, id), tally, groups[group], group == 0, books).value();
}

JourneyRow journey(std::int32_t persona, std::int32_t exit, float remembered) {
  JourneyRow row;
  row.persona = persona;
  row.exit = exit;
  row.n_visits = 3;
  row.remembered = remembered;
  row.duration = 6 * ticks_per_minute;
  row.booked = to_fixed(10);
  row.agreement_of = 1;
  row.agreement_met = remembered > 0 ? 1 : 0;
  return row;
}

} // namespace

TEST_CASE("the measure table is whole, in order and names nothing twice") {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < n_measure_kinds; ++i) {
    const MeasureDefinition& row = measure_definitions[i];
    CHECK(static_cast<std::size_t>(row.kind) == i);
    if (row.kind != MeasureKind::agreement && row.kind != MeasureKind::watermelon &&
        row.kind != MeasureKind::indicator) {
      CHECK(ids.insert(row.id).second);
      CHECK(!row.label.empty());
      CHECK(!row.about.empty());
    }
    CHECK((row.better >= -1 && row.better <= 1));
  }
}

TEST_CASE("agreements and watermelons bear the names that were written") {
  Scenario scenario = fake::scenario();
  scenario.agreements = {
      {"chat_fast", "Chat answered in two minutes", false, AgreementMeasure::time_from_to, 0, 0,
       true, 2, 0.8},
      {"fine_memory", "", true, AgreementMeasure::remembered_experience, -1, -1, false, 0, 0.75}};
  const auto measures = measures_of({ArmSpec{"baseline", "", "", {}, scenario}});
  CHECK(called(measures, "chat_fast").info.label == "Chat answered in two minutes");
  CHECK(called(measures, "fine_memory").info.label == "Fine memory");
  CHECK(called(measures, "watermelon_chat_fast_fine_memory").info.label ==
        "Chat answered in two minutes, but not Fine memory");
}

TEST_CASE("less time is better only where everybody ends served, in all designs") {
  Scenario all = fake::scenario();
  all.exits = {build::way_out("done", Outcome::served)};
  Scenario some = all;
  some.exits.push_back(build::way_out("gone", Outcome::lost));
  const auto better = [](const Scenario& baseline, const Scenario& variant) {
    return called(measures_of({ArmSpec{"baseline", "", "", {}, baseline},
                               ArmSpec{"variant", "", "", {}, variant}}),
                  "time_in_system")
        .info.better;
  };
  CHECK(better(all, all) == -1);
  CHECK(better(all, some) == 0);
  CHECK(better(some, all) == 0);
}

TEST_CASE("measures are ratios of one replication's totals") {
  Scenario scenario = fake::scenario();
  scenario.agreements = {
      {"kept", "", true, AgreementMeasure::remembered_experience, -1, -1, false, 0, 0.75}};
  scenario.resources = {{}};
  scenario.resources[0].cost_per_hour = 30;
  const std::vector<Measure> measures = measures_of({{"a", "", "", {}, scenario}});
  const Books books = books_of(scenario);
  Tally tally({2, 2, 2, 1, 1});
  const std::vector<Outcome> outcomes = {Outcome::served, Outcome::lost};
  for (const JourneyRow& row :
       {journey(0, 0, 1.0F), journey(0, 1, -2.0F), journey(0, 0, 3.0F), journey(0, -1, 0.5F)}) {
    tally.add_journey(row, outcomes);
  }
  tally.resources[0].open = 2 * ticks_per_hour;

  CHECK_THAT(value(measures, "remembered_experience", tally, books), WithinRel(2.0 / 3, 1e-12));
  CHECK_THAT(value(measures, "served", tally, books), WithinRel(2.0 / 3, 1e-12));
  CHECK_THAT(value(measures, "gave_up", tally, books), WithinRel(1.0 / 3, 1e-12));
  CHECK_THAT(value(measures, "censored", tally, books), WithinRel(0.25, 1e-12));
  CHECK_THAT(value(measures, "kept", tally, books), WithinRel(0.75, 1e-12));
  CHECK_THAT(value(measures, "time_in_system", tally, books), WithinRel(6.0, 1e-12));
  CHECK_THAT(value(measures, "cost", tally, books), WithinRel(60.0 / 4, 1e-12));
  CHECK_THAT(value(measures, "value", tally, books), WithinRel(10.0, 1e-12));
  CHECK_THAT(value(measures, "net_value", tally, books), WithinRel(10.0 - 15.0, 1e-12));
  CHECK_THAT(value(measures, "served", tally, books, 1), WithinRel(2.0 / 3, 1e-12));
  CHECK(std::isnan(value(measures, "served", tally, books, 2))); // nobody of that persona
  CHECK(std::isnan(value(measures, "cost", tally, books, 1)));   // staff serve everybody
}

TEST_CASE("an unlimited resource costs what it works, a limited one what it is open") {
  Scenario scenario = fake::scenario();
  scenario.resources = {{}, {}};
  scenario.resources[0].cost_per_hour = scenario.resources[1].cost_per_hour = 10;
  scenario.resources[1].unlimited = true;
  const auto measures = measures_of({{"a", "", "", {}, scenario}});
  Tally tally({2, 2, 2, 2, 0});
  tally.add_journey(journey(0, 0, 0), {Outcome::served, Outcome::lost});
  tally.resources[0] = {ticks_per_hour, 4 * ticks_per_hour, 1, 0, 0};
  tally.resources[1] = {ticks_per_hour, 4 * ticks_per_hour, 1, 0, 0};
  CHECK_THAT(value(measures, "cost", tally, books_of(scenario)), WithinRel(50.0, 1e-12));
}

TEST_CASE("a one-off cost is spread over its period and the people who come within it") {
  Scenario scenario = fake::scenario();
  scenario.arrivals.rate = {{0, ticks_per_week, 10}}; // 1680 a week
  scenario.one_off_cost = 16'800;
  scenario.one_off_spread_min = 2 * 7 * 24 * 60; // two weeks
  CHECK_THAT(books_of(scenario).one_off_per_journey, WithinRel(5.0, 1e-12));
  scenario.arrivals.rate.clear();
  CHECK(std::isnan(books_of(scenario).one_off_per_journey));
}

TEST_CASE("measures that nothing could move are left out") {
  const auto bare = measures_of({{"a", "", "", {}, fake::scenario()}});
  CHECK(!find_measure(bare, "cost"));
  CHECK(!find_measure(bare, "trust"));
  CHECK(!find_measure(bare, "one_off"));
  CHECK(!find_measure(bare, "competitor"));
  Scenario spends = fake::scenario();
  spends.one_off_cost = 1;
  CHECK(find_measure(measures_of({{"a", "", "", {}, fake::scenario()}, {"b", "", "", {}, spends}}),
                     "one_off"));
}

TEST_CASE("an agreement says itself in words") {
  Scenario scenario = fake::scenario();
  AgreementSpec agreement{"fast", "", false, AgreementMeasure::time_from_to, 0, 1, true, 240, 0.9};
  CHECK(agreement_text(scenario, agreement) ==
        "time from first to second at most 4 h for at least 90 %");
  agreement = {"well", "", true, AgreementMeasure::remembered_experience, -1, -1, false, 0.5, 0.75};
  CHECK(agreement_text(scenario, agreement) ==
        "remembered experience at least +0.5 for at least 75 %");
  agreement.threshold = -0.5;
  CHECK(agreement_text(scenario, agreement) ==
        "remembered experience at least \u22120.5 for at least 75 %");
  agreement = {"repaired", "", false, AgreementMeasure::time_from_to, 0, 1, true, 200 * 60, 0.9};
  scenario.clock = 0; // 200 hours of an office are no 8.33 days
  CHECK(agreement_text(scenario, agreement) ==
        "time from first to second at most 200 h for at least 90 %");
  scenario.clock = -1;
  CHECK(agreement_text(scenario, agreement) ==
        "time from first to second at most 8.33 days for at least 90 %");
  agreement = {"quick", "", false, AgreementMeasure::wait_at, 1, -1, true, 0.5, 0.8};
  CHECK(agreement_text(scenario, agreement) == "wait at second at most 30 s for at least 80 %");
}

TEST_CASE("What a relationship costs is spread over the people who are expected") {
  Scenario scenario = fake::scenario();
  scenario.arrivals = build::steady(2); // 336 in a week
  PersonaSpec& persona = scenario.personas.front();
  persona.relationship = RelationshipSpec{};
  persona.relationship->cost_per_week = 672;
  CHECK_THAT(books_of(scenario).relationship_per_journey, WithinRel(2.0, 1e-12));
  CHECK(relationship_per_week(scenario) == 672);
  persona.relationship->of_persona = true;
  scenario.personas.push_back(persona); // two groups, each with its own
  CHECK(relationship_per_week(scenario) == 2 * 672);
  scenario.arrivals.rate.clear();
  CHECK(std::isnan(books_of(scenario).relationship_per_journey));
}
