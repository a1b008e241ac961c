// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/patch.hpp"
#include "sim/scenario/quantity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

// `times` and `add` on what is written: the number changes, its unit and place stay.
namespace sojourn {
namespace {

bool is_numeric(Kind kind) {
  return kind == Kind::integer || kind == Kind::number || kind == Kind::share ||
         kind == Kind::affect || kind == Kind::affect_rate || kind == Kind::duration ||
         kind == Kind::every || kind == Kind::rate || kind == Kind::money ||
         kind == Kind::money_rate || kind == Kind::target_value || kind == Kind::half_width ||
         kind == Kind::amount;
}

// "every ", "±": what stands before the number.
std::string prefix_of(const std::string& text) {
  for (const char* prefix : {"every ", "\u00b1"})
    if (text.rfind(prefix, 0) == 0)
      return prefix;
  return {};
}

// Twelve digits: enough for people, few enough that 86 / 0.86 is 100 again.
double tidy(double number) {
  if (number == 0 || !std::isfinite(number))
    return number;
  const double scale = std::pow(10, 12 - std::ceil(std::log10(std::fabs(number))));
  const double rounded = std::round(number * scale) / scale;
  return std::fabs(rounded - number) <= 1e-12 * std::fabs(number) ? rounded : number;
}

// What is written now, to be replaced by what the arithmetic makes of it.
struct Written {
  double number; // as written
  double unit;   // canonical size of one written unit: 60 where "4 h" is written, 0.01 for "40%"
  double per;    // rates: minutes in the unit of time after "per"
};
using Arithmetic = std::function<double(const Written&)>;

Written written_as(const Value& value, double number, Kind kind) {
  const bool time = kind == Kind::duration || kind == Kind::every;
  const double unit = number != 0 ? value.number / number
                      : time      ? value.per
                                  : (kind == Kind::share ? 0.01 : 1.0);
  return {number, unit, value.per};
}

std::string change_scalar(Node& node, const FieldRow& field, const Units& units,
                          const Arithmetic& arithmetic) {
  const auto words = simulated_words(field);
  if (node.is_scalar() && std::find(words.begin(), words.end(), node.text) != words.end())
    return "\"" + node.text + "\" is a word, not a number";
  const auto value = read_number(field, node.text, units);
  if (!node.is_scalar() || std::holds_alternative<Refusal>(value))
    return "what is written there is no number";
  const std::string prefix = prefix_of(node.text);
  const auto number =
      std::get<LeadingNumber>(leading_number(std::string_view(node.text).substr(prefix.size())));
  double result = tidy(arithmetic(written_as(std::get<Value>(value), number.number, field.kind)));
  if (field.kind == Kind::integer)
    result = std::round(result); // half a clerk is a clerk
  const std::string gap = number.rest.empty() || number.rest[0] == '%' ? "" : " ";
  node.text = prefix + number_text(result) + gap + std::string(number.rest);
  return {};
}

// Parts of a distribution that carry its unit; shapes do not.
bool in_unit(std::string_view part) { return part != "shape" && part != "a" && part != "b"; }

std::string change_parts(Node& node, const FieldRow& field, const Units& units,
                         const Arithmetic& arithmetic) {
  if (node.is_scalar())
    return change_scalar(node, field, units, arithmetic);
  for (std::size_t i = 0; i < node.items.size(); ++i)
    if (!node.is_mapping() || in_unit(node.keys[i].text))
      if (std::string why = change_parts(node.items[i], field, units, arithmetic); !why.empty())
        return why;
  return {};
}

// Only families that stay what they are when moved along the axis.
bool can_be_shifted(const Node& distribution) {
  constexpr std::array<std::string_view, 3> families = {"triangular", "uniform", "empirical"};
  return !distribution.keys.empty() && std::find(families.begin(), families.end(),
                                                 distribution.keys.front().text) != families.end();
}

std::string change(Node& node, const FieldNode& field, const Units& units, bool shifts,
                   const Arithmetic& arithmetic) {
  if (field.value == nullptr || !is_numeric(field.value->kind))
    return "only numbers can be scaled or added to";
  if (node.is_mapping() && field.value->distributed) {
    if (shifts && !can_be_shifted(node))
      return "this distribution would change its family; scale it with times, or set it";
    return change_parts(node, *field.value, units, arithmetic);
  }
  if (node.is_mapping() && field.any != nullptr) {
    for (Node& item : node.items)
      if (std::string why = change(item, *field.any, units, shifts, arithmetic); !why.empty())
        return why;
    return {};
  }
  if (node.is_mapping())
    return "a group of lines is written there; name one of them";
  return change_scalar(node, *field.value, units, arithmetic);
}

} // namespace

std::string scale_node(Node& node, const FieldNode& field, double factor, const Units& units) {
  return change(node, field, units, false,
                [factor](const Written& now) { return now.number * factor; });
}

std::string shift_node(Node& node, const FieldNode& field, const Node& addend, const Units& units) {
  if (field.value == nullptr || !is_numeric(field.value->kind))
    return "only numbers can be scaled or added to";
  const Kind kind = field.value->kind;
  const bool rate = kind == Kind::rate || kind == Kind::affect_rate || kind == Kind::money_rate;
  const auto read = read_number(*field.value, addend.text, units);
  const Value* more = std::get_if<Value>(&read);
  if (more == nullptr)
    return "what is added is no number of this kind";
  return change(node, field, units, true, [=](const Written& now) {
    return now.number + (rate ? more->each(now.per) : more->number / now.unit);
  });
}

} // namespace sojourn
