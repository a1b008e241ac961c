// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>

namespace sojourn::output {

/// The result for a terminal of `columns` (at least 40): every headline measure in every arm with
/// its interval and its difference from today, agreements, warnings, and the answer last. Names are
/// stripped of escapes; `colour` adds our own.
[[nodiscard]] std::string terminal_summary(const ResultData& result, int columns = 80,
                                           bool colour = false);

} // namespace sojourn::output
