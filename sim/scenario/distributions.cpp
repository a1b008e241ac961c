// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/quantity.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

// The spellings of a distribution, one row each: which parts it has, which of them carry the unit.
namespace sojourn {
namespace {

struct Part {
  std::string_view word;
  bool in_unit = true; // a time, a share …; otherwise a plain number such as a shape
  bool optional = false;
};

using Numbers = std::vector<std::optional<double>>;

struct Spelling {
  std::string_view word;   // the key of the group; for shorthands the first of the parts
  std::vector<Part> parts; // of a group; empty: a list
  std::size_t list = 0;    // length of a list; 0: any length
  Distribution (*make)(const Numbers&, const FieldRow&);
};

double low_of(const Numbers& n, std::size_t i, const FieldRow& field) {
  return n[i] ? *n[i] : field.low;
}
double high_of(const Numbers& n, std::size_t i, const FieldRow& field) {
  return n[i] ? *n[i] : field.high;
}

Distribution empirical(const Numbers& numbers, const FieldRow&) {
  std::vector<double> values;
  for (const auto& each : numbers)
    values.push_back(*each);
  return Distribution::empirical(std::move(values));
}

const std::vector<Spelling>& spellings() {
  static const std::vector<Spelling> rows = {
      {"median",
       {{"median"}, {"p90"}},
       0,
       [](const Numbers& n, const FieldRow&) {
         return Distribution::lognormal_median_p90(*n[0], *n[1]);
       }},
      {"lognormal",
       {{"median"}, {"p90"}},
       0,
       [](const Numbers& n, const FieldRow&) {
         return Distribution::lognormal_median_p90(*n[0], *n[1]);
       }},
      {"triangular",
       {},
       3,
       [](const Numbers& n, const FieldRow&) {
         return Distribution::triangular(*n[0], *n[1], *n[2]);
       }},
      {"uniform",
       {},
       2,
       [](const Numbers& n, const FieldRow&) { return Distribution::uniform(*n[0], *n[1]); }},
      {"exponential",
       {},
       1,
       [](const Numbers& n, const FieldRow&) { return Distribution::exponential(*n[0]); }},
      {"normal",
       {{"mean"}, {"sd"}, {"low", true, true}, {"high", true, true}},
       0,
       [](const Numbers& n, const FieldRow& field) {
         return Distribution::normal(*n[0], *n[1], low_of(n, 2, field), high_of(n, 3, field));
       }},
      {"gamma",
       {{"shape", false}, {"scale"}},
       0,
       [](const Numbers& n, const FieldRow&) { return Distribution::gamma(*n[0], *n[1]); }},
      {"weibull",
       {{"shape", false}, {"scale"}},
       0,
       [](const Numbers& n, const FieldRow&) { return Distribution::weibull(*n[0], *n[1]); }},
      {"beta",
       {{"a", false}, {"b", false}, {"low"}, {"high"}},
       0,
       [](const Numbers& n, const FieldRow&) {
         return Distribution::beta(*n[0], *n[1], *n[2], *n[3]);
       }},
      {"empirical", {}, 0, empirical},
  };
  return rows;
}

const Spelling* find_spelling(std::string_view word) {
  for (const Spelling& row : spellings())
    if (row.word == word)
      return &row;
  return nullptr;
}

struct Failure { // leaves the reading of one distribution only
  Refusal refusal;
  const Node* at;
};

double part_number(const FieldRow& field, bool in_unit, const Node& node, const Units& units) {
  if (!node.is_scalar())
    throw Failure{{"holds a list or group where a number is expected", {}, {}}, &node};
  FieldRow plain;
  plain.kind = Kind::number;
  const Read<Value> value = read_number(in_unit ? field : plain, node.text, units);
  if (const auto* refusal = std::get_if<Refusal>(&value))
    throw Failure{
        {"holds \"" + node.text + "\", which " + refusal->message, refusal->why, refusal->hint},
        &node};
  const double number = std::get<Value>(value).number;
  const auto outside = outside_range(field, number);
  if (in_unit && !outside.empty())
    throw Failure{
        {"holds \"" + node.text + "\", which " + outside.front().message, outside.front().why, {}},
        &node};
  return number;
}

std::string parts_text(const Spelling& row) {
  std::vector<std::string> words;
  for (const Part& part : row.parts)
    words.emplace_back(part.word);
  return list_words(words);
}

Numbers numbers_of_group(const Spelling& row, const FieldRow& field, const Node& group,
                         const Units& units) {
  for (const Key& key : group.keys) {
    const auto same = [&](const Part& part) { return part.word == key.text; };
    if (std::none_of(row.parts.begin(), row.parts.end(), same))
      throw Failure{{"does not know \"" + key.text + "\"",
                     "this distribution is written with " + parts_text(row),
                     {}},
                    &group};
  }
  Numbers numbers;
  for (const Part& part : row.parts) {
    const Node* node = group.find(part.word);
    if (node == nullptr && !part.optional)
      throw Failure{{"lacks \"" + std::string(part.word) + "\"",
                     "this distribution is written with " + parts_text(row),
                     {}},
                    &group};
    numbers.push_back(node == nullptr
                          ? std::nullopt
                          : std::optional(part_number(field, part.in_unit, *node, units)));
  }
  return numbers;
}

Numbers numbers_of_list(const Spelling& row, const FieldRow& field, const Node& node,
                        const Units& units) {
  const std::size_t length = node.is_sequence() ? node.items.size() : 1;
  if (node.is_mapping() || length == 0 || (row.list != 0 && length != row.list))
    throw Failure{{"has a " + std::string(row.word) + " of the wrong form",
                   row.list == 0 ? "expected is a list of values"
                   : row.list == 1
                       ? "expected is one value, its mean"
                       : "expected is a list of " + std::to_string(row.list) + " values",
                   {}},
                  &node};
  Numbers numbers;
  if (node.is_scalar())
    numbers.push_back(part_number(field, true, node, units));
  for (const Node& item : node.items)
    numbers.push_back(part_number(field, true, item, units));
  return numbers;
}

Distribution build(const FieldRow& field, const Node& group, const Units& units) {
  const Spelling* row = group.keys.empty() ? nullptr : find_spelling(group.keys.front().text);
  if (row == nullptr && group.find("p90") != nullptr)
    row = find_spelling("median");
  if (row == nullptr)
    throw Failure{{"is no distribution", "known are " + list_words(distribution_words()), {}},
                  &group};
  if (row->word == "median")
    return row->make(numbers_of_group(*row, field, group, units), field);
  if (group.keys.size() != 1)
    throw Failure{{"says more than one distribution", {}, "keep one of them"}, &group};
  const Node& inner = group.items.front();
  if (row->parts.empty())
    return row->make(numbers_of_list(*row, field, inner, units), field);
  if (!inner.is_mapping())
    throw Failure{{"has a " + std::string(row->word) + " of the wrong form",
                   "this distribution is written with " + parts_text(*row),
                   {}},
                  &inner};
  return row->make(numbers_of_group(*row, field, inner, units), field);
}

} // namespace

bool names_distribution(std::string_view key) {
  return key == "p90" || find_spelling(key) != nullptr;
}

const std::vector<std::string>& distribution_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> out = {"median and p90"};
    for (std::size_t i = 1; i < spellings().size(); ++i)
      out.emplace_back(spellings()[i].word);
    return out;
  }();
  return words;
}

Read<Value> read_distribution(const FieldRow& field, const Node& group, const Units& units,
                              const Node*& at) {
  at = &group;
  try {
    Value value;
    value.distribution = build(field, group, units);
    value.number = value.distribution.mean();
    return value;
  } catch (const Failure& failure) {
    at = failure.at;
    return failure.refusal;
  } catch (const std::invalid_argument& sentence) { // from the distribution's own factory
    return Refusal{"is no distribution: " + std::string(sentence.what()), {}, {}};
  }
}

} // namespace sojourn
