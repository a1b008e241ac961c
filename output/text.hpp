// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <utility>

// Text from values: the only includer of fmt. The pattern is checked when compiling; numbers never
// depend on the user's locale. Not named `format`: with std::string arguments an unqualified call
// would also find std::format.
namespace sojourn::output {

/// text("{} of {:.1f}", 3, 4.0) == "3 of 4.0". Pattern language: that of std::format.
template <class... Values>
[[nodiscard]] std::string text(fmt::format_string<Values...> pattern, Values&&... values) {
  return fmt::format(pattern, std::forward<Values>(values)...);
}

/// Appends to `target` what text() would return.
template <class... Values>
void append(std::string& target, fmt::format_string<Values...> pattern, Values&&... values) {
  fmt::format_to(std::back_inserter(target), pattern, std::forward<Values>(values)...);
}

} // namespace sojourn::output
