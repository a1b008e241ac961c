// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace sojourn::output {

/// Minutes in the unit that keeps the number short: "74 min", "14 h", "11 days".
[[nodiscard]] std::string duration_words(double minutes, int decimals = 0);

} // namespace sojourn::output
