// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/layout.hpp"

#include "sim/scenario/characters.hpp"

namespace sojourn::cli {

std::string wrap(std::string_view first, std::string_view text, std::size_t width) {
  const std::size_t indent = count_characters(first);
  std::string lines(first);
  std::size_t column = indent;
  for (const std::string& word : split(text, ' ')) {
    const std::size_t length = count_characters(word);
    if (length == 0) {
      continue;
    }
    if (column > indent && column + 1 + length > width) {
      lines += "\n" + std::string(indent, ' ');
      column = indent;
    }
    lines += (column > indent ? " " : "") + word;
    column += length + (column > indent ? 1 : 0);
  }
  return lines + "\n";
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t length = count_characters(text);
  return std::string(text) + std::string(length < width ? width - length : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t length = count_characters(text);
  return std::string(length < width ? width - length : 0, ' ') + std::string(text);
}

std::string bold(std::string_view text, bool colour) {
  return colour ? "\033[1m" + std::string(text) + "\033[0m" : std::string(text);
}

std::string dim(std::string_view text, bool colour) {
  return colour ? "\033[2m" + std::string(text) + "\033[0m" : std::string(text);
}

} // namespace sojourn::cli
