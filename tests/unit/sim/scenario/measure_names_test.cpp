// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "sim/study/measures.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace sojourn;

namespace {

bool is_refused(const std::string& id) {
  const Loaded loaded = load_scenario_text(R"(sojourn: 1
arrivals: { rate: 2 per hour }
touchpoints: { ask: { then: [ { to: done } ] } }
exits: { done: { outcome: served } }
indicators: { )" + id + ": { counts: { done: 1 } } }\n",
                                           "s.yaml");
  return std::any_of(loaded.problems.begin(), loaded.problems.end(), [&](const Problem& each) {
    return each.message == "indicators." + id + " is called like another measure";
  });
}

} // namespace

TEST_CASE("No indicator is called like any measure of a result") {
  for (const MeasureDefinition& each : measure_definitions) {
    if (!std::string(each.id).empty()) {
      INFO(each.id);
      CHECK(is_refused(std::string(each.id)));
    }
  }
  CHECK(is_refused("watermelon_on_time_remembered_well"));
  CHECK_FALSE(is_refused("watermelons"));
  CHECK_FALSE(is_refused("parking"));
}
