// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace sojourn::output {
namespace {

constexpr std::string_view minus = "\u2212";
constexpr std::string_view none = "\u2013";

/// Digits of |value| and whether any of them is not zero.
struct Digits {
  std::string text;
  bool zero = true;
};

Digits digits_of(double value, int decimals) {
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                 std::chars_format::fixed, std::clamp(decimals, 0, 6))
                       .ptr;
  Digits digits{std::string(buffer.data(), end), true};
  digits.zero = digits.text.find_first_not_of("0.") == std::string::npos;
  return digits;
}

std::string number_with(double value, int decimals, std::string_view plus) {
  if (!std::isfinite(value)) {
    return std::string(std::isnan(value) ? none : value > 0 ? "∞" : "−∞");
  }
  const Digits digits = digits_of(value, decimals);
  const std::string_view sign = digits.zero ? "" : value < 0 ? minus : plus;
  return std::string(sign) + digits.text;
}

/// Decimals that show the half-width with one digit, two where the first is a 1.
int decimals_for(double half_width, int least, int most) {
  if (!(half_width > 0) || !std::isfinite(half_width)) {
    return most;
  }
  return std::clamp(static_cast<int>(std::ceil(-std::log10(half_width) + 0.2)), least, most);
}

double median_of(std::vector<double> widths) {
  std::sort(widths.begin(), widths.end());
  return widths.empty() ? missing : widths[widths.size() / 2];
}

/// Median half-width of the measure's intervals for everyone.
double typical_half_width(const ResultData& result, int measure, bool change) {
  std::vector<double> widths;
  for (const Estimate& e : result.estimates) {
    const double half = (e.upper - e.lower) / 2;
    if (e.measure == measure && e.group == 0 && (e.versus >= 0) == change && half > 0) {
      widths.push_back(half);
    }
  }
  return median_of(std::move(widths));
}

double largest_level(const ResultData& result, int measure) {
  double largest = 0;
  for (const Estimate& e : result.estimates) {
    if (e.measure == measure && e.versus < 0 && std::isfinite(e.estimate)) {
      largest = std::max(largest, std::abs(e.estimate));
    }
  }
  return largest;
}

struct Limits {
  int least, most;
  int most_change;
};

Limits apply_unit(MeasureFormat& format, const ResultData& result, int measure) {
  const MeasureInfo& info = result.measures[static_cast<std::size_t>(measure)];
  if (info.share) {
    format.scale = 100;
    format.after = std::string(no_break_space) + "%";
    format.after_change = std::string(no_break_space) + "pp";
    return {0, 1, 1};
  }
  if (info.unit == "affect") {
    format.level_sign = true;
    return {1, 2, 3};
  }
  if (!result.currency.empty() && info.unit == result.currency) {
    format.before = currency_sign(info.unit);
    return {0, 2, 2};
  }
  const bool hours = info.unit == "min" && largest_level(result, measure) >= 120;
  format.scale = hours ? 1.0 / 60 : 1;
  if (!info.unit.empty() && info.unit != "1") {
    format.after = format.after_change = no_break_space + (hours ? "h" : info.unit);
  }
  return {0, 2, 2};
}

std::string range(const std::string& lower, const std::string& upper) {
  return lower + no_break_space + "to" + no_break_space + upper;
}

} // namespace

std::string fixed(double value, int decimals) { return number_with(value, decimals, ""); }

std::string with_sign(double value, int decimals) { return number_with(value, decimals, "+"); }

std::string whole(double value) {
  std::string text = fixed(value, 0);
  const std::size_t first = text.find_first_of("0123456789");
  if (first == std::string::npos || text.size() - first < 5) {
    return text;
  }
  for (std::size_t at = text.size() - 3; at > first && at < text.size(); at -= 3) {
    text.insert(at, "\u202f");
  }
  return text;
}

std::string percent(double share, int decimals) {
  return fixed(share * 100, decimals) + no_break_space + "%";
}

std::string currency_sign(const std::string& code) {
  constexpr std::array<std::array<std::string_view, 2>, 4> known = {
      {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}}};
  for (const auto& [name, sign] : known) {
    if (name == code) {
      return std::string(sign) + no_break_space;
    }
  }
  return code + no_break_space;
}

std::string MeasureFormat::level(double value) const {
  const double shown = value * scale;
  return before + (level_sign ? with_sign(shown, level_decimals) : fixed(shown, level_decimals)) +
         after;
}

std::string MeasureFormat::change(double value) const {
  return with_sign(value * scale, change_decimals) + after_change +
         (before.empty() ? "" : no_break_space + before.substr(0, before.find(no_break_space)));
}

std::string MeasureFormat::amount(double value) const {
  return before + fixed(std::abs(value * scale), change_decimals) + after_change;
}

std::string MeasureFormat::level_range(double lower, double upper) const {
  return range(fixed(lower * scale, level_decimals), fixed(upper * scale, level_decimals));
}

std::string MeasureFormat::change_range(double lower, double upper) const {
  return range(fixed(lower * scale, change_decimals), fixed(upper * scale, change_decimals));
}

MeasureFormat format_of(const ResultData& result, int measure) {
  MeasureFormat format;
  const Limits limits = apply_unit(format, result, measure);
  const double level = typical_half_width(result, measure, false) * format.scale;
  const double change = typical_half_width(result, measure, true) * format.scale;
  const int for_change = decimals_for(change, limits.least, limits.most_change);
  format.level_decimals = std::isnan(level) && !std::isnan(change)
                              ? std::min(for_change, limits.most)
                              : decimals_for(level, limits.least, limits.most);
  format.change_decimals =
      std::isnan(change) ? format.level_decimals : std::max(format.level_decimals, for_change);
  return format;
}

MeasureFormat format_of(const ResultData& result, int measure, std::vector<double> half_widths) {
  MeasureFormat format;
  const Limits limits = apply_unit(format, result, measure);
  std::erase_if(half_widths, [](double half) { return !(half > 0); });
  const double typical = median_of(std::move(half_widths)) * format.scale;
  format.level_decimals = decimals_for(typical, limits.least, limits.most);
  format.change_decimals = decimals_for(typical, limits.least, limits.most_change);
  return format;
}

} // namespace sojourn::output
