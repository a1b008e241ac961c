// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sojourn::house {

struct Source {
  std::string path; // from the root of the project, with '/'
  std::string text;
};

struct Include {
  std::string header;
  bool quoted = false; // "header", as opposed to <header>
  std::size_t line = 0;
};

// Every file that people write under the root's source folders; build trees are not visited.
std::vector<Source> read_tree(const std::filesystem::path& root);

std::vector<Include> includes_of(const Source& source);

std::size_t line_count(const Source& source);

// "models/luck/stream.hpp" -> "models"; a test -> the layer it tests; "" where neither applies.
std::string layer_of(std::string_view path);

// "models/luck/stream.hpp" -> "models/luck"
std::string folder_of(std::string_view path);

bool is_cpp(std::string_view path);
bool is_test(std::string_view path);

} // namespace sojourn::house
