// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_memory.hpp"
#include "tests/unit/models/journey/incident_chain.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("T40: the pure peak-end rule on the incident chain") {
  const FeltChain felt = felt_by_state(incident_chain(), incident_affect);
  const auto peak = expected_outstanding(felt, StandsOut::extreme);
  CHECK_THAT(peak.at[wait_fix], WithinAbs(.313968, 5.1e-7));
  CHECK_THAT(peak.at[detect], WithinAbs(.686032, 5.1e-7));
  CHECK_THAT(peak.affect, WithinAbs(-3.313968, 5.1e-7));
  CHECK_THAT(expected_end(felt), WithinAbs(.205831374, 5.1e-10));
  CHECK_THAT((peak.affect + expected_end(felt)) / 2, WithinAbs(-1.554068313, 5.1e-10));
}

TEST_CASE("T41: exponential memory on the incident chain") {
  const FeltChain felt = felt_by_state(incident_chain(), incident_affect);
  CHECK_THAT(expected_at_exit(felt.chain, exponential_memory(felt, 0.3), 0),
             WithinAbs(.761789, 5.1e-7));
}

TEST_CASE("T42: asymmetric trust on the incident chain") {
  const FeltChain felt = felt_by_state(incident_chain(), incident_affect);
  CHECK_THAT(expected_at_exit(felt.chain, asymmetric_trust(felt, 0.05, 0.25), 0.5),
             WithinAbs(.485906488, 5.1e-10));
}

TEST_CASE("Of equally extreme visits the later is the peak") {
  // good -> bad or exit; bad -> good or exit; both of size 2.
  const Chain chain{2,      1,      {1, 0}, {{0, 1, 0.5}, {0, 2, 0.5}, {1, 0, 0.5}, {1, 2, 0.5}},
                    {1, 1}, {0, 0}, {},     0};
  const FeltChain felt = felt_by_state(chain, std::vector<double>{2.0, -2.0});
  const auto peak = expected_outstanding(felt, StandsOut::extreme);
  // Ends after good with 1/2 / (1 - 1/4) = 2/3.
  CHECK_THAT(peak.at[0], WithinRel(2.0 / 3, 1e-12));
  CHECK_THAT(peak.affect, WithinRel(2.0 / 3, 1e-12));
  CHECK_THAT(expected_end(felt), WithinRel(peak.affect, 1e-12));
}
