// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/arm_pool.hpp"
#include "sim/study/findings.hpp"

namespace sojourn {

/// Which shares of what is felt (|affect|) and of the value lost lie in the panes of Johari's
/// window: open (seen by both), blind (by the person alone), hidden (by the provider alone),
/// unknown. `arm` of the pool keeps what was lived, and its books where there is money.
void add_johari(Findings& findings, const Scenario& scenario, const ArmPool& pool, std::size_t arm,
                int replications);

} // namespace sojourn
