// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>
#include <string>

// Calling back, in words that exist: whoever finds the line too long leaves it for a touchpoint
// whose `behind` is the same work of the same desk. Every time was worked out by hand.
using namespace sojourn;
using namespace sojourn::build;

namespace {

const std::string call_back = R"(sojourn: 1
arrivals: { rate: 1 per hour }
touchpoints:
  call:
    needs: { desk: 1 }
    takes: 10 min
    feels: { mean: 0, waiting: -0.1 per min }
    then:
      - { to: helped, share: 100% }
      - { to: at_home, when: { queue_longer_than: 0 } }
  at_home:
    behind: { desk: 1, takes: 10 min }
    feels: { mean: 0 }
    patience: 30 min
    then:
      - { to: helped, share: 100% }
      - { to: forgotten, when: out_of_patience }
exits:
  helped: { outcome: served }
  forgotten: { outcome: lost }
resources:
  desk: { capacity: 1 }
experiment: { horizon: 1 week, warm_up: 0 s, replications: 2 }
)";

} // namespace

TEST_CASE("Who is called back keeps their place, and waits at home") {
  const Loaded loaded = load_scenario_text(call_back, "call_back.yaml", {});
  REQUIRE(loaded.ok());
  const Together all =
      live_together(loaded.arms.at(0).scenario,
                    {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 3), comes(4, 11)});
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(1) == 19); // sees nobody waiting: stays, 10-20
  CHECK(all.minutes(2) == 28); // sees one: is called back at 20, until 30
  CHECK(all.minutes(3) == 30); // the call at 30 would end at 40; gives it up at 33
  CHECK(all.exit(3) == 1);
  CHECK(all.minutes(4) == 39); // nobody stands in line, but two calls come first: 40-50
  CHECK(all.tally.resources[0].busy == 50 * minute);
  CHECK(all.rows[1].remembered < 0);  // waited on the line
  CHECK(all.rows[2].remembered == 0); // waited longer, at home
  CHECK(little_holds(all.tally));
}

TEST_CASE("Who is told more than a quarter of an hour takes the call back") {
  std::string offered = call_back;
  const std::string seen = "{ queue_longer_than: 0 }", wait = "    needs: { desk: 1 }\n";
  offered.replace(offered.find(seen), seen.size(), "{ announced_longer_than: 15 min }");
  offered.replace(offered.find(wait), wait.size(), wait + "    announces: queue_length\n");
  const Loaded loaded = load_scenario_text(offered, "call_back.yaml", {});
  REQUIRE(loaded.ok());
  const Together all =
      live_together(loaded.arms.at(0).scenario,
                    {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 3), comes(4, 11)});
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(1) == 19); // told 10: stays, 10-20
  CHECK(all.minutes(2) == 28); // told 20: is called back at 20, until 30
  CHECK(all.exit(3) == 1);     // told 20 too; at home gives up at 33
  CHECK(all.minutes(4) == 39); // told 10, as calls to come are nobody in line: 40-50
  CHECK(all.rows[2].remembered == 0);
  CHECK(little_holds(all.tally));
}
