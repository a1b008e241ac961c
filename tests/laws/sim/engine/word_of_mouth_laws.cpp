// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/service.hpp"
#include "tests/unit/sim/engine/social.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

// What people tell others: nothing where it is off, the same for any way to run it, and in the
// direction of its valence.
namespace {

using namespace sojourn;
using namespace sojourn::social;

std::string journey(const std::string& affect, const std::string& more) {
  return R"(sojourn: 1
personas:
  one: { share: 50%, mood_on_arrival: 0, biases: { patience: {}, loss_aversion: {} } }
  two: { share: 50%, biases: { reference_dependence: {}, peak_end: {} } }
arrivals: { rate: 2 per hour }
touchpoints:
  look:
    takes: { exponential: 1 h }
    feels: { mean: )" +
         affect + R"(, spread: 0.5 }
    decides: person
    then: [ { to: stay, share: 60% }, { to: left, share: rest } ]
  stay: { takes: 30 min, feels: { mean: )" +
         affect + R"( }, then: [ { to: done } ] }
exits: { done: { outcome: served }, left: { outcome: lost } }
experiment: { horizon: 2 weeks, warm_up: 2 days, seed: 5 }
)" + more;
}

double left(const JourneyRow& row) { return row.exit == 1 ? 1 : 0; }

std::string word(const std::string& words) { return "word_of_mouth: { " + words + " }\n"; }

} // namespace

TEST_CASE("Who tells nothing, or whom nobody heeds, changes no bit") {
  const auto plain = rows_of(journey("0.5", ""));
  CHECK(rows_of(journey("0.5", word("talks: 0 per week, good: 0 per week, bad: 0 per week"))) ==
        plain);
  CHECK(rows_of(journey("0.5", word("talks: 5 per week, comes: 0%, weight: 0, expectation: 0"))) ==
        plain);
  CHECK(rows_of(journey("0.5", word("talks: 5 per week, lasts: 0 s"))) == plain);
  CHECK(plain.size() > 400);
}

TEST_CASE("Those who come by themselves are the same people at the same moments") {
  const auto plain = rows_of(journey("1", ""));
  const auto told =
      rows_of(journey("1", word("talks: 2 per week, comes: 30%, weight: 0, expectation: 0")));
  CHECK(told.size() > plain.size() + 50);
  std::vector<JourneyRow> alone;
  std::set<std::uint32_t> numbers;
  for (const JourneyRow& row : told) {
    CHECK(numbers.insert(row.agent).second);
    CHECK(row.told == (row.agent >> layer_shift == 15));
    if (!row.told) {
      alone.push_back(row);
    }
  }
  CHECK(alone == plain);
}

TEST_CASE("People told of it are addressed by whom they heard it from") {
  // A lower chance to come takes some of the same people, and brings nobody else first.
  const auto few =
      rows_of(journey("1", word("talks: 2 per week, comes: 5%, weight: 0, expectation: 0")));
  const auto many =
      rows_of(journey("1", word("talks: 2 per week, comes: 30%, weight: 0, expectation: 0")));
  std::set<std::uint32_t> numbers;
  for (const JourneyRow& row : many) {
    numbers.insert(row.agent);
  }
  CHECK(std::all_of(few.begin(), few.end(),
                    [&](const JourneyRow& row) { return numbers.count(row.agent) > 0; }));
  CHECK(few.size() < many.size());
}

TEST_CASE("Good words bring more people than bad ones, and the more people talk") {
  const std::string words = word("talks: 3 per week, good: 0 per week, bad: 0 per week, "
                                 "comes: 20%, weight: 3, trust: 1, expectation: 0");
  const auto happy = rows_of(journey("3", words));
  const auto sad = rows_of(journey("-3", words));
  const auto told = [](const JourneyRow& row) { return row.told; };
  CHECK(count_if(happy, told) > 2 * count_if(sad, told));
  const std::string loud = word("talks: 0 per week, good: 1 per week, bad: 2 per week, "
                                "comes: 20%, weight: 0, expectation: 0");
  CHECK(count_if(rows_of(journey("-3", loud)), told) > count_if(rows_of(journey("3", loud)), told));
}

TEST_CASE("A bad word makes people give up sooner, a good one later") {
  const auto share = [](const std::string& affect, const std::string& words) {
    const auto rows = rows_of(journey(affect, words));
    return mean(rows, left);
  };
  const std::string heeded =
      word("talks: 5 per week, comes: 0%, weight: 2, trust: 1, expectation: 0");
  CHECK(share("-2", heeded) > share("-2", "") + 0.03);
  CHECK(share("2", heeded) < share("2", "") - 0.03);
}

TEST_CASE("Praise raises expectations, and what is felt against them falls") {
  const std::string praised = word("talks: 5 per week, comes: 0%, weight: 0, expectation: 0.5");
  const auto felt = [](const std::vector<JourneyRow>& rows) {
    return mean(rows, [](const JourneyRow& row) { return row.experienced; });
  };
  CHECK(felt(rows_of(journey("2", praised))) < felt(rows_of(journey("2", ""))) - 0.1);
  CHECK(felt(rows_of(journey("-2", praised))) > felt(rows_of(journey("-2", ""))) + 0.1);
}

TEST_CASE("Nobody of a population comes twice") {
  const auto rows =
      rows_of(journey("2", word("talks: 5 per week, comes: 100%, population: 500, lasts: 1 year")));
  CHECK(rows.size() <= 500);
  CHECK(rows.size() > 250); // some came before the warm-up ended
}

TEST_CASE("Other people's words do not need a line: with all of it off both engines agree") {
  const Loaded loaded =
      load_scenario_text(journey("0.5", word("talks: 3 per week, comes: 10%")), "s.yaml");
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario);
  CHECK(plan.contended); // people meet: the service engine's
  KeptRows once, again;
  const Tally tally = simulate_service(plan, 3, &once);
  CHECK(simulate_service(plan, 3, &again) == tally);
  CHECK(once.rows == again.rows);
  std::int64_t told = 0;
  for (const PersonaTally& people : tally.personas) {
    told += people.told;
  }
  CHECK(static_cast<double>(told) ==
        count_if(once.rows, [](const JourneyRow& row) { return row.told; }));
}
