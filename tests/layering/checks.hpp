// SPDX-License-Identifier: Apache-2.0
// Each check takes all sources and returns one line per violation, "path:line: what is wrong".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/layering/source_tree.hpp"

namespace sojourn::house {

using Violations = std::vector<std::string>;

// Includes of the project are written from the root and follow the table of layers.
Violations check_layers(const std::vector<Source>& sources);

// A third-party header is included from its one place only; models/ stays pure.
Violations check_libraries(const std::vector<Source>& sources);

// No include cycle, neither between files nor between folders of the three layers.
Violations check_cycles(const std::vector<Source>& sources);

// Length of files and functions, the licence line and #pragma once.
Violations check_form(const std::vector<Source>& sources);

// No two types of one name in one namespace, in whatever files.
Violations check_names(const std::vector<Source>& sources);

struct FunctionLength {
  std::size_t line = 0;  // where its head begins
  std::size_t lines = 0; // from the head to the closing brace
  std::string head;
};

// Functions defined in a C++ source. Lambdas and local blocks belong to the function around them.
std::vector<FunctionLength> functions_of(const Source& source);

} // namespace sojourn::house
