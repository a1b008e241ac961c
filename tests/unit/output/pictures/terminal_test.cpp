// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/terminal.hpp"

#include "output/pictures/answer.hpp"
#include "output/pictures/letters.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

namespace sojourn::output {
namespace {

int widest_line(const std::string& text) {
  std::istringstream lines(text);
  int widest = 0;
  for (std::string line; std::getline(lines, line);) {
    widest = std::max(widest, terminal_width(line));
  }
  return widest;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

} // namespace

TEST_CASE("the summary fits its columns and ends with the answer") {
  const ResultData r = sample::incident();
  for (const int columns : {60, 80, 120}) {
    CHECK(widest_line(terminal_summary(r, columns, false)) <= columns);
  }
  const std::string text = one_line(terminal_summary(r, 80, false));
  const std::string last = "per journey (26.7 to 29.3). ";
  CHECK(text.ends_with(last));
  CHECK(text.find("“Tell people where their ticket is” lifts the remembered experience by 0.59") !=
        std::string::npos);
}

TEST_CASE("the summary has colour only when asked, and none of the names' own") {
  ResultData r = sample::incident();
  r.title = "\x1b[2J\x1b]0;owned\x07Title";
  r.arms[1].id = "\x1b[31mlive";
  CHECK(terminal_summary(r, 80, false).find('\x1b') == std::string::npos);
  const std::string painted = terminal_summary(r, 80, true);
  CHECK(painted.find("\x1b[32m") != std::string::npos);
  CHECK(painted.find("\x1b[2J") == std::string::npos);
  CHECK(painted.find("owned") == std::string::npos);
}

TEST_CASE("a summary of long names and many arms stays inside its columns") {
  const std::string name(80, 'x');
  CHECK(widest_line(
            terminal_summary(sample::of_size({12, 8, 60, 1, 1}, "Ä name " + name), 80, false)) <=
        80 + 80); // a word of 80 letters cannot be broken; everything else fits
  CHECK(widest_line(terminal_summary(sample::of_size({12, 8, 60, 1, 1}, "A name"), 80, false)) <=
        80);
}

TEST_CASE("an empty result has a summary too") {
  CHECK_FALSE(terminal_summary(ResultData{}, 80, false).empty());
}

} // namespace sojourn::output
