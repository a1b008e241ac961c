// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/station.hpp"

#include <algorithm>
#include <utility>

namespace sojourn::inline SOJOURN_WORLD {

void LineCount::count_by_hour(HourTally* hours, Ticks warm_up, Ticks horizon) {
  hours_ = hours;
  warm_up_ = next_cut_ = warm_up;
  horizon_ = horizon;
}

/// The area up to now, hour by hour.
void LineCount::cut(Ticks now) {
  while (now >= next_cut_) {
    const std::int64_t area = area_ + people_ * (next_cut_ - latest_);
    if (next_cut_ > warm_up_) {
      hours_[hour_of_week(next_cut_ - 1)].line_area += area - cut_area_;
    }
    cut_area_ = area;
    const Ticks hour_ends = (next_cut_ / ticks_per_hour + 1) * ticks_per_hour;
    next_cut_ =
        next_cut_ < horizon_ ? std::min(hour_ends, horizon_) : std::numeric_limits<Ticks>::max();
  }
}

void LineCount::end_hours() { cut(horizon_); }

void LineCount::move_to(ResourceTally& tally) {
  tally.joined += std::exchange(joined_, 0);
  tally.parted += std::exchange(parted_, 0);
  tally.line_area += std::exchange(area_, 0);
  tally.line_waits += std::exchange(waits_, 0);
}

void Station::join_in_order(const Request& request) {
  std::deque<Request>& line = lines_[request.line];
  if (resource_->queue == QueueOrder::last_come) {
    line.push_front(request);
    return;
  }
  // While in line everybody's waiting grows alike, so places never change.
  const auto waits_less = [](const Request& a, const Request& b) {
    return a.since - a.earlier < b.since - b.earlier;
  };
  line.insert(std::upper_bound(line.begin(), line.end(), request, waits_less), request);
}

void Station::leave(const Request& request, Ticks now) {
  count_.part(request.in_front(), request.since, now);
  for (std::deque<Request>& line : lines_) {
    const auto same = [&](const Request& other) {
      return other.slot == request.slot && other.stamp == request.stamp && other.in_front();
    };
    if (!line.empty() && same(line.back())) {
      line.pop_back();
    }
  }
}

void Station::rejoin(const Request& request) {
  lines_[request.line].push_front(request);
  count_.join(request.in_front(), request.since);
}

std::optional<Request> Station::start(std::deque<Request>& line, std::deque<Request>::iterator at,
                                      Ticks now) {
  const Request request = *at;
  if (!could_take(request.units, now)) {
    return std::nullopt;
  }
  if (at == line.begin()) {
    line.pop_front();
  } else {
    line.erase(at);
  }
  count_.part(request.in_front(), request.since, now);
  in_use_ += request.units;
  return request;
}

bool Station::ends(const Request& request, Ticks now) {
  if (!resource_->preempts) {
    return true;
  }
  const auto found = std::find_if(services_.begin(), services_.end(), [&](const Service& service) {
    const Request& other = service.request;
    return service.done == now && other.slot == request.slot && other.job == request.job &&
           (request.in_front() || other.stamp == request.stamp);
  });
  if (found == services_.end()) {
    return false;
  }
  services_.erase(found);
  return true;
}

std::optional<Service> Station::interrupt_lower(Ticks now) {
  const auto line = std::find_if(lines_.begin(), lines_.end(),
                                 [](const std::deque<Request>& each) { return !each.empty(); });
  if (line == lines_.end() || resource_->calendar.next_open(now) != now) {
    return std::nullopt;
  }
  const Request& first = line->front();
  std::int32_t freed = 0;
  auto lowest = services_.end(); // of these the one begun last
  for (auto service = services_.begin(); service != services_.end(); ++service) {
    if (service->request.line > first.line && service->done > now) { // not what ends now
      freed += service->request.units;
      lowest = lowest == services_.end() || service->request.line >= lowest->request.line ? service
                                                                                          : lowest;
    }
  }
  if (lowest == services_.end() || !fits(first.units, freed)) {
    return std::nullopt;
  }
  const Service interrupted = *lowest;
  services_.erase(lowest);
  in_use_ -= interrupted.request.units;
  return interrupted;
}

} // namespace sojourn::inline SOJOURN_WORLD
