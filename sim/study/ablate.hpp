// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// What each mechanism does here: the design as it is against all mechanisms off, each off and, if
/// asked, each on alone; Shapley values of up to six mechanisms that share an effect.
[[nodiscard]] std::unique_ptr<Study> make_ablate(const StudyContext& context);

/// Mechanisms that are on for somebody, in the table's order.
[[nodiscard]] std::vector<std::string> mechanisms_in_use(const Scenario& scenario);

/// The change that switches a mechanism off for everybody.
[[nodiscard]] ChangeLine switched_off(const Scenario& scenario, const std::string& mechanism);

} // namespace sojourn
