// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_memory.hpp"
#include "tests/unit/models/journey/incident_chain.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("T40: the pure peak-end rule on the incident chain") {
  const auto memory = expected_peak_end(incident_chain(), incident_affect);
  CHECK_THAT(memory.peak_at[wait_fix], WithinAbs(.313968, 5.1e-7));
  CHECK_THAT(memory.peak_at[detect], WithinAbs(.686032, 5.1e-7));
  CHECK_THAT(memory.peak, WithinAbs(-3.313968, 5.1e-7));
  CHECK_THAT(memory.end, WithinAbs(.205831374, 5.1e-10));
  CHECK_THAT(memory.remembered(), WithinAbs(-1.554068313, 5.1e-10));
}

TEST_CASE("T41: exponential memory on the incident chain") {
  const auto memory = exponential_memory(incident_affect, 0.3);
  CHECK_THAT(expected_at_exit(incident_chain(), memory, 0), WithinAbs(.761789, 5.1e-7));
}

TEST_CASE("T42: asymmetric trust on the incident chain") {
  const auto trust = asymmetric_trust(incident_affect, 0.05, 0.25);
  CHECK_THAT(expected_at_exit(incident_chain(), trust, 0.5), WithinAbs(.485906488, 5.1e-10));
}

TEST_CASE("Of equally extreme visits the later is the peak") {
  // good -> bad or exit; bad -> good or exit; both of size 2.
  const Chain chain{2,      1,      {1, 0}, {{0, 1, 0.5}, {0, 2, 0.5}, {1, 0, 0.5}, {1, 2, 0.5}},
                    {1, 1}, {0, 0}, {},     0};
  const auto memory = expected_peak_end(chain, std::vector<double>{2.0, -2.0});
  // Ends after good with 1/2 / (1 - 1/4) = 2/3.
  CHECK_THAT(memory.peak_at[0], WithinRel(2.0 / 3, 1e-12));
  CHECK_THAT(memory.peak, WithinRel(2.0 / 3, 1e-12));
  CHECK_THAT(memory.end, WithinRel(memory.peak, 1e-12));
}
