// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"
#include "sim/scenario/schema.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

// What editors show over a word: what it means, how it is written, what holds where it is not.
namespace sojourn {
namespace {

using output::Json;

// Limits of these kinds keep nonsense out and are in units nobody writes.
bool limit_is_told(Kind kind) {
  return kind != Kind::affect_rate && kind != Kind::rate && kind != Kind::money &&
         kind != Kind::money_rate && kind != Kind::half_width && kind != Kind::amount;
}

bool form_is_told(const FieldRow& field) {
  return field.kind != Kind::text && field.kind != Kind::words && field.kind != Kind::version;
}

std::string sentence(std::string text) {
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text + ".";
}

std::string told_form(const FieldRow& field) {
  FieldRow told = field;
  if (!limit_is_told(field.kind)) {
    told.low = -no_limit;
    told.high = no_limit;
  }
  return form_of(told);
}

std::string form_words(const FieldRow& field) {
  const char* varying = field.kind == Kind::duration
                            ? "; it may vary: { median: 5 min, p90: 12 min }"
                            : "; it may vary: { uniform: [low, high] }";
  return sentence(told_form(field) + (field.distributed ? varying : ""));
}

// Editors list the words of a row themselves, unless a group stands there.
std::string value_words(const FieldRow& field, bool with_words) {
  std::string text = field.help;
  if (form_is_told(field) || (with_words && field.kind == Kind::words))
    text += " " + form_words(field);
  if (const std::string holds = unsaid_of(field); !holds.empty())
    text += " Unsaid: " + holds + ".";
  return text;
}

} // namespace

std::string description_of(const FieldNode& node) {
  std::string text;
  if (node.group == nullptr || node.value == nullptr)
    text = node.group != nullptr ? node.group->help : value_words(*node.value, false);
  else if (!group_comes_first(node))
    text = value_words(*node.value, true) + " Or a group: " + node.group->help;
  else
    text = node.group->help + " Or alone: " + value_words(*node.value, true);
  return text + (is_required(node) ? " Required." : "");
}

bool group_comes_first(const FieldNode& node) {
  return node.group != nullptr && node.value != nullptr && node.group < node.value; // one table
}

std::string forms_in_words(const FieldNode& node) {
  std::string forms = told_form(*node.value);
  if (node.element != nullptr)
    forms += ", or a list";
  if (node.group != nullptr && !node.fixed.empty())
    forms += ", or a group of " + join(node.words(), ", ");
  return sentence(forms);
}

bool is_required(const FieldNode& node) {
  return (node.group != nullptr && node.group->required) ||
         (node.value != nullptr && node.value->required);
}

std::optional<Json> default_of(const FieldRow& field) {
  const std::string text = unsaid_of(field);
  const std::vector<std::string> words = simulated_words(field);
  const bool word = std::find(words.begin(), words.end(), text) != words.end();
  if (text.empty() || (!word && std::isdigit(static_cast<unsigned char>(text[0])) == 0 &&
                       field.kind != Kind::flag && field.kind != Kind::currency))
    return std::nullopt;
  if (field.kind == Kind::flag)
    return Json(text == "true");
  const bool plain = text.find_first_not_of("0123456789.") == std::string::npos;
  if (word || !plain)
    return Json(text);
  const double number = std::strtod(text.c_str(), nullptr);
  return text.find('.') == std::string::npos ? Json(static_cast<long long>(number)) : Json(number);
}

} // namespace sojourn
