// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/station.hpp"

#include <algorithm>

namespace sojourn {

void Station::join(const Request& request, std::int32_t persona) {
  std::size_t line = 0;
  if (lines_.size() > 1) {
    const std::int32_t priority = resource_->priority[static_cast<std::size_t>(persona)];
    line = n_priorities - 1 - static_cast<std::size_t>(std::clamp(priority, 0, 2));
  }
  lines_[line].push_back(request);
}

std::optional<Request> Station::start(std::deque<Request>& line, Ticks now) {
  const Request request = line.front();
  const bool free = !resource_->limited || in_use_ + request.units <= resource_->capacity;
  if (!free || resource_->calendar.next_open(now) != now) {
    return std::nullopt;
  }
  line.pop_front();
  in_use_ += request.units;
  return request;
}

bool Station::waiting() const {
  return std::any_of(lines_.begin(), lines_.end(),
                     [](const std::deque<Request>& line) { return !line.empty(); });
}

} // namespace sojourn
