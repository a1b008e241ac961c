// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/labour.hpp"
#include "sim/engine/service_engine.hpp"

#include <algorithm>
#include <limits>

// Lines: who is interrupted, whose work is withdrawn, work that needs several, and what was counted
// at the end.
namespace sojourn::inline SOJOURN_WORLD {

Ticks ServiceEngine::set_up_of(const PlanWork& work, std::int32_t resource) const {
  Ticks longest = plan_->resources[static_cast<std::size_t>(resource)].set_up;
  for (std::size_t i = 0; work.several() && !work.any_of && i < work.named.size(); ++i) {
    const auto other = static_cast<std::size_t>(work.named[i].resource);
    longest = std::max(longest, plan_->resources[other].set_up);
  }
  return longest;
}

void ServiceEngine::part_front(const Agent& agent, Ticks now, std::int32_t except) {
  for (const WorkSpec::Other& demand : work_of(agent).named) {
    if (demand.resource != except) {
      station_of(demand.resource).part(true, agent.wait_from, now);
    }
  }
}

/// Besides the one who has just joined; of several lines the shortest.
std::int32_t ServiceEngine::others_in_line(const PlanWork& work) const {
  std::int32_t fewest = std::numeric_limits<std::int32_t>::max();
  for (const WorkSpec::Other& demand : work.named) {
    fewest =
        std::min(fewest, stations_[static_cast<std::size_t>(demand.resource)].people_waiting());
  }
  return fewest - 1;
}

bool ServiceEngine::lacks_other(const Request& request, std::int32_t resource, Ticks now) const {
  if (stale(request)) {
    return false;
  }
  const PlanWork& work = work_of(request);
  return !work.any_of &&
         std::any_of(work.named.begin(), work.named.end(), [&](const WorkSpec::Other& demand) {
           return demand.resource != resource &&
                  !stations_[static_cast<std::size_t>(demand.resource)].could_take(demand.units,
                                                                                   now);
         });
}

const PlanResource& ServiceEngine::hours_of(const PlanWork& work, std::int32_t resource) const {
  const std::int32_t decides = work.any_of ? resource : work.named.front().resource;
  return plan_->resources[static_cast<std::size_t>(decides)];
}

/// One of those named has started `labour`: the others start too, or are no longer waited for.
void ServiceEngine::take_several(const PlanWork& work, const Request& request, Labour labour) {
  const std::int32_t started = labour.resource;
  for (const WorkSpec::Other& demand : work.named) {
    if (demand.resource == started) {
      continue;
    }
    station_of(demand.resource).part(request.in_front(), request.since, labour.from);
    if (!work.any_of) {
      station_of(demand.resource).take(demand.units);
      count_start(demand.resource, request, labour.from);
      labour.resource = demand.resource;
      labour.units = demand.units;
      count_work(labour);
    }
  }
  if (work.any_of) {
    count_offered(started, request);
  }
}

void ServiceEngine::release_all(const PlanWork& work) {
  for (const WorkSpec::Other& demand : work.named) {
    station_of(demand.resource).release(demand.units);
  }
}

void ServiceEngine::serve_all(const PlanWork& work, Ticks now) {
  for (const WorkSpec::Other& demand : work.named) {
    serve(demand.resource, now);
  }
}

bool ServiceEngine::interrupt_lower(std::int32_t resource, Ticks now) {
  Station& station = stations_[static_cast<std::size_t>(resource)];
  const std::optional<Service> service = station.interrupt_lower(now);
  if (!service) {
    return false;
  }
  Request request = service->request;
  const bool behind = !request.in_front();
  const bool pauses = station.resource().pauses(!behind);
  count_work({resource, -request.units, now, service->done, pauses});
  request.resumed = true;
  if (behind && request.stamp != agents_[request.slot].life) {
    return true; // work for somebody who has gone is not taken up again
  }
  request.work =
      pauses ? station.resource().calendar.elapsed(now, service->done) : service->done - now;
  request.since = now;
  if (!behind) {
    agents_[request.slot].waited_until -= service->done - now;
  } else {
    Job& job = job_of(request.slot, request.job);
    job.done = never;
    job.in_line = now;
  }
  station.rejoin(request);
  return true;
}

void ServiceEngine::withdraw_jobs(std::uint32_t slot, Ticks now) {
  for (std::int32_t i = 0; i < plan_->n_jobs; ++i) {
    const Job& job = job_of(slot, i);
    const PlanWork& work = *job_work_[static_cast<std::size_t>(i)];
    for (const WorkSpec::Other& demand : work.named) {
      if (job.in_line >= 0) {
        station_of(demand.resource).part(false, job.in_line, now);
      }
    }
    if (job.in_line == job.opened && job.in_line >= 0) { // nobody had begun on it
      count_gone(work, job.opened, &HourTally::gave_up);
    }
  }
}

void ServiceEngine::close_lines() {
  for (std::size_t i = 0; i < plan_->helpers.size(); ++i) {
    count_helpers(i, plan_->horizon);
  }
  for (std::size_t i = 0; i < stations_.size(); ++i) {
    stations_[i].close([this](const Request& request) { return stale(request); },
                       tally.resources[i]);
  }
  finish_hours();
}

} // namespace sojourn::inline SOJOURN_WORLD
