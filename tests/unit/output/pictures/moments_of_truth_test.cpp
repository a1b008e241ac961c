// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/moments_of_truth.hpp"

#include "tests/golden/output/pictures/sample.hpp"

#include <catch2/catch.hpp>

#include <cmath>

namespace sojourn::output {

using Catch::Matchers::WithinAbs;

TEST_CASE("pain points are where visits times negative feeling is largest, two at most") {
  ResultData r = sample::incident();
  const auto pains = pain_points(r, 0, 0);
  REQUIRE(pains.size() == 2);
  CHECK(r.touchpoints[pains[0].touchpoint].id == "wait_fix");
  CHECK(r.touchpoints[pains[1].touchpoint].id == "chase");
  CHECK(pains[0].text.find("they wait 74") != std::string::npos);
  for (double& mean : r.map.affect_mean) {
    mean = 0.3;
  }
  CHECK(pain_points(r, 0, 0).empty());
}

TEST_CASE("declared moments of truth win over computed ones") {
  ResultData r = sample::incident();
  const auto declared = moments_of_truth(r, 0, 0);
  REQUIRE(declared.size() == 1);
  CHECK(r.touchpoints[declared[0].touchpoint].id == "contact");
  CHECK(moments_rule(r).find("declares") != std::string::npos);
  for (TouchpointInfo& touchpoint : r.touchpoints) {
    touchpoint.declared_moment_of_truth = false;
  }
  const auto computed = moments_of_truth(r, 0, 0);
  CHECK(computed.size() == 2);
  CHECK(moments_rule(r).find("changes most") != std::string::npos);
  for (const Moment& moment : computed) {
    for (const Moment& pain : pain_points(r, 0, 0)) {
      CHECK(moment.touchpoint != pain.touchpoint);
    }
  }
}

TEST_CASE("the memory before a touchpoint is the mean over where people come from") {
  ResultData r = sample::of_size({1, 0, 3, 1, 0}, "x");
  r.map.remembered_running = {1, -1, 0};
  r.map.flow.assign(4 * 5, 0.0);
  r.map.flow[0 * 5 + 2] = 30; // from 0 to 2
  r.map.flow[1 * 5 + 2] = 10;
  r.map.flow[2 * 5 + 2] = 99; // its own loop does not count
  CHECK_THAT(remembered_before(r, 0, 0, 2), WithinAbs(0.5, 1e-12));
  CHECK(std::isnan(remembered_before(r, 0, 0, 0)));
}

} // namespace sojourn::output
