// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/social.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

// What the time of a journey is spent on adds up to it.
namespace {

using namespace sojourn;
using sojourn::social::rows_of;

std::string journey(const std::string& capacity) {
  return R"(sojourn: 1
title: Causes
personas: { ann: { patience: { exponential: 40 min } } }
arrivals: { rate: 5 per hour }
touchpoints:
  ask:
    step: engage
    needs: { desk: 1 }
    takes: 10 min
    then: [ { to: wait, share: rest }, { to: left, when: out_of_patience } ]
  wait:
    behind: { bench: 1, takes: { exponential: 30 min } }
    then: [ { to: home, share: rest }, { to: left, when: out_of_patience } ]
  home: { step: realize, takes: 7 min, then: [ { to: done } ] }
exits: { done: { outcome: served }, left: { outcome: lost } }
resources: { desk: { capacity: )" +
         capacity + " }, bench: { capacity: " + capacity + R"( } }
experiment: { horizon: 1 week, seed: 4 }
)";
}

} // namespace

TEST_CASE("Waiting in front, waiting for work behind and being busy are the time of a journey") {
  std::int64_t front = 0, back = 0, served = 0;
  for (const JourneyRow& row : rows_of(journey("1"))) {
    REQUIRE(row.waited_front >= 0);
    REQUIRE(row.waited_back >= 0);
    const Ticks busy = row.duration - row.waited_front - row.waited_back;
    if (row.exit == 0) { // served at the desk, then at home, and nothing else
      REQUIRE(busy == 17 * ticks_per_minute);
      ++served;
    } else if (row.exit == 1) {
      REQUIRE((busy == 0 || busy == 10 * ticks_per_minute));
    }
    front += row.waited_front;
    back += row.waited_back;
  }
  CHECK(served > 50);
  CHECK(front > 0);
  CHECK(back > 0);
}

TEST_CASE("Who never queues waits only for the work itself") {
  for (const JourneyRow& row : rows_of(journey("unlimited"))) {
    REQUIRE(row.waited_front == 0);
    REQUIRE((row.exit != 0 || row.duration == row.waited_back + 17 * ticks_per_minute));
  }
}
