// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/world.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <vector>

namespace sojourn::inline SOJOURN_WORLD {

/// A wish for servers: of a person in front (`job` < 0) or for work behind the line of visibility.
struct Request {
  std::uint32_t slot = 0;
  std::uint32_t stamp = 0; // of the wait (in front) or the life (behind); stale ones are skipped
  std::int32_t job = -1;
  std::int16_t units = 1;
  std::uint8_t line = 0; // by priority, 0 the highest
  bool resumed = false;  // was interrupted: `work` is what is left
  Ticks since = 0;
  Ticks work = 0;    // set-up included
  Ticks earlier = 0; // waiting in this journey before, where the order of the line asks
  [[nodiscard]] bool in_front() const { return job < 0; }
};

/// Servers at work until `done`, unless somebody of higher priority comes.
struct Service {
  Request request;
  Ticks done = 0;
};

/// How long a line is, and for how long everybody stood in it: two countings that must agree.
class LineCount {
public:
  void join(bool in_front, Ticks now) {
    pass(now);
    ++people_;
    ++joined_;
    in_front_ += in_front ? 1 : 0;
  }
  void part(bool in_front, Ticks since, Ticks now) {
    pass(now);
    --people_;
    ++parted_;
    in_front_ -= in_front ? 1 : 0;
    waits_ += now - since;
  }
  /// People, without the work that waits behind the line of visibility.
  [[nodiscard]] std::int32_t in_front() const { return in_front_; }
  /// From now on also by the hour of the week, within these moments.
  void count_by_hour(HourTally* hours, Ticks warm_up, Ticks horizon);
  /// The last hours: whoever still stands there does so to the horizon.
  void end_hours();
  /// Hands over what was counted. Who still stands there must have parted at `latest`.
  void move_to(ResourceTally& tally);
  [[nodiscard]] Ticks latest() const { return latest_; }

private:
  void pass(Ticks now) {
    if (now >= next_cut_) {
      cut(now);
    }
    area_ += people_ * (now - latest_);
    latest_ = now;
  }
  void cut(Ticks now);
  std::int64_t people_ = 0, joined_ = 0, parted_ = 0, area_ = 0, waits_ = 0;
  std::int32_t in_front_ = 0;
  Ticks latest_ = 0;
  HourTally* hours_ = nullptr; // of the week
  std::int64_t cut_area_ = 0;  // of the area, what lies before the hour at hand
  Ticks warm_up_ = 0, horizon_ = 0;
  Ticks next_cut_ = std::numeric_limits<Ticks>::max(); // where the hour at hand ends
};

/// Servers and their line: in the order of the resource, by priority first come, first served in
/// each. Where the resource preempts, the station knows the services under way, so that the lower
/// can be interrupted.
class Station {
public:
  explicit Station(const PlanResource& resource)
      : resource_(&resource), lines_(resource.queue == QueueOrder::priority ? n_priorities : 1),
        capacity_(resource.capacity) {}

  /// Into the line of the persona's priority, at the place that the order says.
  SOJOURN_INLINE void join(Request request, std::int32_t persona) {
    if (lines_.size() > 1) {
      const std::int32_t priority = resource_->priority[static_cast<std::size_t>(persona)];
      request.line = static_cast<std::uint8_t>(static_cast<std::int32_t>(n_priorities) - 1 -
                                               std::clamp(priority, 0, 2));
    }
    if (resource_->queue == QueueOrder::longest_wait || resource_->queue == QueueOrder::last_come) {
      join_in_order(Request(request));
    } else { // from registers to its place, as for events
      std::deque<Request>& line = lines_[request.line];
      line.emplace_back();
      line.back() = request;
    }
    count_.join(request.in_front(), request.since);
  }
  /// The servers of somebody who has just come, where nobody is in line; otherwise they join it.
  [[nodiscard]] bool takes_at_once(const Request& request, Ticks now) {
    if (waiting() || resource_->preempts || !could_take(request.units, now)) {
      return false;
    }
    count_.join(request.in_front(), now);
    count_.part(request.in_front(), now, now);
    in_use_ += request.units;
    return true;
  }
  /// Whether looking for somebody to start is of use; those who could be interrupted for somebody
  /// must be looked for.
  [[nodiscard]] bool may_start() const { return fits(1, 0) || resource_->preempts; }
  /// Who joined as the last of all turns away again.
  void leave(const Request& request, Ticks now);
  /// Somebody in line goes away; the stale request is skipped later.
  void part(bool in_front, Ticks since, Ticks now) { count_.part(in_front, since, now); }
  /// The next request that can start at `now`, its servers taken; nothing where nobody waits, the
  /// servers are busy or the station is closed. `stale(request)` tells requests that were
  /// withdrawn, `lacks(request)` those that need others too who are not free: they hold up nobody.
  template <class Stale, class Lacks>
  std::optional<Request> start_next(Ticks now, const Stale& stale, const Lacks& lacks) {
    for (std::deque<Request>& line : lines_) {
      while (!line.empty() && stale(line.front())) {
        line.pop_front();
      }
      while (forgets_last() && !line.empty() && stale(line.back())) {
        line.pop_back();
      }
      if (!line.empty() && !lacks(line.front())) {
        return start(line, line.begin(), now);
      }
      for (auto at = line.begin(); at != line.end(); ++at) {
        if (!stale(*at) && !lacks(*at)) {
          return start(line, at, now);
        }
      }
    }
    return std::nullopt;
  }
  /// Since when the first in front waits who has not begun, `besides` one; nothing where nobody
  /// does.
  template <class Stale>
  [[nodiscard]] std::optional<Ticks> first_waits_since(std::uint32_t besides,
                                                       const Stale& stale) const {
    for (const std::deque<Request>& line : lines_) {
      for (const Request& request : line) {
        if (request.in_front() && !request.resumed && request.slot != besides && !stale(request)) {
          return request.since;
        }
      }
    }
    return std::nullopt;
  }
  /// Whether so many could start here now.
  [[nodiscard]] bool could_take(std::int32_t units, Ticks now) const {
    return fits(units, 0) && resource_->calendar.next_open(now) == now;
  }
  /// Servers join a service that another station has started.
  void take(std::int32_t units) { in_use_ += units; }
  /// Remembers a service that may be interrupted. Requires a resource that preempts.
  void begun(const Request& request, Ticks done) { services_.push_back({request, done}); }
  /// Whether this work really ends now, and was not interrupted since its end was scheduled.
  bool ends(const Request& request, Ticks now);
  /// After `start_next` found nothing: one service of lower priority than the first in line, its
  /// servers free again; nothing where interrupting would not let the first in line start.
  std::optional<Service> interrupt_lower(Ticks now);
  /// Interrupted work waits at the head of its line.
  void rejoin(const Request& request);
  void release(std::int32_t units) { in_use_ -= units; }
  [[nodiscard]] std::int32_t capacity() const { return capacity_; }
  /// Where fewer are left than are busy, those who have begun finish.
  void set_capacity(std::int32_t capacity) { capacity_ = capacity; }
  [[nodiscard]] bool waiting() const {
    return std::any_of(lines_.begin(), lines_.end(),
                       [](const std::deque<Request>& line) { return !line.empty(); });
  }
  [[nodiscard]] std::int32_t people_waiting() const { return count_.in_front(); }
  [[nodiscard]] const PlanResource& resource() const { return *resource_; }
  /// At most one opening is scheduled at a time.
  [[nodiscard]] bool opening_scheduled() const { return opening_scheduled_; }
  void set_opening_scheduled(bool scheduled) { opening_scheduled_ = scheduled; }
  void count_by_hour(HourTally* hours, Ticks warm_up, Ticks horizon) {
    count_.count_by_hour(hours, warm_up, horizon);
  }
  /// At the end: everybody still in line parts, and the line's counts go into the tally.
  template <class Stale> void close(const Stale& stale, ResourceTally& tally) {
    count_.end_hours();
    for (const std::deque<Request>& line : lines_) {
      for (const Request& request : line) {
        if (!stale(request)) {
          count_.part(request.in_front(), request.since, count_.latest());
        }
      }
    }
    count_.move_to(tally);
  }

private:
  static constexpr std::size_t n_priorities = 3;
  void join_in_order(const Request& request);
  std::optional<Request> start(std::deque<Request>& line, std::deque<Request>::iterator at,
                               Ticks now);
  /// Those at the end may never be reached.
  [[nodiscard]] bool forgets_last() const { return resource_->queue == QueueOrder::last_come; }
  [[nodiscard]] bool fits(std::int32_t units, std::int32_t freed) const {
    return !resource_->limited || in_use_ - freed + units <= capacity_;
  }

  const PlanResource* resource_;
  std::vector<std::deque<Request>> lines_; // highest priority first
  std::vector<Service> services_;          // in the order of starting; only where it preempts
  LineCount count_;
  std::int32_t capacity_;
  std::int32_t in_use_ = 0;
  bool opening_scheduled_ = false;
};

} // namespace sojourn::inline SOJOURN_WORLD
