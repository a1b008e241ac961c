// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"

#include <string>
#include <string_view>

// Lines and columns of a terminal. Everything that comes from a scenario is cleaned here.
namespace sojourn::output::terminal {

inline constexpr const char* green = "\x1b[32m";
inline constexpr const char* red = "\x1b[31m";
inline constexpr const char* bold = "\x1b[1m";
inline constexpr const char* faint = "\x1b[2m";

struct Terminal {
  int columns = 80;
  bool colour = false;

  [[nodiscard]] std::string paint(const char* how, const std::string& text) const;
};

[[nodiscard]] std::string spaces(int n);

/// A terminal breaks at a no-break space as at any other; it must not be there for alignment.
[[nodiscard]] std::string plain_spaces(std::string_view text);

/// At most `width` columns, the last an ellipsis where something is cut off.
[[nodiscard]] std::string cut(const std::string& text, int width);

/// Exactly `width` columns.
[[nodiscard]] std::string left(const std::string& text, int width);
[[nodiscard]] std::string right(const std::string& text, int width);

/// Words filled into lines of the terminal, indented.
[[nodiscard]] std::string filled(const Terminal& t, const std::string& text, int indent);

/// What each study beside the comparison found out, in a few lines each.
[[nodiscard]] std::string study_blocks(const Terminal& t, const ResultData& result);

} // namespace sojourn::output::terminal
