// SPDX-License-Identifier: Apache-2.0
#include "tests/layering/source_tree.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "tests/layering/rules.hpp"

namespace sojourn::house {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool written_by_people(const fs::path& path) {
  static constexpr std::array kinds{".hpp", ".cpp", ".cmake", ".py", ".sh", ".mjs", ".js", ".R"};
  const std::string extension = path.extension().string();
  return path.filename() == "CMakeLists.txt" ||
         std::find(kinds.begin(), kinds.end(), extension) != kinds.end();
}

} // namespace

std::vector<Source> read_tree(const fs::path& root) {
  std::vector<Source> sources;
  for (const char* folder : {"models", "output", "sim", "tests", ".cmake"}) {
    if (!fs::exists(root / folder)) {
      continue;
    }
    for (auto at = fs::recursive_directory_iterator(root / folder); at != fs::end(at); ++at) {
      const fs::directory_entry& entry = *at;
      if (entry.path().filename() == "node_modules") { // what npm brought for the browser tests
        at.disable_recursion_pending();
      }
      if (entry.is_regular_file() && written_by_people(entry.path())) {
        sources.push_back({fs::relative(entry.path(), root).generic_string(), text_of(entry)});
      }
    }
  }
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

std::vector<Include> includes_of(const Source& source) {
  static const std::regex directive(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> includes;
  std::istringstream lines(source.text);
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (line.find("include") != std::string::npos && std::regex_search(line, match, directive)) {
      includes.push_back({match[2], match[1] == "\"", number});
    }
  }
  return includes;
}

std::size_t line_count(const Source& source) {
  const auto breaks = std::count(source.text.begin(), source.text.end(), '\n');
  const bool open_last_line = !source.text.empty() && source.text.back() != '\n';
  return static_cast<std::size_t>(breaks) + (open_last_line ? 1 : 0);
}

std::string layer_of(std::string_view path) {
  for (const LayerRule& rule : layer_rules) {
    const std::string folder = std::string(rule.layer) + "/";
    const bool own = path.starts_with(folder);
    if (own || (is_test(path) && path.find("/" + folder) != std::string_view::npos)) {
      return std::string(rule.layer);
    }
  }
  return "";
}

std::string folder_of(std::string_view path) {
  return std::string(path.substr(0, std::min(path.rfind('/'), path.size())));
}

bool is_cpp(std::string_view path) { return path.ends_with(".hpp") || path.ends_with(".cpp"); }

bool is_test(std::string_view path) { return path.starts_with("tests/"); }

} // namespace sojourn::house
