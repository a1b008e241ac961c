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
  CHECK_FALSE(says(r, "The longest wait is at"));
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

TEST_CASE("Where nobody leaves before the end, nobody gives up or goes elsewhere") {
  ResultData r = sample::people();
  CHECK_FALSE(says(r, "Nobody gives up or goes elsewhere."));
  for (ExitInfo& exit : r.exits) {
    exit.outcome = "served";
  }
  CHECK(says(r, "Nobody gives up or goes elsewhere."));
}
