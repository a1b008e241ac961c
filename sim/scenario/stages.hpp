// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"
#include "sim/scenario/variants.hpp"

#include <functional>

namespace sojourn {

/// Whether a variant comes into force in the middle of a run, at once or step by step.
[[nodiscard]] bool comes_later(const Node& variant);

/// Whether it matters when somebody comes: people queue, are members, or hear of each other.
[[nodiscard]] bool people_meet(const Scenario& scenario);

/// A variant that combines one that comes later would have it at once: reported.
void check_combined(const Node& variants, Reporter& reporter);

/// The scenario with these changes made; nullptr where something of it was reported.
using MakeDesign =
    std::function<std::shared_ptr<const Scenario>(const std::vector<const Change*>& changes)>;

/// Reads `from`, `every` and `while` of the variant, and gives `arm` the designs before it.
/// Problems, also changes for which people under way are not prepared, go to the reporter.
void read_stages(const VariantPlan& plan, const Node& variant, const VariantPlans& all,
                 const MakeDesign& make, Reporter& reporter, ArmSpec& arm);

} // namespace sojourn
