// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/service_engine.hpp"

#include <numeric>

// What is counted of resources and their lines: as a whole and by the hour of the week.
namespace sojourn::inline SOJOURN_WORLD {

void ServiceEngine::prepare_hours() {
  for (std::size_t i = 0; by_hour() && i < stations_.size(); ++i) {
    work_by_hour_.emplace_back(*plan_, i);
    stations_[i].count_by_hour(&tally.hours[i * hours_per_week], plan_->warm_up, plan_->horizon);
  }
}

void ServiceEngine::finish_hours() {
  for (std::size_t i = 0; i < work_by_hour_.size(); ++i) {
    work_by_hour_[i].finish(&tally.hours[i * hours_per_week]);
  }
  // Who did not wait is all who are left: most people touch no bin.
  for (std::size_t row = 0; row < tally.hours.size(); ++row) {
    std::int64_t* bins = &tally.wait_bins[row * n_wait_bins];
    bins[0] =
        tally.hours[row].started - std::accumulate(bins + 1, bins + n_wait_bins, std::int64_t{0});
  }
  over_ = true;
}

/// To a line. Where any of several will do, the work is offered to the one who takes it.
void ServiceEngine::count_coming(const PlanWork& work, const WorkSpec::Other& demand, Ticks length,
                                 Ticks now, bool again) {
  if (!counts(now)) {
    return;
  }
  const auto at = static_cast<std::size_t>(demand.resource);
  const Ticks offered = uses(work.any_of) ? 0 : length * demand.units;
  tally.resources[at].offered += offered;
  if (by_hour()) {
    HourTally& hour = tally.hours[hour_row(at, now)];
    ++hour.arrivals;
    hour.offered += offered;
    hour.again += again ? 1 : 0;
    hour.judged += work.wait_limit >= 0 ? 1 : 0;
  }
}

void ServiceEngine::count_offered(std::int32_t resource, const Request& request) {
  if (!counts(request.since)) {
    return;
  }
  const auto at = static_cast<std::size_t>(resource);
  const Ticks offered = request.work * request.units;
  tally.resources[at].offered += offered;
  if (by_hour()) {
    tally.hour(at, request.since).offered += offered;
  }
}

void ServiceEngine::count_start(std::int32_t resource, const Request& request, Ticks now) {
  if (!counts(request.since)) {
    return;
  }
  const auto at = static_cast<std::size_t>(resource);
  const Ticks waited =
      request.since == now ? 0 : plan_->resources[at].calendar.elapsed(request.since, now);
  tally.resources[at].started += uses(request.resumed) ? 0 : 1;
  tally.resources[at].wait += waited;
  if (!by_hour()) {
    return;
  }
  const std::size_t row = hour_row(at, request.since);
  HourTally& hour = tally.hours[row];
  hour.wait += waited;
  if (!uses(request.resumed)) {
    const Ticks limit = work_of(request).wait_limit;
    const Ticks set_up = request.in_front() ? set_up_of(work_of(request), resource) : 0;
    ++hour.started;
    hour.in_time +=
        limit >= 0 && plan_->clock.elapsed(request.since, now + set_up) <= limit ? 1 : 0;
    if (waited > 0) {
      ++tally.wait_bins[row * n_wait_bins + wait_bin(waited)];
    }
  }
}

void ServiceEngine::count_work(const Labour& labour) {
  const std::int64_t worked = count_labour(*plan_, labour, tally);
  if (worked == 0 || !by_hour()) {
    return;
  }
  const auto at = static_cast<std::size_t>(labour.resource);
  const std::size_t row = hour_row(at, labour.from);
  if (labour.to <= hour_begin_ + ticks_per_hour) {
    tally.hours[row].busy += worked;
  } else {
    work_by_hour_[at].add(labour, worked, &tally.hours[at * hours_per_week]);
  }
}

/// Not those who are still in line when the simulation ends.
void ServiceEngine::count_gone(const PlanWork& work, Ticks came, std::int64_t HourTally::*how) {
  if (!by_hour() || over_ || !counts(came)) {
    return;
  }
  for (const WorkSpec::Other& demand : work.named) {
    ++(tally.hour(static_cast<std::size_t>(demand.resource), came).*how);
  }
}

} // namespace sojourn::inline SOJOURN_WORLD
