// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

// What a user must know to repair a scenario. Problems are values collected in a list; nothing in
// this folder throws because of what somebody wrote.
namespace sojourn {

enum class Severity : unsigned char { error, warning };

struct Problem {
  std::string file;
  int line = 0, column = 0; // 1-based, in characters; 0: the file as a whole
  int length = 1;           // characters under the caret
  Severity severity = Severity::error;
  std::string message;       // one line, names field, value and range
  std::string why;           // may be empty
  std::string hint;          // may be empty
  std::string source_line;   // the line as written
  bool missing_file = false; // the file is not there at all (exit code 66)
};

/// `file:line:column: error: message`, the line, a caret, why, hint. Control characters of the
/// source are shown as `?`; with `colour`, severity and caret are coloured by ANSI escapes.
std::string render(const Problem& problem, bool colour);

bool has_errors(const std::vector<Problem>& problems);

/// Orders by severity-blind place: line, then column; keeps the order of equal places.
void sort_by_place(std::vector<Problem>& problems);

} // namespace sojourn
