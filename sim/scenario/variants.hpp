// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/patch.hpp"

#include <deque>

namespace sojourn {

/// What one variant changes, its own lines and those of the variants it combines.
struct VariantPlan {
  Key key;
  std::string title, because;
  std::vector<const Change*> changes;
  std::vector<std::string> combines; // the variants it is made of and nothing else; else empty
  bool sound = true;                 // nothing about it was reported
};

/// All changes of a scenario, checked against the table. `changes` owns them; plans point into it.
struct VariantPlans {
  std::deque<Change> changes;
  std::vector<VariantPlan> plans;
  std::vector<VariantPlan> ideals; // by cause of leakage; checked, not run
};

/// Reads and checks `variants` and `value.ideal` of a typed tree: paths, values, combinations,
/// paths set twice. Problems go to the reporter.
VariantPlans plan_variants(const PatchContext& context);

} // namespace sojourn
