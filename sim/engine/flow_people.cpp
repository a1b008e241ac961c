// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow_people.hpp"

#include "models/luck/stream.hpp"

namespace sojourn {

std::vector<Arrival> arriving(const Plan& plan, std::uint32_t replication) {
  std::vector<Arrival> people;
  ArrivalStream stream(plan.arrivals, plan.seed, replication);
  for (Arrival next = stream.next(); next.at < plan.horizon; next = stream.next()) {
    if (next.at >= plan.warm_up) {
      people.push_back(next);
    }
  }
  return people;
}

Arrival cohort_member(const Plan& plan, std::uint32_t replication, std::uint32_t i) {
  Arrival person;
  person.agent = i;
  if (plan.personas.size() == 1 && plan.starts.size() == 1 && !plan.timed) {
    return person; // nothing to draw
  }
  person.luck = words(Address{plan.seed, replication, i, 0, 0}, Purpose::arrival);
  if (plan.timed) {
    const double u = uniform_open(person.luck[0]);
    person.at = plan.arrivals.given() ? plan.arrivals.rate.within(u, plan.warm_up, plan.horizon)
                                      : plan.clock.wall_at(static_cast<Ticks>(
                                            u * static_cast<double>(plan.clock.open_per_week())));
  }
  return person;
}

} // namespace sojourn
