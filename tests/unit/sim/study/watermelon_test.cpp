// SPDX-License-Identifier: Apache-2.0
#include "sim/study/reasons.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;

namespace {

/// The work is always in time; half of the people wait in silence, which only they count.
const std::string silent = R"(sojourn: 1
touchpoints:
  ask:
    feels: 1
    then: [ { to: wait, share: 50% }, { to: solved, share: rest } ]
  wait:
    behind: { desk: 1, takes: 3 h }
    feels: { silence: -2 per h }
    then: [ { to: solved } ]
  solved: { channel: phone, feels: 1, then: [ { to: done } ] }
exits: { done: { outcome: served } }
resources: { desk: { capacity: unlimited } }
agreements:
  in_time: { kind: SLA, measure: { time_from: solved, to: solved }, target: { at_most: 4 h } }
  remembered: { kind: XLA, measure: remembered_experience, target: { at_least: 0.5, for_at_least: 90% } }
experiment: { replications: 6, journeys: 2000, seed: 5, studies: [ watermelon, paradox ] }
)";

} // namespace

TEST_CASE("Green outside, red inside: half of the journeys, all of it by waits nobody measures") {
  const auto run = asked::ask(silent);
  const output::Finding* index =
      run->find("watermelon", "in_time, remembered", "watermelon_in_time_remembered");
  REQUIRE(index != nullptr);
  CHECK_THAT(index->estimate, WithinAbs(0.5, 0.02));
  const output::Finding* waits =
      run->find("made by", "waits that no SLA measures", "watermelon_in_time_remembered");
  REQUIRE(waits != nullptr);
  CHECK_THAT(waits->estimate, WithinAbs(index->estimate, 1e-12));
  const output::Finding* periods = run->find("red periods", "in_time, remembered", "");
  REQUIRE(periods != nullptr);
  CHECK(periods->estimate == 1);
  CHECK(periods->note == "6 of 6 replications are green outside");
}

TEST_CASE("The pair with the most watermelons is the headline, by name") {
  std::string text = silent;
  const std::string at = "agreements:\n";
  text.insert(text.find(at) + at.size(),
              "  never: { kind: SLA, measure: { time_from: wait, to: solved }, target: { at_most: "
              "1 h } }\n");
  text.insert(text.find("kind: SLA, measure: { time_from: solved"), "name: Solved at once, ");
  CHECK(asked::ask(text)->result.studies.front().reading.rfind(
            "Of the journeys that keep “Solved at once”, ", 0) == 0);
}

TEST_CASE("Liked touchpoints, disliked journeys: the moment that nobody asks about") {
  const auto run = asked::ask(silent);
  const output::Finding* asked = run->find("content", "moments that people are asked about", "");
  const output::Finding* journeys = run->find("content", "journeys as remembered", "");
  const output::Finding* unasked = run->find("made by", "moments nobody asks about", "");
  REQUIRE((asked != nullptr && journeys != nullptr && unasked != nullptr));
  CHECK(asked->estimate == 100);
  CHECK(asked->unit == "%"); // as the reading says it
  CHECK_THAT(journeys->estimate, WithinAbs(50, 2));
  CHECK_THAT(unasked->estimate, WithinAbs(50, 2));
  CHECK(run->find("felt", "open", "")->estimate == 1);
  CHECK(run->find("felt", "blind", "")->estimate == 0);
}

TEST_CASE("Johari's panes are as the touchpoints are seen") {
  std::string text = silent;
  text.replace(text.find("behind:"), 7, "seen_by: person\n    behind:");
  const auto run = asked::ask(text);
  // |affect| of a journey: 1, half of the time 2 x (3 h - 20 min of grace), cut to 5; then 1.
  CHECK_THAT(run->find("felt", "blind", "")->estimate, WithinAbs(2.5 / 4.5, 0.02));
  CHECK_THAT(run->find("felt", "open", "")->estimate, WithinAbs(2.0 / 4.5, 0.02));
}

TEST_CASE("The sources of a journey are what it has") {
  const Loaded loaded = load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  REQUIRE(loaded.ok());
  std::vector<std::string> names;
  for (const Reason& reason : reasons_of(loaded.arms.front().scenario, *loaded.patcher)) {
    names.push_back(reason.name);
    CHECK(std::holds_alternative<Scenario>(loaded.patcher->patched(0, reason.lines)));
  }
  CHECK(names == std::vector<std::string>{"waits that an SLA measures", "moments nobody asks about",
                                          "repeated work", "giving up", "expectation gap",
                                          "losses and peaks that weigh more", "clock stops"});
}

TEST_CASE("Without a pair of agreements there is no watermelon") {
  CHECK_THROWS_AS(asked::design(asked::small_with("watermelon")), StudyRefusal);
}
