// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/survey.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>

// The survey, and what its words contradict.
namespace sojourn {
namespace {

template <class Rows> double number_of(const Group& group, const Rows& rows, std::string_view id) {
  const auto row =
      std::find_if(rows.begin(), rows.end(), [id](const SurveyRow& each) { return each.id == id; });
  return group.number(id, row->default_value);
}

void read_where(Reading& reading, const Group& survey, SurveySpec& out) {
  const Value* at = survey.value("at");
  if (at == nullptr)
    out.at = reading.names.touchpoints.index("survey").value_or(-1);
  else
    out.at = at->is("end") ? -1 : reading.touchpoint(at);
}

void read_delay(Reading& reading, const Group& survey, SurveySpec& out) {
  out.asked_after_min = survey.number("asked_after", 0);
  if (out.asked_after_min > 0 && out.at >= 0)
    reading.reporter.error(
        survey.node("asked_after")->place, "survey.asked_after: people are asked at a touchpoint",
        "they answer while they are there", "say `at: end`, or take asked_after out");
}

void read_questions(const Group& survey, SurveySpec& out) {
  const std::vector<const Node*> asks = parts_of(survey.node("asks"));
  const auto asked = [&](std::string_view word) {
    return std::any_of(asks.begin(), asks.end(),
                       [word](const Node* each) { return each->text == word; });
  };
  if (asks.empty())
    return;
  out.asks_satisfaction = asked("csat");
  out.asks_recommendation = asked("nps");
  out.asks_effort = asked("ces");
}

void read_answers(const Group& survey, SurveySpec& out) {
  const Group response = survey.group("response");
  out.asked = survey.number("asked", 1);
  out.everybody_answers = response.own == nullptr || response.own->is_scalar();
  if (!out.everybody_answers) {
    out.base = number_of(response, response_rows, "base");
    out.extremity = number_of(response, response_rows, "extremity");
    out.tilt = number_of(response, response_rows, "tilt");
  }
  out.noise = survey.number("noise", 0);
  out.satisfied_from = static_cast<int>(survey.number("satisfied_from", out.satisfied_from));
  out.promoters_from = static_cast<int>(survey.number("promoters_from", out.promoters_from));
  out.detractors_to = static_cast<int>(survey.number("detractors_to", out.detractors_to));
  out.memory_weight = number_of(survey, satisfaction_rows, "memory_weight");
  out.disconfirmation_weight = number_of(survey, satisfaction_rows, "disconfirmation_weight");
  out.expectation_weight = number_of(survey, satisfaction_rows, "expectation_weight");
  out.trust_weight = number_of(survey, satisfaction_rows, "trust_weight");
  out.tolerance = number_of(survey, satisfaction_rows, "tolerance");
  out.asymmetry = number_of(survey, satisfaction_rows, "asymmetry");
  out.effort_scale = number_of(survey, satisfaction_rows, "effort_scale");
}

void check_cuts(Reading& reading, const Group& survey, const SurveySpec& out) {
  if (out.detractors_to < out.promoters_from)
    return;
  const Node* at = survey.node(survey.has("detractors_to") ? "detractors_to" : "promoters_from");
  reading.reporter.error(at->place, "survey: an answer would be a promoter's and a detractor's",
                         "detractors_to (" + std::to_string(out.detractors_to) +
                             ") is not below promoters_from (" +
                             std::to_string(out.promoters_from) + ")",
                         "usual are promoters from 9 and detractors to 6");
}

// The same surprise would lower the affect, and with it the memory, and the satisfaction again. So
// where anybody is loss averse, surprises count alike, and asking for more is refused.
void settle_asymmetry(Reading& reading, const Group& survey, SurveySpec& out) {
  const auto strength = static_cast<std::size_t>(Parameter::loss_aversion_strength);
  const bool averse = std::any_of(
      reading.out.personas.begin(), reading.out.personas.end(),
      [&](const PersonaSpec& persona) { return persona.parameters[strength].has_value(); });
  if (!averse)
    return;
  if (!survey.has("asymmetry")) {
    out.asymmetry = 1;
    return;
  }
  if (out.disconfirmation_weight != 0 && out.asymmetry != 1)
    reading.reporter.error(
        survey.node("asymmetry")->place,
        "survey: losses would count twice, by loss_aversion and by disconfirmation",
        "both bend what falls short of the same expectation, on the same dimensions",
        "leave `asymmetry` out (it is 1 then), or take loss_aversion out");
}

} // namespace

void read_survey(Reading& reading) {
  const Group survey = reading.top().group("survey");
  if (survey.own == nullptr)
    return;
  SurveySpec& out = reading.out.survey;
  out.present = true;
  read_where(reading, survey, out);
  read_delay(reading, survey, out);
  read_questions(survey, out);
  read_answers(survey, out);
  check_cuts(reading, survey, out);
  settle_asymmetry(reading, survey, out);
}

} // namespace sojourn
