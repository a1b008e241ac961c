// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/field_rows.hpp"
#include "sim/scenario/numbers.hpp"

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
  for (const Field& field : field_table()) {
    FieldNode* node = grow(root, field.path);
    (field.kind == Kind::group ? node->group : node->value) = &field;
  }
  return root;
}

// "a duration like 30 min": what a value of the kind looks like.
std::string example_of(Kind kind) {
  switch (kind) {
  case Kind::text:
    return "a text";
  case Kind::identifier:
    return "a name of letters, digits, - and _";
  case Kind::words:
    return "a word";
  case Kind::flag:
    return "true or false";
  case Kind::integer:
    return "a whole number";
  case Kind::number:
    return "a number like 0.7";
  case Kind::share:
    return "a share like 40%";
  case Kind::affect:
    return "affect points from -5 to +5";
  case Kind::affect_rate:
    return "affect points per time, like -1 per h";
  case Kind::duration:
    return "a duration like 30 min";
  case Kind::every:
    return "a rhythm like every 30 min";
  case Kind::rate:
    return "a rate like 9 per hour";
  case Kind::money:
    return "an amount of money like 18000";
  case Kind::money_rate:
    return "money per time, like 32 per h";
  case Kind::target_value:
    return "a duration like 4 h, or affect points like +0.5";
  case Kind::half_width:
    return "a half-width like \u00b12%";
  case Kind::seed:
    return "a whole number below 2^64";
  case Kind::version:
    return "the version of the language, 1";
  case Kind::currency:
    return "three capital letters like EUR";
  case Kind::week:
    return "hours of the week like Mon-Fri 08:00-18:00";
  case Kind::touchpoint:
    return "the name of a touchpoint";
  case Kind::destination:
    return "the name of a touchpoint or an exit";
  case Kind::resource:
    return "the name of a resource";
  case Kind::calendar:
    return "the name of a calendar";
  case Kind::persona:
    return "the name of a persona";
  case Kind::channel:
    return "the name of a channel";
  case Kind::variant:
    return "the name of a variant";
  case Kind::measure:
    return "the name of a measure or an agreement";
  case Kind::kept_within:
    return "the name of a touchpoint followed by _within";
  case Kind::path:
    return "a path like touchpoints.contact.takes";
  case Kind::change:
    return "a value, or {times: 0.8}, {add: 1}, {remove: true}";
  case Kind::group:
  case Kind::not_yet:
    break;
  }
  return "a group of lines `word: value`";
}

} // namespace

const std::vector<Field>& field_table() {
  static const std::vector<Field> table = [] {
    std::vector<Field> all = general_rows();
    for (const auto& rows : {people_rows(), touchpoint_rows(), service_rows(), trial_rows()})
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
    if (node->row() == nullptr || node->row()->kind != Kind::not_yet)
      out.push_back(word);
  return out;
}

std::vector<Choice> choices_of(const Field& field) {
  std::vector<Choice> choices;
  if (!field.words.empty())
    for (const std::string& word : split(field.words, '|'))
      choices.push_back(word[0] == '~' ? Choice{word.substr(1), false} : Choice{word, true});
  return choices;
}

std::vector<std::string> simulated_words(const Field& field) {
  std::vector<std::string> words;
  for (const Choice& choice : choices_of(field))
    if (choice.simulated)
      words.push_back(choice.word);
  return words;
}

std::string shown(const Field& field, double number) {
  if (field.kind == Kind::share)
    return number_text(number * 100) + "%";
  if (field.kind == Kind::duration || field.kind == Kind::every)
    return duration_text(number);
  return number_text(number);
}

std::string range_of(const Field& field) {
  const bool low = field.low > -no_limit, high = field.high < no_limit;
  if (field.kind == Kind::target_value || (!low && !high))
    return {};
  if (low && field.low == field.high)
    return "only " + shown(field, field.low);
  if (low && high)
    return shown(field, field.low) + " to " + shown(field, field.high);
  return low ? "at least " + shown(field, field.low) : "at most " + shown(field, field.high);
}

std::string form_of(const Field& field) {
  const std::vector<std::string> words = simulated_words(field);
  if (field.kind == Kind::words)
    return words.size() == 1 ? "the word " + words.front() : "one of " + list_words(words);
  const std::string range = field.kind == Kind::affect && field.low == -5 ? "" : range_of(field);
  std::string form =
      field.kind == Kind::affect && field.low == 0 ? "affect points" : example_of(field.kind);
  form += range.empty() ? "" : " (" + range + ")";
  return words.empty() ? form : form + ", or " + join(words, ", ");
}

} // namespace sojourn
