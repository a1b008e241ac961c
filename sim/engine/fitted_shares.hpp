// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

// Shares of choices as one persona has them: as written, or re-fitted (`base: calibrated`).
namespace sojourn {

[[nodiscard]] bool is_for(const RowSpec& row, std::size_t persona);

/// Rows of a list that a persona can choose or that happen to it by their share; those taken when
/// patience ends or a line is not joined are none.
[[nodiscard]] bool is_option(const RowSpec& row, std::size_t persona);

/// The share of every row of the list for a persona, `rest` worked out; 0 where it is no option.
[[nodiscard]] std::vector<double> shares_of(const TouchpointSpec& touchpoint, std::size_t persona);

/// Name of the touchpoint or exit that a row leads to.
[[nodiscard]] const std::string& target_name(const Scenario& scenario, const RowSpec& row);

/// The touchpoint with the persona's re-fitted shares written out; unchanged where none are fitted.
[[nodiscard]] TouchpointSpec refitted(const TouchpointSpec& touchpoint, std::size_t persona,
                                      const Scenario& scenario,
                                      const std::vector<FittedShare>& fitted);

} // namespace sojourn
