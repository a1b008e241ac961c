// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

namespace sojourn {

/// What an option of a choice says of itself; how many options there are is the list's to add.
[[nodiscard]] RowTerms terms_of(const RowSpec& row);

/// Fills the plan's rows, patience and node records, one list per persona and touchpoint. The rest
/// of the plan is there already.
void compile_rows(const Scenario& scenario, const std::vector<FittedShare>& fitted, Plan& plan);

/// After the rows: how far everybody is from being served, where a mechanism asks.
void compile_goal(Plan& plan);

/// After the rows: of which touchpoints people keep a memory. Throws std::invalid_argument where a
/// list is too long to be weighed by it.
void compile_places(const Scenario& scenario, Plan& plan);

} // namespace sojourn
