// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"
#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

// The eight questions asked of every journey: what is said where there is nothing to say. That the
// numbers are the map's, the readers' tests hold.
namespace {

using namespace sojourn::output;

bool says(const ResultData& result, const std::string& words) {
  return page::questions_section(result).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("Where nobody waits, nobody is left without a word") {
  ResultData r = sample::people();
  std::fill(r.map.wait_mean_min.begin(), r.map.wait_mean_min.end(), 0.0);
  CHECK(says(r, "Nobody waits so long that they would have to ask."));
  CHECK_FALSE(says(r, "Most of the waiting is at"));
}

TEST_CASE("Who is told how it goes does not ask") {
  ResultData r = sample::people();
  std::fill(r.map.wait_mean_min.begin(), r.map.wait_mean_min.end(), 30.0);
  CHECK(says(r, "nothing is said while they wait at"));
  for (const TouchpointInfo& each : r.touchpoints) {
    ParameterInfo told;
    told.path = "touchpoints." + each.id + ".updates.every";
    r.parameters.push_back(told);
  }
  CHECK(says(r, "Where people wait, they are told something of it."));
}

TEST_CASE("People get stuck where most of them wait, not where few wait long") {
  ResultData r = sample::people();
  r.touchpoints[0].name = "Gate";
  r.touchpoints[1].name = "Vault";
  std::fill(r.map.wait_mean_min.begin(), r.map.wait_mean_min.end(), 0.0);
  std::fill(r.map.visits.begin(), r.map.visits.end(), 0.0);
  r.map.visits[0] = 100;
  r.map.visits[1] = 1;
  r.map.wait_mean_min[0] = 30;
  r.map.wait_mean_min[1] = 2880; // longer for each, shorter in all
  CHECK(says(r, "Most of the waiting is at “Gate”, 30\u00a0min on average in 100 visits"));
  CHECK(says(r, "“Vault”, 2\u00a0days on average"));
}

TEST_CASE("Questions of the scenario are unanswered where nothing is said") {
  ResultData r = sample::people();
  const std::string at = "touchpoints." + r.touchpoints[0].id + ".";
  r.parameters.push_back({at + "about.question", "Who knows?", "", "described", "", ""});
  CHECK(says(r, "They ask themselves: at “"));
  CHECK(says(r, "“Who knows?”."));
  r.parameters.push_back({at + "updates.every", "30 min", "", "written", "", ""});
  CHECK_FALSE(says(r, "Who knows?"));
}

TEST_CASE("A step that comes twice is counted once") {
  ResultData r = sample::people();
  for (TouchpointInfo& each : r.touchpoints) {
    each.step = "engage";
  }
  r.touchpoints[1].step = "offer";
  const std::string page = page::questions_section(r);
  const std::size_t first = page.find("engage ");
  REQUIRE(first != std::string::npos);
  CHECK(page.find("engage ", first + 1) == std::string::npos);
}

TEST_CASE("Where nobody leaves before the end, nobody gives up or goes elsewhere") {
  ResultData r = sample::people();
  CHECK_FALSE(says(r, "Nobody gives up or goes elsewhere."));
  for (ExitInfo& exit : r.exits) {
    exit.outcome = "served";
  }
  CHECK(says(r, "Nobody gives up or goes elsewhere."));
}
