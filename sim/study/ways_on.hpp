// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"

#include <vector>

namespace sojourn {

struct WayOn {
  const RowSpec* row = nullptr;
  double share = 0; // > 0; of one list they sum to 1
};

/// Where a persona goes next and how often: the written shares; in a choice tilted by what the
/// options say of themselves (defaults, costs and benefits, stated risks), which does not depend on
/// what happened before. Shares that were measured (`base`) contain that already. `touchpoint`
/// belongs to the scenario and outlives the answer.
[[nodiscard]] std::vector<WayOn> ways_on(const Scenario& scenario, const TouchpointSpec& touchpoint,
                                         std::size_t persona);

} // namespace sojourn
