// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/trace.hpp"

#include "sim/engine/design_in_force.hpp"
#include "sim/engine/flow_people.hpp"
#include "sim/engine/watch.hpp"

namespace sojourn {

JourneyTrace trace_journey(const Plan& plan, std::uint32_t replication, std::uint32_t agent) {
  DesignInForce design(plan);
  Watch watch(design.plan(), agent);
  ServiceEngine engine(design.plan(), replication, false);
  design.follow(engine);
  engine.watch(&watch);
  if (plan.cohort == 0) {
    engine.run();
  } else if (static_cast<std::int64_t>(agent) < plan.cohort) {
    engine.run_alone(cohort_member(plan, replication, agent)); // nobody else matters to them
  }
  return watch.journey();
}

} // namespace sojourn
