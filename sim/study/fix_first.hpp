// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/study.hpp"

namespace sojourn {

/// What to fix first: one declared improvement at one touchpoint at a time (how it feels, how long
/// work takes, how often it fails, its effort, its promise), each against the design as it is;
/// gains with intervals and honest ranks, and per unit of cost where a cost is declared.
[[nodiscard]] std::unique_ptr<Study> make_fix_first(const StudyContext& context);

/// One improvement that a touchpoint allows.
struct Improvement {
  std::string touchpoint, kind; // affect, wait, failure, effort, promise
  std::vector<ChangeLine> lines;
};

/// The declared steps: affect points, shares, affect points, share; 0 leaves a kind out.
struct ImprovementSteps {
  double affect = 0.5, wait = 0.2, failure = 0.5, effort = 0.5, promise = 0.25;
};

/// Every improvement that changes anything in `scenario`, touchpoint by touchpoint. A failure is a
/// way on with a share that leads to an exit that is not served or, where none does, back to a
/// touchpoint before.
[[nodiscard]] std::vector<Improvement>
improvements_of(const Scenario& scenario, const Patcher& patcher, const ImprovementSteps& steps);

} // namespace sojourn
