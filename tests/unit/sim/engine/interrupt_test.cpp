// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>

// An engine at work asks now and then whether it should give up.
using namespace sojourn;

namespace {

Plan one_desk(bool limited) {
  Scenario scenario = build::desk(20, Distribution::exponential(4), 2);
  scenario.resources[0].unlimited = !limited;
  return build::plan_of(scenario);
}

} // namespace

TEST_CASE("an engine that is told to stop gives up in the middle of a replication") {
  for (const bool limited : {false, true}) {
    const Plan plan = one_desk(limited);
    int asked = 0;
    const Interrupt third = [&asked] { return ++asked == 3; };
    CHECK_THROWS_AS(simulate_chunk(plan, 0, 0, nullptr, third), Interrupted);
    CHECK(asked == 3);
  }
}

TEST_CASE("an engine asks often enough, and being asked changes nothing") {
  for (const bool limited : {false, true}) {
    const Plan plan = one_desk(limited);
    std::int64_t asked = 0;
    const Tally watched = simulate_chunk(plan, 0, 0, nullptr, [&asked] {
      ++asked;
      return false;
    });
    CHECK(watched == simulate_chunk(plan, 0, 0));
    CHECK(asked >= watched.personas[0].visits / 4096);
    CHECK(asked >= 3);
  }
}
