// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

Loaded loaded(const std::string& more) {
  return load_scenario_text(asked::small_journey + more, "s.yaml");
}

std::string problems_in(const std::string& more) {
  std::string text;
  for (const Problem& problem : loaded(more).problems) {
    text += problem.message + "; " + problem.why + "; " + problem.hint + "\n";
  }
  return text;
}

Scenario scenario_of(const std::string& more) {
  const Loaded read = loaded(more);
  INFO((read.problems.empty() ? "" : read.problems.front().message));
  REQUIRE(read.ok());
  return read.arms.front().scenario;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

double number(const PersonaSpec& persona, RelationshipNumber which) {
  REQUIRE(persona.relationship);
  return persona.relationship->number(which);
}

} // namespace

TEST_CASE("A relationship is a word or a group, of the scenario or of a persona") {
  CHECK_FALSE(scenario_of("").personas[0].relationship);
  const Scenario word = scenario_of("relationship: partnership\n");
  CHECK(number(word.personas[1], RelationshipNumber::visibility) == 0.8);
  CHECK(number(word.personas[1], RelationshipNumber::match) == 0.95);
  const Scenario group = scenario_of("relationship: { type: basic, visibility: 35% }\n");
  CHECK(number(group.personas[0], RelationshipNumber::visibility) == 0.35);
  CHECK(number(group.personas[0], RelationshipNumber::match) == 0.7);
  const std::string own =
      replaced(asked::small_journey, "    biases: { peak_end: { preset: mean }",
               "    relationship: { visibility: 60% }\n    biases: { peak_end: { preset: mean }");
  const Loaded read = load_scenario_text(own + "relationship: cooperative\n", "s.yaml");
  REQUIRE(read.ok());
  const auto& personas = read.arms.front().scenario.personas;
  CHECK(number(personas[0], RelationshipNumber::visibility) == 0.5);
  CHECK(number(personas[1], RelationshipNumber::visibility) == 0.6);
  CHECK(number(personas[1], RelationshipNumber::match) == 0.85); // as everybody's
  CHECK_THAT(problems_in("relationship: { visibility: 10% }\n"),
             Contains("relationship: of which type?"));
  CHECK_THAT(problems_in("relationship: partner\n"), Contains("partnership"));
}

TEST_CASE("Where nothing is agreed on the way, the error of expectation is there on arrival") {
  CHECK(scenario_of("relationship: basic\n").personas[0].expectation_error == 1.5);
  const std::string agreeing =
      replaced(asked::small_journey, "step: engage", "step: agree") + "relationship: basic\n";
  const Loaded read = load_scenario_text(agreeing, "s.yaml");
  REQUIRE(read.ok());
  CHECK(read.arms.front().scenario.personas[0].expectation_error == 0);
  CHECK_FALSE(read.arms.front().scenario.personas[0].relationship->on_arrival);
}

TEST_CASE("A relationship sets how trust moves, unless somebody says it") {
  const auto gain = [](const std::string& trust) {
    const std::string text = replaced(asked::small_journey, "loss_aversion: { ratio: 2 }", trust);
    const Loaded read = load_scenario_text(text + "relationship: partnership\n", "s.yaml");
    REQUIRE(read.ok());
    return read.arms.front().scenario.personas[0].parameters[static_cast<std::size_t>(
        Parameter::trust_gain)];
  };
  CHECK(gain("trust: {}") == Distribution::constant(0.07));
  CHECK(gain("trust: { gain: 0.04 }") == Distribution::constant(0.04));
  CHECK_FALSE(gain("loss_aversion: {}"));
}

TEST_CASE("A relationship can be switched by a variant, and its numbers are assumptions") {
  const std::string changed = replaced(asked::small_journey, "touchpoints.ask.feels.mean: -0.5",
                                       "relationship: partnership") +
                              "relationship: basic\n";
  const Loaded read = load_scenario_text(changed, "s.yaml");
  REQUIRE(read.ok());
  CHECK(read.arms[1].scenario.personas[0].relationship->type == Relationship::partnership);
  const auto& all = read.parameters;
  const auto use = std::find_if(all.begin(), all.end(), [](const ParameterUse& each) {
    return each.path == "relationship.match";
  });
  REQUIRE(use != all.end());
  CHECK(use->provenance == "assumption");
  CHECK(use->value == "70%");
  CHECK(use->band == "0.6 to 1");
}

TEST_CASE("Numbers of a relationship can be changed also where only its type is written") {
  const std::string changed = replaced(asked::small_journey, "touchpoints.ask.feels.mean: -0.5",
                                       "relationship.visibility: 40%") +
                              "relationship: basic\n";
  const Loaded read = load_scenario_text(changed, "s.yaml");
  INFO((read.problems.empty() ? "" : read.problems.front().message));
  REQUIRE(read.ok());
  const PersonaSpec& persona = read.arms[1].scenario.personas[0];
  CHECK(number(persona, RelationshipNumber::visibility) == 0.4);
  CHECK(number(persona, RelationshipNumber::match) == 0.7);
}

TEST_CASE("Who needs another relationship than there is finds less that fits") {
  const std::string needy = replaced(asked::small_journey, "    mood_on_arrival: 0.5",
                                     "    needs_relationship: partnership");
  const Loaded read =
      load_scenario_text(needy + "relationship: { type: basic, cost: 70 per week }\n", "s.yaml");
  REQUIRE(read.ok());
  const auto& personas = read.arms.front().scenario.personas;
  CHECK_THAT(personas[0].relationship->match(), WithinAbs(.7 * .9 * .9, 1e-12));
  CHECK(personas[1].relationship->match() == .7);
  CHECK_THAT(personas[0].relationship->cost_per_week, WithinAbs(70, 1e-9));
  const auto listed = [&](const std::string& path) {
    return std::any_of(read.parameters.begin(), read.parameters.end(),
                       [&](const ParameterUse& each) { return each.path == path; });
  };
  CHECK(listed("relationship.misfit"));
  CHECK_FALSE(listed("relationship.unexplained")); // nobody works behind the line
  const Loaded alone = load_scenario_text(needy, "s.yaml");
  REQUIRE(alone.problems.size() == 1);
  CHECK(alone.problems.front().message == "needs_relationship changes nothing here");
}

TEST_CASE("Culture is a place on eight scales, and does nothing unless somebody says so") {
  const std::string cultured = replaced(asked::small_journey, "    mood_on_arrival: 0.5",
                                        "    culture: { scheduling: -0.8, trusting: 0.5 }");
  const Loaded alone = load_scenario_text(cultured, "s.yaml");
  REQUIRE(alone.ok());
  const Scenario& scenario = alone.arms.front().scenario;
  CHECK(scenario.personas[0].culture[static_cast<std::size_t>(CultureScale::scheduling)] == -0.8);
  CHECK(scenario.culture.effects.empty());
  REQUIRE(alone.problems.size() == 1);
  CHECK(alone.problems.front().message == "culture is written, but does nothing here");
  const Loaded example = load_scenario_text(
      cultured + "culture: { example: linear_time, effects: { lateness: { scheduling: 0.1 } } }\n",
      "s.yaml");
  REQUIRE(example.ok());
  const auto& effects = example.arms.front().scenario.culture.effects;
  REQUIRE(effects.size() == 2);
  CHECK(effects[0].target == CultureTarget::patience);
  CHECK_THAT(effects[1].gamma, WithinAbs(0.1, 0)); // what is written wins over the example
  CHECK(example.problems.front().message == "culture: scores of groups are not scores of people");
  const Loaded spread = load_scenario_text(
      cultured + "culture: { example: linear_time, spread: 0.6 }\n", "s.yaml");
  CHECK(spread.problems.empty()); // who says how far people differ has thought of it
}

TEST_CASE("Roles may coincide; a renewal needs somebody who decides, and answers") {
  const std::string chief =
      replaced(asked::small_journey, "    mood_on_arrival: 0.5", "    role: [customer, sponsor]");
  const Loaded read = load_scenario_text(
      chief + "survey: {}\nrenewal: { risk: 3 }\nstakeholders: { ben: { influence: 0.5 } }\n",
      "s.yaml");
  INFO((read.problems.empty() ? "" : read.problems.front().message));
  REQUIRE(read.ok());
  const Scenario& scenario = read.arms.front().scenario;
  CHECK(scenario.personas[0].roles.decides());
  CHECK_FALSE(scenario.personas[0].roles.is(Role::user));
  CHECK(scenario.personas[1].roles.is(Role::user));
  CHECK(scenario.renewal.risk == 3);
  CHECK(scenario.renewal.experience == 0.5);
  REQUIRE(scenario.stakeholders.size() == 2);
  CHECK_FALSE(scenario.stakeholders[0]);
  CHECK(scenario.stakeholders[1]->weight() == 0.5);
  CHECK_THAT(problems_in("survey: {}\nrenewal: {}\n"), Contains("renewal: nobody decides it"));
  CHECK_THAT(problems_in("renewal: {}\n"), Contains("renewal needs a survey"));
}

TEST_CASE("Word of mouth: rates keep their unit of time") {
  CHECK_FALSE(scenario_of("").word_of_mouth.present);
  const WordOfMouthSpec word =
      scenario_of("word_of_mouth: { talks: 2 per week, lasts: 10 days, population: 500 }\n")
          .word_of_mouth;
  CHECK(word.present);
  CHECK_THAT(word.talks, WithinAbs(2.0 / 168, 1e-12));
  CHECK_THAT(word.good, WithinAbs(0.1 / 168, 1e-12)); // unsaid
  CHECK(word.lasts_min == 14400);
  CHECK(word.comes == 0.05);
  CHECK(word.population == 500);
}
