// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/numbers.hpp"

#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sojourn {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && digit(text[end]))
    ++end;
  return end - at;
}

// sign, digits, fraction, exponent; 0 where no number starts here.
std::size_t span_of_number(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  const std::size_t whole = digits_at(text, at);
  at += whole;
  std::size_t fraction = 0;
  if (at < text.size() && text[at] == '.') {
    fraction = digits_at(text, at + 1);
    at += fraction > 0 ? fraction + 1 : 0;
  }
  if (whole + fraction == 0)
    return 0;
  if (at + 1 < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::size_t sign = text[at + 1] == '+' || text[at + 1] == '-' ? 1 : 0;
    const std::size_t power = digits_at(text, at + 1 + sign);
    at += power > 0 ? 1 + sign + power : 0;
  }
  return at;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

Refusal no_number(std::string_view text) {
  std::string plain = lowered(text);
  plain.erase(0, plain.find_first_not_of("+-."));
  if (plain.rfind("nan", 0) == 0 || plain.rfind("inf", 0) == 0)
    return {"is not a number a person can have", "only finite numbers are allowed", {}};
  return {"does not start with a number", {}, {}};
}

// 010 could be eight or ten; a sign does not help.
bool leading_zero(std::string_view token) {
  const std::size_t at = token[0] == '+' || token[0] == '-' ? 1 : 0;
  return at + 1 < token.size() && token[at] == '0' && digit(token[at + 1]);
}

std::optional<Refusal> odd_follower(std::string_view token, std::string_view rest) {
  const std::string number(token);
  if (rest.empty())
    return std::nullopt;
  if (rest[0] == 'x' || rest[0] == 'X')
    return Refusal{"is a hexadecimal number", {}, "write it with the digits 0 to 9"};
  if (rest[0] == '_')
    return Refusal{"has an underscore in its number", {}, "write the digits without a gap"};
  if (rest[0] == ',' && rest.size() > 1 && digit(rest[1]))
    return Refusal{"has a comma in its number", "a comma separates the parts of a list",
                   "write decimals with a point, thousands without a mark"};
  if (rest[0] == '.')
    return Refusal{"is not a complete number", {}, "write " + number + " or " + number + ".0"};
  return std::nullopt;
}

struct TimeUnit {
  std::string_view word;
  double minutes;
};
constexpr std::array<TimeUnit, 16> units_of_time = {{
    {"s", 1.0 / 60},
    {"sec", 1.0 / 60},
    {"second", 1.0 / 60},
    {"seconds", 1.0 / 60},
    {"min", 1},
    {"minute", 1},
    {"minutes", 1},
    {"h", 60},
    {"hour", 60},
    {"hours", 60},
    {"day", 1440},
    {"days", 1440},
    {"week", 10080},
    {"weeks", 10080},
    {"year", 525600},
    {"years", 525600},
}};

} // namespace

Read<LeadingNumber> leading_number(std::string_view text) {
  const std::size_t span = span_of_number(text);
  if (span == 0)
    return no_number(text);
  const std::string_view token = text.substr(0, span);
  if (const auto odd = odd_follower(token, text.substr(span)))
    return *odd;
  if (leading_zero(token))
    return Refusal{"starts with a zero", "010 is eight to some programs and ten to others",
                   "leave the leading zeros out"};
  LeadingNumber read;
  const std::size_t plus = token[0] == '+' ? 1 : 0;
  const auto result = std::from_chars(token.data() + plus, token.data() + span, read.number);
  if (result.ec != std::errc() || !std::isfinite(read.number))
    return Refusal{"is beyond what this program can count", {}, {}};
  read.rest = text.substr(span);
  while (!read.rest.empty() && read.rest.front() == ' ')
    read.rest.remove_prefix(1);
  return read;
}

std::optional<double> minutes_in(std::string_view unit, const Units& units) {
  if (unit == "working day" || unit == "working days")
    return units.working_day;
  for (const TimeUnit& each : units_of_time)
    if (each.word == unit)
      return each.minutes;
  return std::nullopt;
}

const std::vector<std::string>& time_units() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all = {"working day", "working days"};
    for (const TimeUnit& unit : units_of_time)
      all.emplace_back(unit.word);
    return all;
  }();
  return words;
}

std::string number_text(double number) {
  std::array<char, 64> buffer{};
  const double size = std::fabs(number);
  const bool readable = number == 0 || (size >= 1e-6 && size < 1e15);
  const auto end = readable ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                            std::chars_format::fixed)
                            : std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return {buffer.data(), end.ptr};
}

std::string duration_text(double minutes) {
  constexpr std::array<std::pair<double, std::string_view>, 5> steps = {
      {{525600, "years"}, {10080, "weeks"}, {1440, "days"}, {60, "h"}, {1, "min"}}};
  for (const auto& [length, unit] : steps)
    if (minutes >= length && std::fmod(minutes, length) == 0)
      return number_text(minutes / length) + " " + std::string(unit);
  if (minutes >= 1)
    return number_text(minutes) + " min";
  return number_text(minutes * 60) + " s";
}

std::optional<std::string> scaled_text(std::string_view text, double factor) {
  const auto read = leading_number(text);
  const auto* number = std::get_if<LeadingNumber>(&read);
  if (number == nullptr)
    return std::nullopt;
  const std::string_view rest = number->rest;
  const std::string gap = rest.empty() || rest[0] == '%' ? "" : " ";
  return number_text(number->number * factor) + gap + std::string(rest);
}

} // namespace sojourn
