// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace sojourn::output {

/// What is said of a dataset: "arm persona" are the dimensions, "" is one value; the unit of a text
/// is "".
struct About {
  std::string name;
  const char* dimensions = "";
  std::string unit;
  std::string long_name;
};

/// How a member is stored: truth as int8, counts and codes as int32.
template <class T>
using Stored = std::conditional_t<std::is_same_v<T, bool>, std::int8_t,
                                  std::conditional_t<std::is_same_v<T, int>, std::int32_t, T>>;

/// "arm persona" -> {"arm", "persona"}
std::vector<std::string> words(const std::string& text);

} // namespace sojourn::output
