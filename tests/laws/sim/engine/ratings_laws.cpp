// SPDX-License-Identifier: Apache-2.0
#include "models/luck/stream.hpp"
#include "sim/engine/watch.hpp"
#include "tests/unit/sim/engine/social.hpp"

// Ratings: nothing where nobody heeds them, exact where everybody rates and reads, and in the
// direction of what is remembered.
namespace {

using namespace sojourn;
using namespace sojourn::social;
using Catch::Matchers::WithinAbs;

std::string journey(const std::string& arrivals, const std::string& affect,
                    const std::string& more) {
  return R"(sojourn: 1
personas:
  one: { share: 60%, biases: { peak_end: { preset: mean }, reference_dependence: {} } }
  two: { share: 40%, biases: { peak_end: { preset: mean }, loss_aversion: {} } }
arrivals: { )" +
         arrivals + R"( }
touchpoints:
  look:
    takes: 1 h
    feels: )" +
         affect + R"(
    decides: person
    then: [ { to: done, share: 60% }, { to: left, share: rest } ]
exits: { done: { outcome: served }, left: { outcome: lost } }
experiment: { horizon: 2 weeks, seed: 5 }
)" + more;
}

const std::string by_rate = "rate: 2 per hour";

std::string ratings(const std::string& words) { return "ratings: { " + words + " }\n"; }

Tally tally_of(const std::string& text) {
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  return simulate(compile(scenario, scenario), 0, nullptr);
}

/// The n-th person of the list: their journey as it was lived.
JourneyTrace trace_of(const std::string& text, std::size_t n) {
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario);
  return trace_journey(plan, 0, rows_of(text).at(n).agent);
}

} // namespace

TEST_CASE("Ratings that nobody leaves, reads or heeds change no bit") {
  const std::string feels = "{ mean: 1, spread: 2 }";
  const auto plain = rows_of(journey(by_rate, feels, ""));
  CHECK(plain.size() > 500);
  CHECK(rows_of(journey(by_rate, feels, ratings("weight: 0, expectation: 0"))) == plain);
  CHECK(rows_of(journey(by_rate, feels, ratings("leaves: 0%, comes_from: 5"))) == plain);
  CHECK(rows_of(journey(by_rate, feels, ratings("read_by: 0%, comes_from: 5"))) == plain);
  CHECK_FALSE(rows_of(journey(by_rate, feels, ratings("leaves: 50%"))) == plain);
}

TEST_CASE("What is read is the mean of what was left before, to the last star") {
  // 2.5 points are four stars; each takes an hour.
  const std::string list = "list: [ week 1 Mon 01:00, week 1 Mon 02:30, week 1 Mon 04:00 ]";
  const std::string all = "leaves: 100%, read_by: 100%, weight: 0";
  const std::string text = journey(list, "2.5", ratings(all));
  CHECK(trace_of(text, 0).ratings == 0);
  const JourneyTrace second = trace_of(text, 1);
  CHECK(second.ratings == 1);
  CHECK(second.stars == 4.0F);
  // Four stars are half of the best: an expectation of 0.2 x 0.5 x 5 above the usual.
  CHECK_THAT(second.visits.at(0).expectation_quality, WithinAbs(0.5, 1e-6));
  CHECK(trace_of(text, 2).ratings == 2);
  CHECK(trace_of(journey(list, "2.5", ratings(all + ", last: 1")), 2).ratings == 1);
}

TEST_CASE("Who reads too few stars stays at home") {
  const std::string list = "list: [ week 1 Mon 01:00, week 1 Mon 01:30, week 1 Mon 04:00, "
                           "week 1 Tue 04:00 ]";
  const std::string all = "leaves: 100%, read_by: 100%, weight: 0, expectation: 0";
  const auto came = [&](const std::string& from) {
    return rows_of(journey(list, "-2.5", ratings(all + ", comes_from: " + from))).size();
  };
  CHECK(came("2") == 4);   // two stars are enough
  CHECK(came("2.1") == 2); // the second came before anything was to be read
  const Tally tally = tally_of(journey(list, "-2.5", ratings(all + ", comes_from: 2.1")));
  std::int64_t readers = 0, away = 0, stars = 0;
  for (const PersonaTally& people : tally.personas) {
    readers += people.readers;
    away += people.stayed_away;
    stars += people.stars_read;
  }
  CHECK(readers == 2);
  CHECK(away == 2);
  CHECK(stars == to_fixed(4));
}

TEST_CASE("Good service is rated better, and more people come") {
  const std::string words =
      "leaves: 30%, read_by: 80%, last: 20, comes_from: { normal: { mean: 3, sd: 1 } }";
  std::size_t before = 0;
  for (const char* affect : {"-3", "0", "3"}) {
    const std::size_t now = rows_of(journey(by_rate, affect, ratings(words))).size();
    CHECK(now > before + 50);
    before = now;
  }
}

TEST_CASE("Fewer stars asked for take nobody away") {
  // What is shown does not depend on who comes: everybody remembers the same.
  const auto came = [](const std::string& from) {
    return rows_of(journey(by_rate, "0",
                           ratings("leaves: 100%, weight: 0, expectation: 0, "
                                   "comes_from: { normal: { mean: " +
                                   from + ", sd: 0.5 } }")));
  };
  const auto picky = came("3.4"), easy = came("2.8");
  CHECK(picky.size() + 50 < easy.size());
  std::size_t at = 0;
  for (const JourneyRow& row : picky) {
    while (at < easy.size() && easy[at].agent < row.agent) {
      ++at;
    }
    REQUIRE(at < easy.size());
    CHECK(easy[at].agent == row.agent);
  }
}

TEST_CASE("Bad ratings make people give up sooner, and are outlived by what they live") {
  const auto left = [](const std::string& affect, const std::string& words) {
    return mean(rows_of(journey(by_rate, affect, words)),
                [](const JourneyRow& row) { return row.exit == 1 ? 1.0 : 0.0; });
  };
  const std::string heeded =
      ratings("leaves: 50%, read_by: 100%, weight: 2, trust: 1, expectation: 0");
  CHECK(left("-3", heeded) > left("-3", "") + 0.05);
  CHECK(left("3", heeded) < left("3", "") - 0.05);
}
