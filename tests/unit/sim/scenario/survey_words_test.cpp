// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace sojourn;

std::string problems_of(const std::string& more) {
  const Loaded loaded = load_scenario_text(asked::small_journey + more, "s.yaml");
  std::string text;
  for (const Problem& problem : loaded.problems) {
    text += problem.message + "; " + problem.why + "; " + problem.hint + "\n";
  }
  return text;
}

SurveySpec survey_of(const std::string& more) {
  const Loaded loaded = load_scenario_text(asked::small_journey + more, "s.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  return loaded.arms.front().scenario.survey;
}

} // namespace

TEST_CASE("A survey without words asks everybody at the end of every journey") {
  CHECK_FALSE(survey_of("").present);
  const SurveySpec survey = survey_of("survey: {}\n");
  CHECK(survey.present);
  CHECK(survey.at == -1);
  CHECK(survey.everybody_answers);
  CHECK((survey.asks_satisfaction && survey.asks_recommendation && !survey.asks_effort));
  CHECK(survey.memory_weight == 0.8);
  CHECK(survey.asymmetry == 1); // ann is loss averse
}

TEST_CASE("Every word of a survey is read") {
  const SurveySpec survey = survey_of(
      "survey: { at: solve, asks: [nps, ces], asked: 40%, response: { base: -2, tilt: 0.5 }, "
      "noise: 0.7, asymmetry: 1, satisfied_from: 7, promoters_from: 10, detractors_to: 5, "
      "effort_scale: 2 }\n");
  CHECK(survey.at == 1);
  CHECK((!survey.asks_satisfaction && survey.asks_recommendation && survey.asks_effort));
  CHECK(survey.asked == 0.4);
  CHECK((!survey.everybody_answers && survey.base == -2 && survey.tilt == 0.5));
  CHECK(survey.extremity == 0);
  CHECK((survey.noise == 0.7 && survey.effort_scale == 2));
  CHECK((survey.satisfied_from == 7 && survey.promoters_from == 10 && survey.detractors_to == 5));
}

TEST_CASE("Losses that would count twice are refused, and unsaid they do not") {
  CHECK(problems_of("survey: { asymmetry: 1.955 }\n") ==
        "survey: losses would count twice, by loss_aversion and by disconfirmation; both bend what "
        "falls short of the same expectation, on the same dimensions; leave `asymmetry` out (it is "
        "1 then), or take loss_aversion out\n");
  CHECK(problems_of("survey: {}\n").empty());
  CHECK(problems_of("survey: { asymmetry: 2, disconfirmation_weight: 0 }\n").empty());
}

TEST_CASE("What cannot be asked is refused") {
  CHECK(problems_of("survey: { asymmetry: 1, detractors_to: 9 }\n") ==
        "survey: an answer would be a promoter's and a detractor's; detractors_to (9) is not "
        "below promoters_from (9); usual are promoters from 9 and detractors to 6\n");
  CHECK(problems_of("agreements: { content: { kind: XLA, measure: answer, target: { at_least: 8, "
                    "for_at_least: 60% } } }\n") ==
        "agreements.content.measure: nobody is surveyed; satisfaction and answers are what a "
        "survey hears; add `survey: {}` to the scenario\n");
  CHECK(problems_of("survey: { asymmetry: 1 }\nagreements: { content: { kind: XLA, measure: "
                    "answer, target: { at_least: 12 } } }\n") ==
        "agreements.content.target: \"12\" is out of range; allowed is 0 to 10; \n");
}

TEST_CASE("An agreement on answers is judged by those who answer") {
  const std::string plain = asked::small_with("compare", 4, 300);
  const auto run = asked::ask(
      plain + "survey: { asymmetry: 1, response: { base: 0 } }\nagreements:\n"
              "  content: { kind: XLA, measure: satisfaction, target: { at_least: 5 } }\n"
              "  loud: { kind: XLA, measure: answer, target: { at_least: 5 } }\n");
  const auto& measures = run->runnable.measures;
  for (std::size_t r = 0; r < 4; ++r) {
    const Ratio& all = run->record.ratio(0, r, find_measure(measures, "content").value(), 0);
    const Ratio& loud = run->record.ratio(0, r, find_measure(measures, "loud").value(), 0);
    CHECK(all.denominator == 300);
    CHECK(loud.denominator < 200);
    CHECK(loud.denominator > 100);
    CHECK(all.numerator > 0);
    CHECK(all.numerator < 300);
  }
}

TEST_CASE("An agreement may be on any layer of experience, within its scale") {
  const auto measured = [](const std::string& measure, const std::string& limit) {
    return problems_of("survey: { asks: [csat, ces] }\nagreements: { fine: { kind: XLA, measure: " +
                       measure + ", target: { at_least: " + limit + ", for_at_least: 60% } } }\n");
  };
  CHECK(measured("experienced", "0.5").empty());
  CHECK(measured("trust", "0.6").empty());
  CHECK(measured("ease", "5").empty());
  CHECK(measured("effort", "0").empty());
  CHECK(measured("trust", "2") ==
        "agreements.fine.target: \"2\" is out of range; allowed is 0 to 1; \n");
  CHECK(measured("ease", "8") ==
        "agreements.fine.target: \"8\" is out of range; allowed is 1 to 7; \n");
  CHECK(measured("ease", "4 h") == "agreements.fine.target: \"4 h\" does not fit the measure; "
                                   "answers on ease are from 1 to 7; \n");
}
