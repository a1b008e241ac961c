// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>

namespace sojourn::output {

/// "No such value": nobody of that persona, nobody reached that touchpoint. Test with std::isnan.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

} // namespace sojourn::output
