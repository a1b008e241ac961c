// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sojourn {

/// What happens first at one moment. Service comes before news, news before patience.
enum class Rank : std::uint8_t { job_done, service_done, opening, visit_done, news, patience };

struct Event {
  Ticks time = 0;
  std::uint64_t order = 0;               // rank in the top byte, then the sequence of scheduling
  std::uint32_t slot = 0;                // whose event; for `opening` the resource
  std::uint32_t stamp = 0;               // the wait or the life it belongs to; others ignore it
  std::int32_t index = 0;                // job, or how many news so far
  std::int32_t resource = -1, units = 0; // of a job

  [[nodiscard]] Rank rank() const { return static_cast<Rank>(order >> 56); }
  [[nodiscard]] bool after(const Event& other) const {
    return time != other.time ? time > other.time : order > other.order;
  }
};

/// Events in the total order (time, rank, sequence): a binary heap.
class EventQueue {
public:
  void push(Rank rank, Event event) {
    event.order = (static_cast<std::uint64_t>(rank) << 56) | sequence_++;
    heap_.push_back(event);
    std::push_heap(heap_.begin(), heap_.end(), later);
  }
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] const Event& top() const { return heap_.front(); }
  Event pop() {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    const Event event = heap_.back();
    heap_.pop_back();
    return event;
  }
  [[nodiscard]] std::int64_t scheduled() const { return static_cast<std::int64_t>(sequence_); }

private:
  static bool later(const Event& a, const Event& b) { return a.after(b); }
  std::vector<Event> heap_;
  std::uint64_t sequence_ = 0;
};

} // namespace sojourn
