// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <cmath>

// What visits and endings bring besides money and experience, counted by hand.
using namespace sojourn;
using Catch::Matchers::WithinAbs;

namespace {

/// Ten members, each a journey of two visits and one end; nobody hears or wants anything.
std::string club(const std::string& indicators, const std::string& goes = "100%") {
  return R"(sojourn: 1
personas: { ann: { share: 100%, role: sponsor } }
arrivals: { population: 10, returns: { every: 1 week } }
touchpoints:
  ride: { takes: 10 min, then: [ { to: pay } ] }
  pay: { then: [ { to: done, share: )" +
         goes + R"( }, { to: left, share: rest } ] }
exits: { done: { outcome: served }, left: { outcome: lost } }
survey: {}
renewal: { experience: 0, outcome: 0, risk: 0 }
indicators:
)" + indicators +
         "experiment: { horizon: 9 weeks, warm_up: 1 week, replications: 2, seed: 3 }\n";
}

double level(const asked::Asked& run, std::string_view id) {
  return run.record.ratio(0, 0, find_measure(run.runnable.measures, id).value(), 0).value();
}

double logit(double p) { return std::log(p / (1 - p)); }

} // namespace

TEST_CASE("An indicator is what each visit and each end brings, a week") {
  const auto run = asked::ask(club("  saved: { unit: kg, counts: { ride: 6 } }\n"
                                   "  free: { counts: { ride: 1, done: 0.5, left: -2 } }\n"));
  // Ten members a week, less the ten minutes by which each journey comes later.
  CHECK_THAT(level(*run, "saved"), WithinAbs(60, 1.0));
  CHECK_THAT(level(*run, "free"), WithinAbs(level(*run, "saved") / 6 * 1.5, 1e-9));
  const auto& info = run->runnable.measures[*find_measure(run->runnable.measures, "saved")].info;
  CHECK(info.unit == "kg a week");
  CHECK(info.label == "Saved");
  const auto lost =
      asked::ask(club("  free: { counts: { ride: 1, done: 0.5, left: -2 } }\n", "0%"));
  CHECK_THAT(level(*lost, "free"), WithinAbs(-level(*run, "saved") / 6, 1e-9));
}

TEST_CASE("A goal speaks for going on by how far it is reached, up to twice") {
  const auto odds = [](const std::string& more) {
    const auto run = asked::ask(club("  saved: { counts: { ride: 6 }" + more + " }\n"));
    return logit(level(*run, "renewal"));
  };
  CHECK_THAT(odds(""), WithinAbs(0, 1e-9));
  const auto run = asked::ask(club("  saved: { counts: { ride: 6 } }\n"));
  const double reached = level(*run, "saved") / 80;
  CHECK_THAT(odds(", goal: 80"), WithinAbs(reached - 1, 1e-6));
  CHECK_THAT(odds(", goal: 80, weight: 3"), WithinAbs(3 * (reached - 1), 1e-6));
  CHECK_THAT(odds(", goal: 2"), WithinAbs(1, 1e-6)); // thirty times as much: no more than twice
  CHECK(odds_of_goal(2, 10, 10) == 0);
  CHECK(odds_of_goal(2, 10, -5) == -2);
}

TEST_CASE("An indicator may drive value, stop a run, and be changed by a variant") {
  const std::string text = club("  saved: { counts: { ride: 6 } }\n");
  const Loaded loaded = load_scenario_text(
      text + "drivers: { objectives: [ saved, renewal ] }\n"
             "variants: { v: { change: { indicators.saved.counts.ride: { times: 2 } } } }\n",
      "s.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  CHECK(loaded.arms[1].scenario.indicators[0].counts[0].second == 12);
  const Loaded until = load_scenario_text(
      text.substr(0, text.find("replications")) +
          "replications: { at_least: 2, at_most: 5, until: { saved: ±1.5 } } }\n",
      "s.yaml");
  INFO((until.problems.empty() ? "" : until.problems.front().message));
  CHECK(until.ok());
}
