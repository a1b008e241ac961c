// SPDX-License-Identifier: Apache-2.0
#include "tests/layering/checks.hpp"
#include "tests/layering/rules.hpp"

namespace sojourn::house {
namespace {

std::string of(std::size_t lines, std::size_t limit) {
  return std::to_string(lines) + " lines, at most " + std::to_string(limit);
}

void check_functions(const Source& source, Violations& violations) {
  for (const FunctionLength& function : functions_of(source)) {
    if (function.lines > max_function_lines) {
      violations.push_back(source.path + ":" + std::to_string(function.line) + ": function has " +
                           of(function.lines, max_function_lines) + ": " + function.head);
    }
  }
}

void check_opening(const Source& source, Violations& violations) {
  // After the project's own licence, that of embedded material may follow: "AND OFL-1.1".
  if (!source.text.starts_with("// SPDX-License-Identifier: Apache-2.0")) {
    violations.push_back(source.path + ":1: the licence line is missing");
  }
  if (source.path.ends_with(".hpp") && source.text.find("\n#pragma once\n") == std::string::npos) {
    violations.push_back(source.path + ":1: #pragma once is missing");
  }
}

} // namespace

Violations check_form(const std::vector<Source>& sources) {
  Violations violations;
  for (const Source& source : sources) {
    if (line_count(source) > max_file_lines) {
      violations.push_back(source.path + ":1: file has " + of(line_count(source), max_file_lines));
    }
    if (is_cpp(source.path)) {
      check_functions(source, violations);
      check_opening(source, violations);
    }
  }
  return violations;
}

} // namespace sojourn::house
