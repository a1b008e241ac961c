// SPDX-License-Identifier: Apache-2.0
#include "sim/study/pilot.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {

Plan pilot_plan(const Scenario& arm, const Scenario& baseline) {
  Plan plan = compile(arm, baseline);
  plan.cohort = std::min(plan.cohort, most_pilot_journeys);
  if (plan.cohort == 0) {
    const double weeks =
        static_cast<double>(most_pilot_journeys) / std::max(1.0, plan.arrivals.per_week());
    const auto enough = static_cast<Ticks>(std::max(1.0, std::ceil(weeks))) * ticks_per_week;
    plan.horizon = std::min(plan.horizon, plan.warm_up + enough);
  }
  return plan;
}

} // namespace sojourn
