// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "sim/study/compare.hpp"

#include <catch2/catch.hpp>

namespace sojourn {
namespace {

void prepared(const std::string& asks) {
  const Loaded loaded = load_scenario_text("sojourn: 1\npersonas: { ann: { share: 100% } }\n"
                                           "arrivals: { rate: 4 per hour }\n"
                                           "touchpoints: { ask: { takes: 6 min, then: [ { to: done "
                                           "} ] } }\nexits: { done: { outcome: served } }\n"
                                           "experiment: { horizon: 1 week, asks: " +
                                               asks + " }\n",
                                           "asked.yaml");
  REQUIRE(loaded.ok());
  (void)prepare({loaded.arms, loaded.path, loaded.text, loaded.parameters}, StudyOptions{});
}

} // namespace

TEST_CASE("what the question is about must be counted, have a better side, and be somebody's") {
  CHECK_NOTHROW(prepared("{ measure: served, persona: ann }"));
  CHECK_THROWS_WITH(prepared("{ measure: cost }"),
                    Catch::StartsWith("experiment.asks.measure names \"cost\", which is no measure "
                                      "of this scenario; there are: remembered_experience"));
  CHECK_THROWS_WITH(prepared("{ measure: visits }"),
                    "experiment.asks.measure names \"visits\", which has no better side");
}

} // namespace sojourn
