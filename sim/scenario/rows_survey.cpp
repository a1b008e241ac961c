// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/survey.hpp"
#include "sim/scenario/field_rows.hpp"
#include "sim/scenario/numbers.hpp"

// The reported layer: who is asked, who answers, what is told.
namespace sojourn {
namespace {

FieldRow number_row(const std::string& at, const SurveyRow& row) {
  std::string help;
  help += row.symbol;
  help += row.symbol.empty() ? "" : ", ";
  help += row.unit == "1" ? "" : std::string(row.unit) + ": ";
  help += row.source;
  return {.path = at + std::string(row.id),
          .kind = Kind::number,
          .low = row.low,
          .high = row.high,
          .fallback = number_text(row.default_value),
          .help = help + "."};
}

FieldRow point(const std::string& word, const char* fallback, const char* help) {
  return {.path = "survey." + word,
          .kind = Kind::integer,
          .low = 0,
          .high = 10,
          .fallback = fallback,
          .help = help};
}

} // namespace

std::vector<FieldRow> survey_rows() {
  std::vector<FieldRow> rows = {
      {.path = "survey", .help = "What the provider hears of it; nobody's journey changes by it."},
      {.path = "survey.at",
       .kind = Kind::touchpoint,
       .words = "end",
       .help = "Where people are asked, at their first visit; `end`: whenever a journey ends. "
               "Unsaid: the touchpoint called survey, else end."},
      {.path = "survey.asked_after",
       .kind = Kind::duration,
       .low = 0,
       .high = minutes_of_ten_years,
       .help = "Time between the end of a journey and the question; with `at: end`.",
       .unsaid = "0 s"},
      {.path = "survey.asks",
       .kind = Kind::words,
       .words = "csat|nps|ces",
       .help = "The question."},
      {.path = "survey.asks", .help = "The questions; unsaid, csat and nps."},
      {.path = "survey.asks[]",
       .kind = Kind::words,
       .words = "csat|nps|ces",
       .help = "Satisfied, would recommend (0 to 10), made it easy (1 to 7)."},
      {.path = "survey.asked",
       .kind = Kind::share,
       .low = 0,
       .high = 1,
       .fallback = "100%",
       .help = "Of those who could be asked."},
      {.path = "survey.response",
       .kind = Kind::words,
       .fallback = "everybody",
       .words = "everybody",
       .help = "Whoever is asked answers."},
      {.path = "survey.response", .help = "Who answers: logit b0 + b1 |U| + b2 U, U remembered."},
      {.path = "survey.noise",
       .kind = Kind::number,
       .low = 0,
       .high = 10,
       .fallback = "0",
       .help = "Standard deviation of an answer, points."},
      point("satisfied_from", "8", "CSAT counts answers from here on, of 0 to 10."),
      point("promoters_from", "9", "NPS: promoters answer at least this."),
      point("detractors_to", "6", "NPS: detractors answer at most this."),
  };
  for (const SurveyRow& row : satisfaction_rows)
    rows.push_back(number_row("survey.", row));
  for (const SurveyRow& row : response_rows)
    rows.push_back(number_row("survey.response.", row));
  return rows;
}

} // namespace sojourn
