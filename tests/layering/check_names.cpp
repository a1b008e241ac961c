// SPDX-License-Identifier: Apache-2.0
// Two types of one name in one namespace are undefined behaviour that no compiler or linker
// reports: a template over the one may be replaced by the template over the other. It was met here:
// two `Field` shared std::initializer_list<Field>, and unoptimised builds crashed on start.
#include <map>
#include <regex>
#include <sstream>

#include "tests/layering/checks.hpp"

namespace sojourn::house {
namespace {

struct Definition {
  std::string name; // with its namespace
  std::size_t line = 0;
};

// Types defined at the outermost level of a named namespace, as clang-format leaves them: from the
// first column on. What is in an unnamed namespace belongs to its file and is left out.
std::vector<Definition> types_of(const Source& source) {
  static const std::regex space(R"(^(?:inline )?namespace (\S+) \{.*)");
  static const std::regex type(R"(^(?:template <.*> )?(?:struct|class|enum class|enum|union) )"
                               R"((?:alignas\(\w+\) )?(\w+)(?: final)?(?: :[^;]*)? \{.*)");
  std::vector<Definition> found;
  std::string around;
  int unnamed = 0;
  std::istringstream lines(source.text);
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    unnamed += line == "namespace {" ? 1 : line == "} // namespace" ? -1 : 0;
    if (std::regex_match(line, match, space)) {
      around += match.str(1) + "::";
    } else if (line.starts_with("} // namespace ") || line.starts_with("} // inline namespace ")) {
      around.clear();
    } else if (unnamed == 0 && std::regex_match(line, match, type)) {
      found.push_back({around + match.str(1), number});
    }
  }
  return found;
}

} // namespace

Violations check_names(const std::vector<Source>& sources) {
  std::map<std::string, std::string> first;
  Violations violations;
  for (const Source& source : sources) {
    if (is_test(source.path) || !is_cpp(source.path)) {
      continue;
    }
    for (const Definition& type : types_of(source)) {
      const std::string here = source.path + ":" + std::to_string(type.line);
      const auto [before, is_new] = first.emplace(type.name, here);
      if (!is_new) {
        violations.push_back(here + ": " + type.name + " is also defined at " + before->second);
      }
    }
  }
  return violations;
}

} // namespace sojourn::house
