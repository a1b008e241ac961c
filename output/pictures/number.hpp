// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>
#include <vector>

// The one place where numbers become text in pictures: no locale, a true minus sign, never "-0".
namespace sojourn::output {

inline constexpr const char* no_break_space = "\u00a0";

/// Fixed decimals, 0..6, with a minus sign U+2212; "–" where there is no value.
[[nodiscard]] std::string fixed(double value, int decimals);

/// As fixed(), with a plus before what is above zero after rounding.
[[nodiscard]] std::string with_sign(double value, int decimals);

/// Whole number with a thin space between thousands.
[[nodiscard]] std::string whole(double value);

/// 0.354 -> "35 %" with a no-break space.
[[nodiscard]] std::string percent(double share, int decimals = 0);

/// "€ " for EUR and the like, otherwise the code and a space.
[[nodiscard]] std::string currency_sign(const std::string& code);

/// How one measure is written: the same scale and decimals for all its numbers of one kind.
struct MeasureFormat {
  double scale = 1; // shown = value * scale
  int level_decimals = 2, change_decimals = 2;
  bool level_sign = false;  // affect carries its sign
  std::string before;       // "€ "
  std::string after;        // " %", " min"
  std::string after_change; // " pp" for shares

  [[nodiscard]] std::string level(double value) const;
  [[nodiscard]] std::string change(double value) const;
  [[nodiscard]] std::string amount(double value) const; // size of a change, without its sign
  [[nodiscard]] std::string level_range(double lower, double upper) const;
  [[nodiscard]] std::string change_range(double lower, double upper) const;
};

/// Decimals follow the interval: its half-width keeps one to two digits, within limits per unit.
[[nodiscard]] MeasureFormat format_of(const ResultData& result, int measure);

/// The same for numbers with intervals of their own; NaN and 0 do not count.
[[nodiscard]] MeasureFormat format_of(const ResultData& result, int measure,
                                      std::vector<double> half_widths);

} // namespace sojourn::output
