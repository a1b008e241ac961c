// SPDX-License-Identifier: Apache-2.0
#include "sim/study/warnings.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>

// Little's law, asked of the line of every replication.
namespace {

using namespace sojourn;

/// The warnings after two replications of a desk, once `tamper` has had its way with the second.
template <class Tamper> std::vector<std::string> warned(const Tamper& tamper) {
  Scenario scenario = build::desk(40, Distribution::exponential(1), 1);
  scenario.experiment.horizon = 2 * ticks_per_week;
  const Plan plan = build::plan_of(scenario);
  Runnable runnable;
  runnable.twin = {0};
  runnable.books = {Books{}};
  RunRecord record;
  record.replications = 2;
  ArmRecord& arm = record.arms.emplace_back();
  arm.pooled = Tally(plan.shape());
  for (std::uint32_t replication = 0; replication < 2; ++replication) {
    const Tally tally = simulate(plan, replication);
    arm.pooled += tally;
    arm.resources.push_back(tally.resources[0]);
  }
  REQUIRE(arm.resources[1].line_area > 0);
  tamper(arm.resources[1]);
  std::vector<std::string> lines;
  for (const std::string& warning :
       warnings_of({ArmSpec{"baseline", "", "", {}, scenario}}, runnable, record)) {
    if (warning.find("Little's law") != std::string::npos) {
      lines.push_back(warning);
    }
  }
  return lines;
}

} // namespace

TEST_CASE("A line whose counts agree is not spoken of") {
  CHECK(warned([](ResourceTally&) {}).empty());
}

TEST_CASE("A tick, or somebody, that goes missing in one replication is reported") {
  const std::vector<std::string> expected = {
      "the line for desk today breaks Little's law in 1 replication: arrivals, length and waits "
      "disagree, so do not trust them; this is a fault of the program, please report it"};
  CHECK(warned([](ResourceTally& line) { --line.line_waits; }) == expected);
  CHECK(warned([](ResourceTally& line) { --line.parted; }) == expected);
}
