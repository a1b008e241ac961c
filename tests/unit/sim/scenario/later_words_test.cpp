// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "sim/study/measures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// Words about memory: when people are asked, and what their memories are like.
namespace {

using namespace sojourn;

std::string journey(const std::string& biases, const std::string& more) {
  return "sojourn: 1\npersonas: { ann: { biases: " + biases +
         " } }\ntouchpoints:\n  only: { feels: 1, then: [ { to: done } ] }\n"
         "exits: { done: { outcome: served } }\n" +
         more;
}

Loaded load(const std::string& biases, const std::string& more = "") {
  return load_scenario_text(journey(biases, more), "later.yaml");
}

std::string problems_of(const Loaded& loaded) {
  std::string text;
  for (const Problem& problem : loaded.problems) {
    text += problem.message + "; " + problem.why + "; " + problem.hint + "\n";
  }
  return text;
}

double number(const Loaded& loaded, Parameter parameter) {
  const auto& written =
      loaded.arms.at(0).scenario.personas.at(0).parameters[static_cast<std::size_t>(parameter)];
  return written ? written->a : -1;
}

} // namespace

TEST_CASE("memories that retrieve, fade and let the end go are read in their units", "[scenario]") {
  const Loaded loaded = load("{ availability: { power: 0.5, noise: 0.4, match: 2 }, fading: { bad: "
                             "30 days }, peak_end: { retention: 3 weeks, preset: mean } }");
  REQUIRE(loaded.ok());
  CHECK(number(loaded, Parameter::availability_power) == .5);
  CHECK(number(loaded, Parameter::availability_noise) == .4);
  CHECK(number(loaded, Parameter::availability_match) == 2);
  CHECK(number(loaded, Parameter::fading_bad) == 30);
  CHECK(number(loaded, Parameter::fading_good) == 120);
  CHECK(number(loaded, Parameter::peak_end_retention) == 21);
  CHECK(number(loaded, Parameter::peak_end_mean) == 1);
  CHECK(number(load("{ peak_end: { preset: mean } }"), Parameter::peak_end_retention) == 28);
}

TEST_CASE("adaptation and records of trust are read", "[scenario]") {
  const Loaded loaded =
      load("{ adaptation: { rate: 0.2, losses: 0.5 }, trust: { record: 2, failure: 2.25 } }");
  REQUIRE(loaded.ok());
  CHECK(number(loaded, Parameter::adaptation_rate) == .2);
  CHECK(number(loaded, Parameter::adaptation_losses) == .5);
  CHECK(number(loaded, Parameter::trust_record) == 2);
  CHECK(number(loaded, Parameter::trust_failure) == 2.25);
  CHECK(number(loaded, Parameter::trust_gain) == .05);
}

TEST_CASE("people can be asked later", "[scenario]") {
  const Loaded loaded =
      load("{ peak_end: {} }",
           "survey: { at: end, asked_after: 2 weeks, expectation_weight: 0.15 }\n"
           "agreements: { kept: { kind: XLA, measure: { remembered_after: 30 days }, target: "
           "{ at_least: 0.5, for_at_least: 75% } } }\n");
  INFO(problems_of(loaded));
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms[0].scenario;
  CHECK(scenario.survey.asked_after_min == 14 * 1440);
  CHECK(scenario.survey.expectation_weight == .15);
  CHECK(scenario.agreements[0].measure == AgreementMeasure::remembered_experience);
  CHECK(scenario.agreements[0].after_min == 30 * 1440);
  const std::vector<Measure> measures = measures_of(loaded.arms);
  const auto kept = find_measure(measures, "kept");
  REQUIRE(kept);
  CHECK(measures[*kept].info.about.find("remembered experience 30 days later") != std::string::npos);
}

TEST_CASE("who is asked at a touchpoint is not asked later", "[scenario]") {
  CHECK(problems_of(load("{}", "survey: { at: only, asked_after: 1 day }\n")) ==
        "survey.asked_after: people are asked at a touchpoint; they answer while they are there; "
        "say `at: end`, or take asked_after out\n");
}

TEST_CASE("a measure is a time, a wait or a later memory, and one of them", "[scenario]") {
  const Loaded loaded =
      load("{}", "agreements: { kept: { kind: XLA, measure: { wait_at: only, remembered_after: "
                 "30 days }, target: { at_least: 0.5 } } }\n");
  CHECK(problems_of(loaded).find("agreements.kept.measure is not complete") != std::string::npos);
}

TEST_CASE("mechanisms that move nobody, or the same as another, are warned of", "[scenario]") {
  CHECK(problems_of(load("{ fading: {} }")) ==
        "fading moves nobody in ann; it acts in the memory of availability, which they do not "
        "have; list availability too, or take it out\n");
  CHECK(problems_of(load("{ fading: {}, availability: {} }")).empty());
  CHECK(problems_of(load("{ expectation: {}, adaptation: {} }")) ==
        "expectation and adaptation are confounded, and act together in ann; both move what a "
        "level is held against towards the levels of the past; keep one, or read the two as one "
        "effect\n");
}

TEST_CASE("numbers that can change nothing are no assumptions", "[scenario]") {
  const auto listed = [](const Loaded& loaded, const std::string& word) {
    return std::any_of(
        loaded.parameters.begin(), loaded.parameters.end(),
        [&](const ParameterUse& use) { return use.path == "personas.ann.biases." + word; });
  };
  const std::string biases = "{ peak_end: {}, availability: {}, trust: {} }";
  for (const char* word : {"peak_end.retention", "availability.power", "availability.noise",
                           "trust.record", "trust.failure"}) {
    CHECK_FALSE(listed(load(biases), word));
  }
  CHECK(listed(load(biases), "availability.half_life"));
  const std::string later = "survey: { at: end, asked_after: 2 days, asymmetry: 1 }\n";
  CHECK(listed(load(biases, later), "peak_end.retention"));
  CHECK(listed(load("{ availability: { power: 0.5 } }"), "availability.noise"));
  CHECK(listed(load("{ trust: { record: 2 } }"), "trust.failure"));
}
