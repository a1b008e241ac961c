// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

namespace sojourn::cli {

/// A scenario that travels within the program, so that `init` works wherever the program is.
struct EmbeddedText {
  std::string_view name, text;
};

/// .cmake/embed.cmake makes the source of this from the files it names.
[[nodiscard]] const std::vector<EmbeddedText>& embedded_scenarios();

} // namespace sojourn::cli
