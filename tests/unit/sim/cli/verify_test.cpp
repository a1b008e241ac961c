// SPDX-License-Identifier: Apache-2.0
#include "output/json.hpp"
#include "sim/cli/layout.hpp"
#include "sim/cli/verify_text.hpp"
#include "sim/scenario/characters.hpp"
#include "tests/unit/sim/cli/process.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace sojourn;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using output::Json;
using process::Folder;
using process::run;

namespace {

const std::string chain = SOJOURN_SOURCE_DIR "/scenarios/theory/incident_chain.yaml";

cli::Checked checked(std::vector<verify::Figure> figures) {
  return {"T99", "A target", "exact", {}, std::move(figures)};
}

} // namespace

TEST_CASE("verify holds a scenario against its chain, within 80 columns") {
  const Folder folder;
  std::filesystem::copy_file(chain, folder.path() / "chain.yaml");
  const auto told = run(folder, "verify chain.yaml");
  CHECK(told.code == 0);
  CHECK_THAT(told.out, Contains("  minutes per journey                         66.7624"));
  CHECK_THAT(told.out, Contains("  none: nobody queues\n"));
  CHECK_THAT(told.out, EndsWith("\nAll 12 figures hold.\n"));
  for (const std::string& line : split(told.out, '\n')) {
    CHECK(count_characters(line) <= 80);
  }
}

TEST_CASE("verify as one JSON document, the same figures") {
  const Folder folder;
  std::filesystem::copy_file(chain, folder.path() / "chain.yaml");
  const auto told = run(folder, "verify chain.yaml --json --threads 1");
  CHECK(told.code == 0);
  const Json json = Json::parse(told.out);
  CHECK(json["figures"] == 12);
  CHECK(json["misses"] == 0);
  REQUIRE(json["checked"].size() == 2);
  CHECK(json["checked"][0]["figures"][0]["verdict"] == "ok");
  CHECK(json["checked"][1]["figures"].empty());
}

TEST_CASE("verify says what is wrong with its arguments") {
  const Folder folder;
  CHECK(run(folder, "verify missing.yaml").code == 66);
  CHECK(run(folder, "verify --queue").code == 2);
}

TEST_CASE("many figures without luck are folded to the worst, misses are all told") {
  verify::Figures figures;
  for (int i = 0; i < 8; ++i) {
    figures.exact("figure " + std::to_string(i), 1, i == 5 ? 1 + 5e-10 : 1);
  }
  const std::vector<verify::Figure> fine = figures.done();
  CHECK_THAT(cli::checked_text(checked(fine), false, false), Contains("worst of 8: figure 5"));
  CHECK_THAT(cli::checked_text(checked(fine), true, false), Contains("\n  figure 7"));
  std::vector<verify::Figure> bad = fine;
  bad[2].value = bad[3].value = 2;
  const std::string told = cli::checked_text(checked(bad), false, false);
  CHECK_THAT(told, Contains("figure 2") && Contains("figure 3") && Contains(" MISS"));
}

TEST_CASE("the verdict counts misses and intervals that stayed wide") {
  verify::Figures figures;
  figures.exact("", 1, 1).exact("", 1, 2).estimate("", 4, {4.1, .2, .1});
  cli::Score score;
  score.add(checked(figures.done()));
  CHECK(cli::verdict_text(score) == "1 of them hold with an interval wider than asked for, because "
                                    "replications were\ncapped.\n1 of 3 figures MISS.\n");
  cli::Score good;
  good.add(checked(verify::Figures().exact("", 1, 1).done()));
  CHECK(cli::verdict_text(good) == "All 1 figures hold.\n");
}
