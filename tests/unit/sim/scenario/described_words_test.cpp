// SPDX-License-Identifier: Apache-2.0
#include "sim/study/compare.hpp"
#include "tests/laws/sim/scenario/small.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// What a scenario says to its readers: shown, changed like everything, never simulated.
namespace {

using namespace sojourn;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string described() {
  const std::string people =
      replaced(asked::small_journey, "    mood_on_arrival: 0.5",
               "    mood_on_arrival: 0.5\n    goals: Get it done\n    barriers: No time");
  return replaced(people, "    step: engage",
                  "    step: engage\n    about: { phase: service, question: Who knows? }");
}

const TouchpointSpec& ask_of(const Loaded& loaded, std::size_t arm) {
  REQUIRE(loaded.ok());
  return loaded.arms.at(arm).scenario.touchpoints.at(0);
}

} // namespace

TEST_CASE("goals, barriers and what a touchpoint is are read as written", "[scenario]") {
  const Loaded loaded = load_scenario_text(described(), "s.yaml");
  INFO(scenario_test::rendered(loaded));
  REQUIRE(loaded.problems.empty());
  CHECK(loaded.arms[0].scenario.personas[0].goals == "Get it done");
  CHECK(loaded.arms[0].scenario.personas[0].barriers == "No time");
  const std::vector<DescribedSpec> expected = {{"phase", "service"}, {"question", "Who knows?"}};
  CHECK(ask_of(loaded, 0).about == expected);
}

TEST_CASE("described words stand among the parameters with a provenance of their own") {
  const Loaded loaded = load_scenario_text(described(), "s.yaml");
  const auto use = std::find_if(
      loaded.parameters.begin(), loaded.parameters.end(),
      [](const ParameterUse& each) { return each.path == "touchpoints.ask.about.question"; });
  REQUIRE(use != loaded.parameters.end());
  CHECK(use->provenance == "described");
  CHECK(use->value == "Who knows?");
}

TEST_CASE("words for readers can be changed and change nothing that is simulated") {
  const std::string changed = replaced(described(), "touchpoints.solve.name: Solved",
                                       "touchpoints.ask.about.question: Why?");
  const Loaded loaded = load_scenario_text(changed, "s.yaml");
  CHECK(ask_of(loaded, 2).about.back().text == "Why?");
  CHECK(same_world(loaded.arms[0].scenario, loaded.arms[2].scenario));
  CHECK_FALSE(same_world(loaded.arms[0].scenario, loaded.arms[1].scenario));
}

TEST_CASE("a phase is one of three") {
  const Loaded loaded =
      load_scenario_text(replaced(described(), "phase: service", "phase: during"), "s.yaml");
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems.front().message.find("touchpoints.ask.about.phase") == 0);
}
