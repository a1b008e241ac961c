// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/value.hpp"

#include <optional>
#include <string_view>

// Numbers and units of time as people write them.
namespace sojourn {

struct LeadingNumber {
  double number = 0;
  std::string_view rest; // trimmed
};

/// The decimal number a text starts with. Refused with a reason: no number, hexadecimal, leading
/// zeros (010), digit groups (1_000), decimal commas, "nan", infinities, and what a double cannot
/// hold (1e999, 1e-400).
Read<LeadingNumber> leading_number(std::string_view text);

/// Minutes in a unit of time ("min", "hours", "working day"); nullopt for anything else.
std::optional<double> minutes_in(std::string_view unit, const Units& units);

/// Every unit of time, for hints.
const std::vector<std::string>& time_units();

/// Shortest text that reads back as the same double.
std::string number_text(double number);

/// "90 s", "4 h", "2.5 days": the largest unit that gives at least one.
std::string duration_text(double minutes);

/// Writes `factor` times the number in front of `text`, or `addend` more; the unit stays.
/// nullopt where the text starts with no number.
std::optional<std::string> scaled_text(std::string_view text, double factor);

} // namespace sojourn
