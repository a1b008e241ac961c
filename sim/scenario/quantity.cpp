// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/quantity.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/week.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

namespace sojourn {
namespace {

using Number = LeadingNumber;

Value number_value(double number, double per = 1) {
  Value value;
  value.number = number;
  value.per = per;
  return value;
}

Refusal no_unit(const std::string& what, std::string_view number, const std::string& unit) {
  return {"has no unit", what + " is written with its unit", "write " + std::string(number) + unit};
}

// Months are of different lengths; signs are no misspelt words.
std::string unit_hint(std::string_view unit, const std::vector<std::string>& candidates) {
  constexpr std::array<std::string_view, 4> uneven = {"month", "months", "quarter", "quarters"};
  if (!candidates.empty() && std::find(uneven.begin(), uneven.end(), unit) != uneven.end())
    return "say it in weeks or days";
  const bool word = std::any_of(unit.begin(), unit.end(),
                                [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
  const auto meant = word ? did_you_mean(unit, candidates) : std::nullopt;
  return meant ? "did you mean \"" + *meant + "\"?" : "";
}

Refusal wrong_unit(std::string_view unit, const std::string& form,
                   const std::vector<std::string>& candidates) {
  return {"has the unit \"" + std::string(unit) + "\"", "expected is " + form,
          unit_hint(unit, candidates)};
}

Read<Value> plain(const Number& read, const FieldRow& field) {
  if (!read.rest.empty())
    return Refusal{"is followed by \"" + std::string(read.rest) + "\"",
                   "expected is " + form_of(field) + ", without a unit",
                   {}};
  return number_value(read.number);
}

Read<Value> integer(const Number& read, const FieldRow& field, const Units&) {
  Read<Value> value = plain(read, field);
  if (std::holds_alternative<Value>(value) && std::floor(read.number) != read.number)
    return Refusal{"is not a whole number", {}, {}};
  return value;
}

Read<Value> share(const Number& read, const FieldRow&, const Units&) {
  if (read.rest == "%")
    return number_value(read.number / 100);
  if (read.rest.empty())
    return no_unit("a share", number_text(read.number <= 1 ? read.number * 100 : read.number), "%");
  return wrong_unit(read.rest, "a share like 40%", {});
}

Read<Value> duration(const Number& read, const FieldRow&, const Units& units) {
  if (read.rest.empty())
    return no_unit("a duration", number_text(read.number),
                   " min or " + number_text(read.number) + " h");
  if (const auto minutes = minutes_in(read.rest, units))
    return number_value(read.number * *minutes, *minutes);
  return wrong_unit(read.rest, "a duration like 30 min", time_units());
}

// "per h": the minutes of the unit after "per".
Read<double> per_time(std::string_view text, const Units& units, const std::string& form) {
  if (text.rfind("per ", 0) != 0)
    return Refusal{text.empty() ? "has no unit" : "has the unit \"" + std::string(text) + "\"",
                   "expected is " + form,
                   {}};
  const std::string unit = trim(text.substr(4));
  if (const auto minutes = minutes_in(unit, units))
    return *minutes;
  return wrong_unit(unit, form, time_units());
}

Read<Value> rate_in(std::string_view rest, const Number& read, const FieldRow& field,
                    const Units& units) {
  const auto minutes = per_time(rest, units, form_of(field));
  if (const auto* refusal = std::get_if<Refusal>(&minutes))
    return *refusal;
  return number_value(read.number, std::get<double>(minutes));
}

Read<Value> rate(const Number& read, const FieldRow& field, const Units& units) {
  return rate_in(read.rest, read, field, units);
}

Read<Value> growth(const Number& read, const FieldRow& field, const Units& units) {
  if (read.rest.empty() || read.rest[0] != '%')
    return Refusal{"is no growth", "expected is " + form_of(field), {}};
  return rate_in(trim(read.rest.substr(1)), {read.number / 100, {}}, field, units);
}

bool looks_like_currency(std::string_view word) {
  return word.size() == 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// The rest after an optional currency, which must be the scenario's.
Read<std::string_view> after_currency(std::string_view rest, const Units& units) {
  const std::string_view word = rest.substr(0, rest.find(' '));
  if (!looks_like_currency(word))
    return rest;
  if (word != units.currency)
    return Refusal{"is in " + std::string(word), "the scenario counts in " + units.currency,
                   "convert it to " + units.currency};
  const std::size_t next = rest.find_first_not_of(' ', word.size());
  return next == std::string_view::npos ? std::string_view() : rest.substr(next);
}

Read<Value> money(const Number& read, const FieldRow& field, const Units& units) {
  const auto rest = after_currency(read.rest, units);
  if (const auto* refusal = std::get_if<Refusal>(&rest))
    return *refusal;
  const std::string_view unit = std::get<std::string_view>(rest);
  if (field.kind == Kind::money_rate)
    return rate_in(unit, read, field, units);
  if (!unit.empty())
    return wrong_unit(unit, form_of(field), {units.currency});
  return number_value(read.number);
}

Read<Value> with_word(Read<Value> value, const char* word) {
  if (auto* good = std::get_if<Value>(&value))
    good->word = word;
  return value;
}

// A duration or affect points: `word` says which.
Read<Value> target_value(const Number& read, const FieldRow& field, const Units& units) {
  if (read.rest.empty())
    return with_word(number_value(read.number), "affect");
  return with_word(duration(read, field, units), "duration");
}

// `word` says the unit: share, duration or plain.
Read<Value> half_width(const Number& read, const FieldRow& field, const Units& units) {
  if (read.rest == "%")
    return with_word(number_value(read.number / 100), "share");
  if (read.rest.empty() || looks_like_currency(read.rest))
    return with_word(number_value(read.number), "plain");
  return with_word(duration(read, field, units), "duration");
}

Read<Value> seed(std::string_view text) {
  std::uint64_t parsed = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), parsed);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size())
    return Refusal{"is no seed", "expected is a whole number from 0 to 18446744073709551615", {}};
  Value value;
  value.word = std::string(text);
  return value;
}

Read<Value> version(std::string_view text) {
  if (text != "1")
    return Refusal{"is a version this program does not read", "it reads version 1",
                   "write sojourn: 1, or use the program the file was written for"};
  Value value;
  value.word = "1";
  return value;
}

Read<Value> flag(std::string_view text) {
  if (text != "true" && text != "false")
    return Refusal{"is neither true nor false", {}, {}};
  return number_value(text == "true" ? 1 : 0);
}

Read<Value> week(std::string_view text) {
  auto intervals = read_week(text);
  if (auto* refusal = std::get_if<Refusal>(&intervals))
    return *refusal;
  Value value;
  value.week = std::get<WeekIntervals>(std::move(intervals));
  return value;
}

Read<Value> closed(std::string_view text) {
  auto intervals = read_closed(text);
  if (auto* refusal = std::get_if<Refusal>(&intervals))
    return *refusal;
  Value value;
  value.week = std::get<WeekIntervals>(std::move(intervals));
  return value;
}

Read<Value> moment(std::string_view text) {
  const auto read = read_moment(text);
  if (const auto* refusal = std::get_if<Refusal>(&read))
    return *refusal;
  const WeekMoment& at = std::get<WeekMoment>(read);
  Value value;
  value.week = {{at.at, at.at}};
  value.word = at.weekly ? "weekly" : "once";
  return value;
}

Read<Value> currency(std::string_view text) {
  if (!looks_like_currency(text))
    return Refusal{"is no currency", "expected are three capital letters", {}};
  Value value;
  value.word = std::string(text);
  return value;
}

Read<Value> long_text(const std::string& text, std::size_t most) {
  if (count_characters(text) > most)
    return Refusal{"is longer than " + std::to_string(most) + " characters", {}, {}};
  Value value;
  value.word = text;
  return value;
}

std::optional<Read<Value>> own_word(const FieldRow& field, const Node& node) {
  for (const Choice& choice : choices_of(field)) {
    if (choice.word != node.text)
      continue;
    if (!choice.simulated)
      return Refusal{"is a word of the language that is not simulated yet",
                     "this version would have to ignore it", "leave it out for now"};
    Value value;
    value.word = choice.word;
    return value;
  }
  return std::nullopt;
}

Refusal unknown_word(const FieldRow& field, const std::string& text) {
  const auto meant = did_you_mean(text, simulated_words(field));
  return {"is not known here", "expected is " + form_of(field),
          meant ? "did you mean \"" + *meant + "\"?" : ""};
}

// The number part of "every 30 min" and "±2%".
std::string_view without_prefix(Kind kind, std::string_view text) {
  for (const std::string_view prefix : {"every ", "\u00b1", "+/-", "+-"})
    if ((kind == Kind::every) == (prefix == "every ") && text.rfind(prefix, 0) == 0)
      return text.substr(std::min(text.find_first_not_of(' ', prefix.size()), text.size()));
  return {};
}

using NumberReader = Read<Value> (*)(const Number&, const FieldRow&, const Units&);
constexpr std::array<std::pair<Kind, NumberReader>, 12> number_readers = {{
    {Kind::integer, integer},
    {Kind::share, share},
    {Kind::duration, duration},
    {Kind::every, duration},
    {Kind::affect_rate, rate},
    {Kind::rate, rate},
    {Kind::money, money},
    {Kind::money_rate, money},
    {Kind::target_value, target_value},
    {Kind::half_width, half_width},
    {Kind::amount, half_width},
    {Kind::growth, growth},
}};

using TextReader = Read<Value> (*)(std::string_view);
constexpr std::array<std::pair<Kind, TextReader>, 7> text_readers = {{
    {Kind::flag, flag},
    {Kind::seed, seed},
    {Kind::week, week},
    {Kind::closed, closed},
    {Kind::moment, moment},
    {Kind::currency, currency},
    {Kind::version, version},
}};

} // namespace

Read<Value> read_number(const FieldRow& field, std::string_view text, const Units& units) {
  const bool prefixed = field.kind == Kind::every || field.kind == Kind::half_width;
  const std::string_view number = prefixed ? without_prefix(field.kind, text) : text;
  if (prefixed && number.empty())
    return Refusal{"is not understood", "expected is " + form_of(field), {}};
  const auto read = leading_number(number);
  if (const auto* refusal = std::get_if<Refusal>(&read)) {
    Refusal full = *refusal;
    if (full.why.empty())
      full.why = "expected is " + form_of(field);
    return full;
  }
  for (const auto& [kind, reader] : number_readers)
    if (kind == field.kind)
      return reader(std::get<Number>(read), field, units);
  return plain(std::get<Number>(read), field);
}

std::vector<Refusal> outside_range(const FieldRow& field, double number) {
  if (number >= field.low && number <= field.high)
    return {};
  return {Refusal{"is out of range", "allowed is " + range_of(field), {}}};
}

Read<Value> read_scalar(const FieldRow& field, const Node& node, const Units& units) {
  const std::string& text = node.text;
  if (field.kind == Kind::text)
    return long_text(text, 10'000);
  if (const auto word = own_word(field, node))
    return *word;
  if (field.kind >= Kind::touchpoint && field.kind <= Kind::measure)
    return long_text(text, 200);
  if (field.kind == Kind::words)
    return unknown_word(field, text);
  for (const auto& [kind, reader] : text_readers)
    if (kind == field.kind)
      return reader(text);
  Read<Value> value = read_number(field, text, units);
  if (auto* good = std::get_if<Value>(&value)) {
    const auto refused = outside_range(field, good->number);
    if (!refused.empty())
      return refused.front();
    good->distribution = Distribution::constant(good->number);
  }
  return value;
}

} // namespace sojourn
