// SPDX-License-Identifier: Apache-2.0
// The real tree against the rules; `test_house "[figures]"` prints how long its parts are.
#include <catch2/catch.hpp>

#include <algorithm>
#include <iostream>

#include "tests/layering/checks.hpp"

using namespace sojourn::house;

namespace {

const std::vector<Source>& tree() {
  static const std::vector<Source> sources = read_tree(SOJOURN_SOURCE_DIR);
  return sources;
}

std::string listed(const Violations& violations) {
  std::string text;
  for (const std::string& violation : violations) {
    text += "\n  " + violation;
  }
  return text;
}

void expect_none(const Violations& violations) {
  INFO(listed(violations));
  CHECK(violations.empty());
}

void print_quantiles(const std::string& name, std::vector<std::size_t> lengths) {
  std::sort(lengths.begin(), lengths.end());
  const std::size_t n = lengths.size();
  if (n > 0) {
    std::cout << name << ": " << n << ", median " << lengths[n / 2] << ", 90th percentile "
              << lengths[n * 9 / 10] << ", longest " << lengths.back() << "\n";
  }
}

} // namespace

TEST_CASE("the tree is really read", "[house]") {
  const auto own = [](const Source& source) { return source.path == "tests/layering/rules.hpp"; };
  CHECK(std::any_of(tree().begin(), tree().end(), own));
}

TEST_CASE("layers include downwards only", "[house]") { expect_none(check_layers(tree())); }

TEST_CASE("libraries are included from one place", "[house]") {
  expect_none(check_libraries(tree()));
}

TEST_CASE("nothing includes itself in a circle", "[house]") { expect_none(check_cycles(tree())); }

TEST_CASE("a type's name is used once", "[house]") { expect_none(check_names(tree())); }

TEST_CASE("files and functions keep their length and their opening", "[house]") {
  expect_none(check_form(tree()));
}

TEST_CASE("figures of the tree", "[.][figures]") {
  for (const bool tests : {false, true}) {
    std::vector<std::size_t> files;
    std::vector<std::size_t> functions;
    for (const Source& source : tree()) {
      if (is_cpp(source.path) && is_test(source.path) == tests) {
        files.push_back(line_count(source));
        for (const FunctionLength& function : functions_of(source)) {
          functions.push_back(function.lines);
        }
      }
    }
    print_quantiles(tests ? "test files" : "source files", files);
    print_quantiles(tests ? "test functions" : "source functions", functions);
  }
}
