// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/problem.hpp"

#include "sim/scenario/characters.hpp"

#include <algorithm>

namespace sojourn {
namespace {

constexpr std::size_t widest_line = 160; // characters of source shown around the caret

struct Palette {
  std::string bold, red, yellow, dim, off;
};

Palette palette(bool colour) {
  if (!colour)
    return {};
  return {"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"};
}

std::string place_of(const Problem& problem) {
  std::string place = printable(problem.file);
  if (problem.line > 0)
    place += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  return place;
}

// A long line is cut so that the caret stays in view.
std::string excerpt(const Problem& problem, const Palette& paint) {
  if (problem.line == 0 || problem.source_line.empty())
    return {};
  const std::size_t column = static_cast<std::size_t>(problem.column - 1);
  const std::size_t from = column > widest_line / 2 ? column - widest_line / 2 : 0;
  const std::string shown = slice_characters(problem.source_line, from, widest_line);
  const std::string number = std::to_string(problem.line);
  const std::size_t room = std::max<std::size_t>(number.size(), 5);
  const std::size_t carets = std::clamp<std::size_t>(
      static_cast<std::size_t>(std::max(problem.length, 1)), 1, widest_line / 2);
  return std::string(room - number.size(), ' ') + number + " | " + printable(shown) + "\n" +
         std::string(room, ' ') + " | " + std::string(column - from, ' ') + paint.red + "^" +
         std::string(carets - 1, '~') + paint.off + "\n";
}

} // namespace

std::string render(const Problem& problem, bool colour) {
  const Palette paint = palette(colour);
  const bool error = problem.severity == Severity::error;
  std::string text = paint.bold + place_of(problem) + ": " + paint.off +
                     (error ? paint.red + "error: " : paint.yellow + "warning: ") + paint.off +
                     printable(problem.message) + "\n" + excerpt(problem, paint);
  if (!problem.why.empty())
    text += "  why: " + printable(problem.why) + "\n";
  if (!problem.hint.empty())
    text += "  hint: " + printable(problem.hint) + "\n";
  return text;
}

bool has_errors(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& each) { return each.severity == Severity::error; });
}

void sort_by_place(std::vector<Problem>& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
}

} // namespace sojourn
