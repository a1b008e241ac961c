// SPDX-License-Identifier: Apache-2.0
#include "models/journey/goal.hpp"
#include "tests/unit/models/journey/incident_chain.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("on a straight way the goal is as many visits away as there are places left") {
  Chain chain;
  chain.n_states = 3;
  chain.n_exits = 1;
  chain.edges = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
  CHECK(visits_to_goal(chain, {true}) == std::vector<double>{3, 2, 1});
  CHECK(visits_to_goal(chain, {false}) == std::vector<double>{0, 0, 0});
}

TEST_CASE("a loop back with probability q makes 1 / (1 - q) visits of one") {
  Chain chain;
  chain.n_states = 1;
  chain.n_exits = 1;
  chain.edges = {{0, 0, .75}, {0, 1, .25}};
  CHECK_THAT(visits_to_goal(chain, {true})[0], WithinRel(4, 1e-12));
}

TEST_CASE("those who leave on the way are left out") {
  Chain chain; // half leave at once; the others make one more visit and are served
  chain.n_states = 2;
  chain.n_exits = 2;
  chain.edges = {{0, 1, .5}, {0, 3, .5}, {1, 2, 1}};
  CHECK(visits_to_goal(chain, {true, false})[0] == 2);
  CHECK(visits_to_goal(chain, {false, true})[0] == 1);
}

TEST_CASE("where nobody leaves any more the goal is nowhere") {
  Chain chain;
  chain.n_states = 2;
  chain.n_exits = 1;
  chain.edges = {{0, 1, .5}, {0, 2, .5}, {1, 1, 1}};
  const std::vector<double> visits = visits_to_goal(chain, {true});
  CHECK(visits[0] == 1);
  CHECK(visits[1] == 0);
}

TEST_CASE("where everybody is served it is the expected number of visits") {
  const Chain chain = incident_chain(0, 0);
  CHECK_THAT(visits_to_goal(chain, {true, false})[0], WithinRel(solve(chain).steps_mean, 1e-9));
}

TEST_CASE("where some give up it is the visits of the others: a chain of those who get there") {
  const Chain chain = incident_chain();
  const std::vector<double> visits = visits_to_goal(chain, {true, false});
  // Steps p_ij h_j / h_i, h the probability of being served, by the exact solution.
  std::vector<double> served;
  for (int state = 0; state < chain.n_states; ++state) {
    Chain from = chain;
    from.start.assign(8, 0);
    from.start[static_cast<std::size_t>(state)] = 1;
    served.push_back(solve(from).exit_share[0]);
  }
  Chain lucky = chain;
  lucky.edges.clear();
  for (ChainEdge edge : chain.edges) {
    const double after = edge.to < 8 ? served[static_cast<std::size_t>(edge.to)] : edge.to == 8;
    edge.p *= after / served[static_cast<std::size_t>(edge.from)];
    if (edge.p > 0) {
      lucky.edges.push_back(edge);
    }
  }
  CHECK_THAT(visits[0], WithinRel(solve(lucky).steps_mean, 1e-9));
  CHECK(visits[0] > visits[detect + 1]);
  CHECK(visits[survey] == 1);
}
