// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sojourn {

/// What happens first at one moment. Service comes before news, news before patience.
enum class Rank : std::uint8_t {
  job_done,
  service_done,
  opening,
  visit_done,
  news,
  patience,
  talk,
  returns // of a member
};

/// 32 bytes: two to a cache line.
struct Event {
  Ticks time = 0;
  std::uint64_t order = 0; // rank in the top byte, then the sequence of scheduling
  std::uint32_t slot = 0;  // whose event; for `opening` the resource
  std::uint32_t stamp = 0; // the wait or the life it belongs to; others ignore it
  std::int32_t index = 0;  // job, or how many news so far

  [[nodiscard]] Rank rank() const { return static_cast<Rank>(order >> 56); }
  [[nodiscard]] bool before(const Event& other) const {
    return time != other.time ? time < other.time : order < other.order;
  }
};
static_assert(sizeof(Event) == 32);

/// Events in the total order (time, rank, sequence): a heap of four children, which is half as deep
/// as a binary one and compares neighbours in memory.
class EventQueue {
public:
  void push(Rank rank, Event event) {
    event.order = (static_cast<std::uint64_t>(rank) << 56) | sequence_++;
    std::size_t at = heap_.size();
    heap_.push_back(event);
    while (at > 0 && event.before(heap_[(at - 1) / 4])) {
      heap_[at] = heap_[(at - 1) / 4];
      at = (at - 1) / 4;
    }
    heap_[at] = event;
  }
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] const Event& top() const { return heap_.front(); }
  Event pop() {
    const Event first = heap_.front();
    const Event last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) {
      sink(last);
    }
    return first;
  }
  [[nodiscard]] std::int64_t scheduled() const { return static_cast<std::int64_t>(sequence_); }

private:
  /// Puts an event in at the top.
  void sink(const Event& event) {
    const std::size_t n = heap_.size();
    std::size_t at = 0;
    for (std::size_t child = 1; child < n; child = 4 * at + 1) {
      std::size_t least = child;
      for (std::size_t other = child + 1; other < std::min(child + 4, n); ++other) {
        least = heap_[other].before(heap_[least]) ? other : least;
      }
      if (!heap_[least].before(event)) {
        break;
      }
      heap_[at] = heap_[least];
      at = least;
    }
    heap_[at] = event;
  }

  std::vector<Event> heap_;
  std::uint64_t sequence_ = 0;
};

} // namespace sojourn
