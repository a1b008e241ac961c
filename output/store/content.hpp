// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// A result file as a list: groups of named datasets. What is written, what is hashed and what
// FORMAT.md lists are all this list.
namespace sojourn::output {

using Values =
    std::variant<std::vector<double>, std::vector<float>, std::vector<std::int8_t>,
                 std::vector<std::int32_t>, std::vector<std::int64_t>, std::vector<std::string>>;

/// What a code stands for: one pair of CF's flag_values and flag_meanings.
struct Meaning {
  std::int32_t code = 0;
  std::string text;
};
using Meanings = std::vector<Meaning>;

struct Dataset {
  std::string name;
  std::vector<std::string> dimensions; // empty: one value
  std::vector<std::size_t> shape;      // as long as dimensions
  std::string unit;                    // empty for text
  std::string long_name;
  Values values;
  Meanings meanings;

  /// A dimension scale gives the dimension of its own name its coordinates.
  [[nodiscard]] bool is_scale() const { return dimensions.size() == 1 && dimensions[0] == name; }
};

struct DataGroup {
  std::string path; // "map", "provenance/run"
  std::string title;
  std::vector<Dataset> datasets;
};

struct Content {
  std::vector<std::pair<std::string, std::string>> attributes; // of the file
  std::vector<DataGroup> groups;
};

} // namespace sojourn::output
