// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/small.hpp"

// The words of lines: room, preempts, and the ways of those who do not join.
using namespace sojourn;
using namespace scenario_test;

namespace {

const std::string ways = "- { to: left,   share: 20% }\n"
                         "      - { to: left,   when: turned_away }\n"
                         "      - { to: done,   when: { queue_longer_than: 4 }, for: [ben] }\n";

} // namespace

TEST_CASE("A row says who does not join the line", "[scenario]") {
  const Scenario scenario = rewritten("- { to: left,   share: 20% }\n", ways);
  const auto& rows = scenario.touchpoints.at(0).rows;
  REQUIRE(rows.size() == 5);
  CHECK(rows[3].turned_away);
  CHECK_FALSE(rows[3].queue_longer_than);
  CHECK(rows[4].queue_longer_than == 4);
  CHECK(rows[4].personas == std::vector<int>{1});
  CHECK_FALSE(rows[2].conditional());
}

TEST_CASE("A room and interrupting are words of a resource", "[scenario]") {
  const Scenario plain = unchanged();
  CHECK_FALSE(plain.resources.at(0).room);
  CHECK_FALSE(plain.resources.at(0).preempts);
  const Scenario written = rewritten(
      "desk: { capacity: 4,", "desk: { queue: priority, by: { anna: high }, preempts: true, "
                              "capacity: 4,");
  CHECK(written.resources.at(0).preempts);
}

TEST_CASE("They are set like everything else", "[scenario]") {
  const Scenario scenario = changed("resources.desk.room: 5\n"
                                    "resources.desk.queue: priority\n"
                                    "resources.desk.preempts: true\n"
                                    "touchpoints.ask.then.done.when: turned_away");
  CHECK(scenario.resources.at(0).room == 5);
  CHECK(scenario.resources.at(0).preempts);
  CHECK(scenario.touchpoints.at(0).rows.back().turned_away);
}
