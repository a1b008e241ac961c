// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

// Ids and numbers as people say them.
namespace sojourn {

/// "restored_in_time" -> "Restored in time".
[[nodiscard]] std::string label_of(std::string_view id);

/// Minutes in the largest unit that keeps the number short: "45 s", "3 min", "4 h", "2 days".
[[nodiscard]] std::string rounded_duration(double minutes);

/// "1 arm", "4 arms".
[[nodiscard]] std::string counted(long long n, std::string_view noun);

/// At least three digits, none of them after a 100 or behind an exponent: "0.0123", "12.3", "1234".
[[nodiscard]] std::string three_digits(double value);

} // namespace sojourn
