// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace sojourn {

/// A wish for servers: of a person in front (`job` < 0) or for work behind the line of visibility.
struct Request {
  std::uint32_t slot = 0;
  std::uint32_t stamp = 0; // of the wait (in front) or the life (behind); stale ones are skipped
  std::int32_t job = -1;
  std::int32_t units = 1;
  Ticks since = 0;
  Ticks work = 0;
};

/// Servers and their line: first come, first served within a priority; not pre-emptive.
class Station {
public:
  explicit Station(const PlanResource& resource)
      : resource_(&resource), lines_(resource.priority_queue ? n_priorities : 1) {}

  void join(const Request& request, std::int32_t persona);
  /// The next request that can start at `now`, its servers taken; nothing where nobody waits, the
  /// servers are busy or the station is closed. `stale(request)` tells requests that were
  /// withdrawn.
  template <class Stale> std::optional<Request> start_next(Ticks now, const Stale& stale) {
    for (std::deque<Request>& line : lines_) {
      while (!line.empty() && stale(line.front())) {
        line.pop_front();
      }
      if (!line.empty()) {
        return start(line, now);
      }
    }
    return std::nullopt;
  }
  void release(std::int32_t units) { in_use_ -= units; }
  [[nodiscard]] bool waiting() const;
  [[nodiscard]] const PlanResource& resource() const { return *resource_; }
  /// At most one opening is scheduled at a time.
  [[nodiscard]] bool opening_scheduled() const { return opening_scheduled_; }
  void set_opening_scheduled(bool scheduled) { opening_scheduled_ = scheduled; }

private:
  static constexpr std::size_t n_priorities = 3;
  std::optional<Request> start(std::deque<Request>& line, Ticks now);

  const PlanResource* resource_;
  std::vector<std::deque<Request>> lines_; // highest priority first
  std::int32_t in_use_ = 0;
  bool opening_scheduled_ = false;
};

} // namespace sojourn
