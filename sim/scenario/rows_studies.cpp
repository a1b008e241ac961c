// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field_rows.hpp"

// The studies and their options. A study without options is written as its word alone.
namespace sojourn {
namespace {

const std::string entry = "experiment.studies[]";

/// What most studies can be told.
void add_common(std::vector<FieldRow>& rows, const std::string& study) {
  const std::string at = entry + "." + study;
  rows.push_back({.path = at + ".replications",
                  .kind = Kind::integer,
                  .low = 2,
                  .high = 1e6,
                  .help = "How often each of its arms is run; unsaid, at_least."});
  rows.push_back({.path = at + ".measures", .help = "What it looks at; unsaid, all measures."});
  rows.push_back(
      {.path = at + ".measures[]", .kind = Kind::measure, .help = "A measure or an agreement."});
}

void add_arms(std::vector<FieldRow>& rows, const std::string& study) {
  rows.push_back(
      {.path = entry + "." + study + ".arms", .help = "Variants to look at beside the baseline."});
  rows.push_back(
      {.path = entry + "." + study + ".arms[]", .kind = Kind::variant, .help = "One of them."});
}

void add_targets(std::vector<FieldRow>& rows, const std::string& at, const char* help) {
  rows.push_back({.path = at, .help = help});
  rows.push_back({.path = at + ".*",
                  .kind = Kind::amount,
                  .low = 0,
                  .high = 1e12,
                  .help = "In the measure's unit.",
                  .key = Kind::measure});
}

void add_compare(std::vector<FieldRow>& rows) {
  const std::string at = entry + ".compare";
  rows.push_back({.path = at, .help = "Every variant against the baseline."});
  add_targets(rows, at + ".margin", "Differences below this do not matter.");
  rows.push_back({.path = at + ".control_variates",
                  .kind = Kind::flag,
                  .fallback = "false",
                  .help = "Also correct by the same people without biases, solved exactly."});
}

void add_ablate(std::vector<FieldRow>& rows) {
  const std::string at = entry + ".ablate";
  rows.push_back({.path = at, .help = "What each mechanism does: all on, all off, each off."});
  rows.push_back({.path = at + ".alone",
                  .kind = Kind::flag,
                  .fallback = "false",
                  .help = "Also each one on alone."});
  rows.push_back({.path = at + ".shapley", .help = "Up to six mechanisms that share the effect."});
  rows.push_back({.path = at + ".shapley[]", .kind = Kind::text, .help = "One mechanism."});
  add_common(rows, "ablate");
}

void add_leakage(std::vector<FieldRow>& rows) {
  const std::string at = entry + ".leakage";
  rows.push_back(
      {.path = at, .help = "Potential against realised value, shared among the causes."});
  rows.push_back({.path = at + ".starts",
                  .kind = Kind::flag,
                  .fallback = "true",
                  .help = "Also where each cause acts: its share by step."});
  rows.push_back({.path = at + ".tail",
                  .kind = Kind::share,
                  .low = 0.001,
                  .high = 1,
                  .fallback = "5%",
                  .help = "The worst journeys, whose mean value is told apart."});
  add_common(rows, "leakage");
  add_arms(rows, "leakage");
}

void add_robust(std::vector<FieldRow>& rows) {
  const std::string at = entry + ".robust";
  rows.push_back({.path = at,
                  .help = "Whether a difference survives 27 corners: loss aversion x memory x "
                          "choice sensitivity."});
  add_common(rows, "robust");
  add_arms(rows, "robust");
}

FieldRow step(const std::string& kind, double high, const char* fallback, const char* help,
              bool share) {
  return {.path = entry + ".fix_first.improve." + kind,
          .kind = share ? Kind::share : Kind::number,
          .low = 0,
          .high = high,
          .fallback = fallback,
          .help = help};
}

void add_fix_first(std::vector<FieldRow>& rows) {
  const std::string at = entry + ".fix_first";
  rows.push_back({.path = at, .help = "Which one improvement at one touchpoint gains most."});
  rows.push_back({.path = at + ".improve", .help = "The steps tried; 0 leaves one out."});
  rows.push_back(step("affect", 10, "0.5", "How much better it feels, affect points.", false));
  rows.push_back(step("wait", 1, "20%", "How much shorter work there takes.", true));
  rows.push_back(
      step("failure", 1, "50%", "How many fewer fail: leave, or have to go back.", true));
  rows.push_back(step("effort", 5, "0.5", "How much less effort, affect points.", false));
  rows.push_back(step("promise", 10, "25%", "How much more time is promised.", true));
  rows.push_back({.path = at + ".cost", .help = "What an improvement costs, where known."});
  rows.push_back({.path = at + ".cost.*",
                  .kind = Kind::money,
                  .low = 0,
                  .high = most_money,
                  .help = "Named like solution.affect.",
                  .key = Kind::path});
  add_common(rows, "fix_first");
}

void add_whole(std::vector<FieldRow>& rows, const std::string& study, const char* help) {
  rows.push_back({.path = entry + "." + study, .help = help});
  add_common(rows, study);
}

void add_select(std::vector<FieldRow>& rows) {
  const std::string at = entry + ".select";
  rows.push_back({.path = at, .help = "Which arm is best, with few replications."});
  rows.push_back({.path = at + ".measure", .kind = Kind::measure, .help = "On which measure."});
  rows.push_back({.path = at + ".procedure",
                  .kind = Kind::words,
                  .fallback = "kn",
                  .words = "kn|ocba",
                  .help = "KN: with a confidence; OCBA: within a budget."});
  rows.push_back({.path = at + ".indifference",
                  .kind = Kind::amount,
                  .low = 0,
                  .high = 1e12,
                  .help = "KN: differences below this do not matter; in the measure's unit."});
  rows.push_back({.path = at + ".confidence",
                  .kind = Kind::share,
                  .low = 0.5,
                  .high = 0.999,
                  .fallback = "95%",
                  .help = "KN: how sure the selection is to be right."});
  rows.push_back({.path = at + ".first_rounds",
                  .kind = Kind::integer,
                  .low = 5,
                  .high = 1000,
                  .fallback = "10",
                  .help = "Replications of every arm before any may drop out."});
  rows.push_back({.path = at + ".budget",
                  .kind = Kind::integer,
                  .low = 1,
                  .high = 1e6,
                  .help = "OCBA: runs in all."});
}

void add_plan(std::vector<FieldRow>& rows) {
  const std::string at = entry + ".plan";
  rows.push_back({.path = at, .help = "How many replications an answer will take."});
  add_targets(rows, at + ".half_width", "How narrow the interval of a level should be.");
  add_targets(rows, at + ".detect", "Which difference from the baseline should be found.");
  rows.push_back({.path = at + ".power",
                  .kind = Kind::share,
                  .low = 0.5,
                  .high = 0.999,
                  .fallback = "80%",
                  .help = "How sure a true difference is to be found."});
  add_common(rows, "plan");
}

} // namespace

std::vector<FieldRow> study_rows() {
  std::vector<FieldRow> rows = {
      {.path = "experiment.studies", .help = "What to find out."},
      {.path = entry,
       .kind = Kind::words,
       .words = "compare|ablate|leakage|robust|fix_first|select|plan|sweep|screen|sensitivity|"
                "uncertainty|moments|watermelon|paradox",
       .help = "One study."},
      {.path = entry, .help = "One study and its options."},
  };
  add_compare(rows);
  add_ablate(rows);
  add_leakage(rows);
  add_robust(rows);
  add_fix_first(rows);
  add_select(rows);
  add_plan(rows);
  for (FieldRow& row : design_study_rows()) {
    rows.push_back(std::move(row));
  }
  add_whole(rows, "moments", "Which moments decide, and which hurt.");
  add_whole(rows, "watermelon", "SLAs kept and XLAs missed: how often, and why.");
  add_whole(rows, "paradox", "Touchpoints liked, journeys not: by how much, and why.");
  for (const char* study : {"sweep", "screen", "sensitivity", "uncertainty"}) {
    add_common(rows, study);
    add_arms(rows, study);
  }
  return rows;
}

} // namespace sojourn
