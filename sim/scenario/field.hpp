// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The one table of everything a scenario can say. It drives reading, checking, spelling hints, the
// type checks of changes, the JSON Schema and the list of words in scenarios/README.md.
namespace sojourn {

enum class Kind : unsigned char {
  group,        // lines of `word: value`
  text,         // free text
  identifier,   // a name the scenario gives: letters, digits, _ and -
  words,        // one of the row's words
  flag,         // true or false
  integer,      // a whole number
  number,       // a plain number
  share,        // 40%
  affect,       // -5 .. +5
  affect_rate,  // -1 per h
  duration,     // 30 min
  every,        // every 30 min
  rate,         // 9 per hour
  money,        // 18000 or 18000 EUR
  money_rate,   // 32 per h
  target_value, // a duration or an affect, as the agreement's measure asks
  half_width,   // ±2%, ±0.05, ±2 min
  amount,       // of a measure: 2%, 0.05, 2 min
  seed,         // a whole number below 2^64
  version,      // 1
  currency,     // EUR
  week,         // Mon-Fri 08:00-18:00
  closed,       // week 3 Mon
  moment,       // Mon 09:00, week 2 Tue 10:30
  growth,       // 5% per year
  touchpoint,
  destination,
  resource,
  calendar,
  persona,
  channel,
  variant,
  measure,     // names in use
  kept_within, // `restored_within`: a touchpoint with an ending, as a key
  path,        // the path of a change, as a key
  change,      // what a change does to its path
  levels,      // the values a study tries at its path
  band,        // the ends between which a study varies its path
};

inline constexpr double no_limit = std::numeric_limits<double>::infinity();

/// One row. `path` has a segment per level: `*` stands for a name (what kind of name: `key`), `[]`
/// for the parts of a list. A path may have a group row and a value row: both forms are allowed.
struct FieldRow {
  std::string path{};
  Kind kind = Kind::group;
  double low = -no_limit, high = no_limit; // canonical units; both ends allowed
  std::string fallback{}; // what holds where nothing is written, as it would be written
  std::string words{};    // further words allowed instead, "a|b"; "~a" is not simulated yet
  std::string help{};     // one sentence
  bool required = false;
  bool described = false;   // for readers: shown in report and `explain`, never simulated
  bool distributed = false; // may vary from person to person: a distribution is allowed
  Kind key = Kind::group;   // of `*`; group: not a name
  std::string unit{};       // mechanism parameters: unit of the canonical number
  std::string unsaid{};     // like `fallback`, where the result does not list it as an assumption
};

/// The table, as a tree: what may stand under each word.
struct FieldNode {
  const FieldRow* group = nullptr; // set where a group may stand here
  const FieldRow* value = nullptr; // set where a scalar may stand here
  std::vector<std::pair<std::string, std::unique_ptr<FieldNode>>> fixed; // in the table's order
  std::unique_ptr<FieldNode> any;                                        // under names
  std::unique_ptr<FieldNode> element;                                    // parts of a list

  /// The node under `key`: the fixed word first, then any name; nullptr where neither.
  const FieldNode* under(std::string_view key) const;
  std::vector<std::string> words() const; // the fixed words
  const FieldRow* row() const { return group != nullptr ? group : value; }
};

const std::vector<FieldRow>& field_table();
const FieldNode& field_tree();

struct Choice {
  std::string word;
  bool simulated = true;
};
/// The words of a row, without and with what is not simulated yet.
std::vector<Choice> choices_of(const FieldRow& field);
std::vector<std::string> simulated_words(const FieldRow& field);

/// What a value of this row looks like, in a sentence's middle: "a duration like 30 min, at most
/// 10 years, or endless".
std::string form_of(const FieldRow& field);

/// What holds where nothing is written; empty where the row cannot say it.
std::string unsaid_of(const FieldRow& field);

/// "0% to 100%", "at least 0 s"; empty where nothing is ruled out.
std::string range_of(const FieldRow& field);

/// Canonical number as people would write it in this row: 0.4 -> "40%", 90 -> "1.5 h".
std::string shown(const FieldRow& field, double number);

} // namespace sojourn
