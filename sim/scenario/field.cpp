// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/field_rows.hpp"
#include "sim/scenario/numbers.hpp"

#include <array>

namespace sojourn {
namespace {

FieldNode* child(FieldNode& node, const std::string& segment) {
  if (segment == "*") {
    if (!node.any)
      node.any = std::make_unique<FieldNode>();
    return node.any.get();
  }
  for (auto& [word, under] : node.fixed)
    if (word == segment)
      return under.get();
  node.fixed.emplace_back(segment, std::make_unique<FieldNode>());
  return node.fixed.back().second.get();
}

FieldNode* grow(FieldNode& root, const std::string& path) {
  FieldNode* at = &root;
  if (path.empty())
    return at;
  for (const std::string& segment : split(path, '.')) {
    const bool list = segment.size() > 2 && segment.substr(segment.size() - 2) == "[]";
    at = child(*at, list ? segment.substr(0, segment.size() - 2) : segment);
    if (!list)
      continue;
    if (!at->element)
      at->element = std::make_unique<FieldNode>();
    at = at->element.get();
  }
  return at;
}

FieldNode build_tree() {
  FieldNode root;
  for (const FieldRow& field : field_table()) {
    FieldNode* node = grow(root, field.path);
    (field.kind == Kind::group ? node->group : node->value) = &field;
  }
  return root;
}

struct Example {
  Kind kind;
  std::string_view text;
};

// What a value of each kind looks like.
constexpr std::array<Example, 37> examples = {{
    {Kind::text, "a text"},
    {Kind::identifier, "a name of letters, digits, - and _"},
    {Kind::words, "a word"},
    {Kind::flag, "true or false"},
    {Kind::integer, "a whole number"},
    {Kind::number, "a number like 0.7"},
    {Kind::share, "a share like 40%"},
    {Kind::affect, "affect points from -5 to +5"},
    {Kind::affect_rate, "affect points per time, like -1 per h"},
    {Kind::duration, "a duration like 30 min"},
    {Kind::every, "a rhythm like every 30 min"},
    {Kind::rate, "a rate like 9 per hour"},
    {Kind::money, "an amount of money like 18000"},
    {Kind::money_rate, "money per time, like 32 per h"},
    {Kind::target_value, "a duration like 4 h, or affect points like +0.5"},
    {Kind::half_width, "a half-width like \u00b12%"},
    {Kind::amount, "an amount of the measure like 0.05, 2% or 3 min"},
    {Kind::seed, "a whole number below 2^64"},
    {Kind::version, "the version of the language, 1"},
    {Kind::currency, "three capital letters like EUR"},
    {Kind::week, "hours of the week like Mon-Fri 08:00-18:00"},
    {Kind::moment, "a moment like Mon 09:00 (every week) or week 2 Tue 10:30 (once)"},
    {Kind::growth, "a growth like 5% per year"},
    {Kind::closed, "days like week 3 Mon, or a week like week 5"},
    {Kind::touchpoint, "the name of a touchpoint"},
    {Kind::destination, "the name of a touchpoint or an exit"},
    {Kind::resource, "the name of a resource"},
    {Kind::calendar, "the name of a calendar"},
    {Kind::persona, "the name of a persona"},
    {Kind::channel, "the name of a channel"},
    {Kind::variant, "the name of a variant"},
    {Kind::measure, "the name of a measure or an agreement"},
    {Kind::kept_within, "the name of a touchpoint followed by _within"},
    {Kind::path, "a path like touchpoints.contact.takes"},
    {Kind::change, "a value, or {times: 0.8}, {add: 1}, {remove: true}"},
    {Kind::levels, "a list of values, {times: [0.8, 1.2]}, or {from: 1, to: 2, steps: 5}"},
    {Kind::band, "a band like [4 min, 9 min] or {times: [0.8, 1.2]}"},
}};

std::string example_of(Kind kind) {
  for (const Example& example : examples)
    if (example.kind == kind)
      return std::string(example.text);
  return "a group of lines `word: value`";
}

} // namespace

const std::vector<FieldRow>& field_table() {
  static const std::vector<FieldRow> table = [] {
    std::vector<FieldRow> all = general_rows();
    for (const auto& rows : {people_rows(), touchpoint_rows(), worth_rows(), service_rows(),
                             survey_rows(), social_rows(), trial_rows()})
      all.insert(all.end(), rows.begin(), rows.end());
    return all;
  }();
  return table;
}

const FieldNode& field_tree() {
  static const FieldNode tree = build_tree();
  return tree;
}

const FieldNode* FieldNode::under(std::string_view key) const {
  for (const auto& [word, node] : fixed)
    if (word == key)
      return node.get();
  return any.get();
}

std::vector<std::string> FieldNode::words() const {
  std::vector<std::string> out;
  for (const auto& [word, node] : fixed)
    out.push_back(word);
  return out;
}

std::vector<Choice> choices_of(const FieldRow& field) {
  std::vector<Choice> choices;
  if (!field.words.empty())
    for (const std::string& word : split(field.words, '|'))
      choices.push_back(word[0] == '~' ? Choice{word.substr(1), false} : Choice{word, true});
  return choices;
}

std::vector<std::string> simulated_words(const FieldRow& field) {
  std::vector<std::string> words;
  for (const Choice& choice : choices_of(field))
    if (choice.simulated)
      words.push_back(choice.word);
  return words;
}

std::string shown(const FieldRow& field, double number) {
  if (field.kind == Kind::share)
    return number_text(number * 100) + "%";
  if (field.kind == Kind::duration || field.kind == Kind::every)
    return duration_text(number);
  return number_text(number);
}

std::string unsaid_of(const FieldRow& field) {
  return field.fallback.empty() ? field.unsaid : field.fallback;
}

std::string range_of(const FieldRow& field) {
  const bool low = field.low > -no_limit, high = field.high < no_limit;
  if (field.kind == Kind::target_value || (!low && !high))
    return {};
  if (low && field.low == field.high)
    return "only " + shown(field, field.low);
  if (low && high)
    return shown(field, field.low) + " to " + shown(field, field.high);
  return low ? "at least " + shown(field, field.low) : "at most " + shown(field, field.high);
}

std::string form_of(const FieldRow& field) {
  const std::vector<std::string> words = simulated_words(field);
  if (field.kind == Kind::words)
    return words.size() == 1 ? "the word " + words.front() : "one of " + list_words(words, 40);
  const std::string range = field.kind == Kind::affect && field.low == -5 ? "" : range_of(field);
  std::string form =
      field.kind == Kind::affect && field.low == 0 ? "affect points" : example_of(field.kind);
  form += range.empty() ? "" : " (" + range + ")";
  return words.empty() ? form : form + ", or " + join(words, ", ");
}

} // namespace sojourn
