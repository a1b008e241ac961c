// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow_people.hpp"

#include "models/luck/stream.hpp"
#include "sim/engine/flow.hpp"

#include <algorithm>

namespace sojourn {

FlowPeople::FlowPeople(const Plan& plan, std::uint32_t replication)
    : plan_(&plan), replication_(replication), alike_(all_start_alike(plan)) {}

FlowPeople FlowPeople::early(const Plan& plan, std::uint32_t replication) {
  FlowPeople people(plan, replication);
  people.add_arrivals(0, plan.warm_up);
  return people;
}

FlowPeople::FlowPeople(const Plan& plan, std::uint32_t replication, std::size_t chunk)
    : FlowPeople(plan, replication) {
  if (plan.cohort > 0) {
    const auto first = static_cast<std::int64_t>(chunk) * flow_chunk;
    first_ = static_cast<std::uint32_t>(first);
    n_ = static_cast<std::size_t>(std::min(plan.cohort - first, flow_chunk));
    return;
  }
  add_arrivals(plan.warm_up, plan.horizon);
}

void FlowPeople::add_arrivals(Ticks from, Ticks to) {
  ArrivalStream stream(plan_->arrivals, plan_->seed, replication_);
  for (Arrival next = stream.next(); next.at < to; next = stream.next()) {
    if (next.at >= from) {
      arrivals_.push_back(next);
    }
  }
  n_ = arrivals_.size();
}

bool all_start_alike(const Plan& plan) {
  return plan.personas.size() == 1 && plan.starts.size() == 1 && !plan.timed;
}

Arrival cohort_member(const Plan& plan, std::uint32_t replication, std::uint32_t i) {
  Arrival person;
  person.agent = i;
  if (all_start_alike(plan)) {
    return person;
  }
  person.luck = words(Address{plan.seed, replication, i, 0, 0}, Purpose::arrival);
  if (plan.timed) {
    const double u = uniform_open(person.luck[0]);
    person.at = plan.arrivals.rate.empty()
                    ? plan.clock.wall_at(
                          static_cast<Ticks>(u * static_cast<double>(plan.clock.open_per_week())))
                    : plan.arrivals.rate.within(u, plan.warm_up, plan.horizon);
  }
  return person;
}

} // namespace sojourn
