// SPDX-License-Identifier: Apache-2.0
#include "sim/study/exact.hpp"
#include "tests/unit/sim/study/leaking.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

ExactValue solved(const Scenario& scenario) {
  const ExactJourney journey = solve_journey(scenario);
  REQUIRE(journey.problems.empty());
  return exact_value(scenario, journey);
}

} // namespace

TEST_CASE("Expected visits times money is the closed form, for all 16 coalitions (T38)") {
  for (std::size_t active = 0; active < 16; ++active) {
    const ExactValue value = solved(leaking::scenario_when(active));
    CHECK(value.leaves.empty());
    CHECK_THAT(value.everyone.net(), WithinRel(leaking::value_when(active), 1e-9));
    CHECK_THAT(value.everyone.net(), WithinAbs(leaking::table[active], 5.1e-7));
    CHECK_THAT(value.personas.front().net(), WithinRel(value.everyone.net(), 1e-12));
  }
}

TEST_CASE("What an expected value leaves out is named") {
  Scenario scenario = leaking::scenario_when(0);
  scenario.value.present = true;
  scenario.touchpoints[4].booked_surveyed = 0.5;
  const ExactValue value = solved(scenario);
  REQUIRE(value.leaves.size() == 2);
  CHECK(value.leaves[0] == "the worth of time won back depends on the whole time taken and is left "
                           "out");
  CHECK(value.leaves[1] == "helped: booked as if nobody were surveyed");
}
