// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

// Every broken scenario in broken/ must give exactly the problems in its .expected file: all of
// them, nothing else, word for word. SOJOURN_APPROVE=1 writes what comes out now.
namespace {

namespace fs = std::filesystem;
const fs::path folder = fs::path(SOJOURN_SOURCE_DIR) / "tests/golden/sim/scenario/broken";

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> broken_scenarios() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".yaml")
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string problems_of(const fs::path& path) {
  const auto loaded = sojourn::load_scenario_text(text_of(path), path.filename().string(), {});
  std::string text;
  for (const sojourn::Problem& problem : loaded.problems)
    text += render(problem, false);
  return text;
}

} // namespace

TEST_CASE("each broken scenario gives its message, word for word", "[scenario]") {
  const auto paths = broken_scenarios();
  REQUIRE(paths.size() >= 50);
  for (const fs::path& path : paths) {
    const std::string now = problems_of(path);
    const fs::path expected = fs::path(path).replace_extension(".expected");
    if (std::getenv("SOJOURN_APPROVE") != nullptr)
      std::ofstream(expected, std::ios::binary) << now;
    INFO(path.filename());
    CHECK(now == text_of(expected));
    CHECK_FALSE(now.empty());
  }
}

TEST_CASE("nine mistakes are nine problems and nothing else", "[scenario]") {
  for (const fs::path& each : broken_scenarios())
    if (each.filename().string().find("nine-mistakes") != std::string::npos) {
      const auto loaded = sojourn::load_scenario_text(text_of(each), "nine.yaml", {});
      CHECK(loaded.problems.size() == 9);
      CHECK(loaded.arms.empty());
    }
}
