// SPDX-License-Identifier: Apache-2.0
// What the journeys of the gallery answer, at two replications: the same on every compiler. A
// summary beside the hash, so that a difference can be read. SOJOURN_APPROVE=1 writes what comes
// out now.
#include "output/store/content_hash.hpp"
#include "output/text.hpp"
#include "sim/scenario/load.hpp"
#include "sim/study/compare.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace sojourn;

namespace {

constexpr std::array<std::string_view, 8> gallery = {"cloud_server",  "ecampus",  "electricrox",
                                                     "festival_trip", "incident", "insurance_claim",
                                                     "onboarding",    "workshop"};
constexpr std::array<std::string_view, 4> shown = {"remembered_experience", "served", "value",
                                                   "cost"};

std::string summary_of(const output::ResultData& result) {
  std::string text;
  for (const output::Estimate& each : result.estimates) {
    const std::string& measure = result.measures[static_cast<std::size_t>(each.measure)].id;
    if (each.versus < 0 && each.group == 0 &&
        std::find(shown.begin(), shown.end(), measure) != shown.end()) {
      output::append(text, "{} {} {:.4f}\n", result.arms[static_cast<std::size_t>(each.arm)].id,
                     measure, each.estimate);
    }
  }
  return text;
}

/// Words in comments are no numbers: the text of the file stays out of the hash.
std::string answer_of(std::string_view name, std::uint64_t more_seed = 0) {
  // Raw shares: fitting takes ten times as long as the rest, and has tests of its own.
  Loaded loaded =
      load_scenario(SOJOURN_SOURCE_DIR "/scenarios/" + std::string(name) + ".yaml", {{"base=raw"}});
  REQUIRE(loaded.problems.empty());
  for (ArmSpec& arm : loaded.arms) {
    arm.scenario.experiment.seed_value += more_seed;
  }
  const StudyInput input{loaded.arms, "", "", {}};
  StudyOptions options;
  options.run = settings_of(loaded.arms.front().scenario, 2);
  const Runnable runnable = prepare(input, options);
  const RunRecord record =
      run_arms(runnable, options.run, *make_executor(ExecutorKind::threads, 2));
  const output::ResultData result = result_of(input, runnable, record);
  return summary_of(result) + output::content_hash(result) + "\n";
}

std::string approved_path(std::string_view name) {
  return SOJOURN_SOURCE_DIR "/tests/golden/sim/gallery/" + std::string(name) + ".txt";
}

} // namespace

TEST_CASE("the gallery answers as approved", "[golden]") {
  for (const std::string_view name : gallery) {
    const std::string found = answer_of(name);
    if (const char* approve = std::getenv("SOJOURN_APPROVE");
        approve != nullptr && *approve == '1') {
      std::ofstream(approved_path(name)) << found;
    }
    std::ifstream file(approved_path(name));
    const std::string approved{std::istreambuf_iterator<char>(file), {}};
    INFO(name << ": SOJOURN_APPROVE=1 approves what comes out now");
    CHECK(found == approved);
  }
}

TEST_CASE("another seed gives another answer", "[golden]") {
  CHECK(answer_of("workshop") != answer_of("workshop", 1));
}
