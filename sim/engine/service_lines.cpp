// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/labour.hpp"
#include "sim/engine/service_engine.hpp"

// Lines: who is interrupted, whose work is withdrawn, and what was counted at the end.
namespace sojourn {

bool ServiceEngine::interrupt_lower(std::int32_t resource, Ticks now) {
  Station& station = stations_[static_cast<std::size_t>(resource)];
  const std::optional<Service> service = station.interrupt_lower(now);
  if (!service) {
    return false;
  }
  Request request = service->request;
  const bool behind = !request.in_front();
  count_labour(*plan_, {resource, -request.units, now, service->done, behind}, tally);
  if (stale(request)) { // work for somebody who has gone is not taken up again
    return true;
  }
  request.work =
      behind ? station.resource().calendar.elapsed(now, service->done) : service->done - now;
  request.since = now;
  request.resumed = true;
  if (behind) {
    Job& job = job_of(request.slot, request.job);
    job.done = never;
    job.in_line = now;
  }
  station.rejoin(request);
  return true;
}

void ServiceEngine::withdraw_jobs(std::uint32_t slot, Ticks now) {
  for (std::int32_t i = 0; i < plan_->n_jobs; ++i) {
    if (const Job& job = job_of(slot, i); job.in_line >= 0) {
      const std::int32_t resource = job_work_[static_cast<std::size_t>(i)]->resource;
      stations_[static_cast<std::size_t>(resource)].part(false, job.in_line, now);
    }
  }
}

void ServiceEngine::close_lines() {
  for (std::size_t i = 0; i < stations_.size(); ++i) {
    stations_[i].close([this](const Request& request) { return stale(request); },
                       tally.resources[i]);
  }
}

} // namespace sojourn
