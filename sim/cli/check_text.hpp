// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/load.hpp"
#include "sim/study/exact.hpp"

#include <string>
#include <vector>

namespace sojourn::cli {

/// Every touchpoint on a line: expected visits and where people go next.
[[nodiscard]] std::string graph_text(const Scenario& scenario, const ExactJourney& journey,
                                     bool colour);

/// Load per resource with a bar; at 0.9 flagged, at 1 overloaded.
[[nodiscard]] std::string loads_text(const std::vector<ResourceLoad>& loads, bool colour);

/// A warning per arm and resource that gets more work than it can do; names rho.
[[nodiscard]] std::vector<Problem> load_warnings(const Loaded& loaded);

} // namespace sojourn::cli
