// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
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
  returns,      // of a member
  helps_no_more // somebody who was a server
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

/// A heap of four children, which is half as deep as a binary one and compares neighbours in
/// memory.
class EventHeap {
public:
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const { return heap_.size(); }
  [[nodiscard]] const Event& top() const { return heap_.front(); }
  void push(const Event& event) {
    std::size_t at = heap_.size();
    heap_.push_back(event);
    while (at > 0 && event.before(heap_[(at - 1) / 4])) {
      heap_[at] = heap_[(at - 1) / 4];
      at = (at - 1) / 4;
    }
    heap_[at] = event;
  }
  Event pop() {
    const Event first = heap_.front();
    const Event last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) {
      sink(last, 0);
    }
    return first;
  }
  /// These instead of those it had, which it hands over.
  void exchange(std::vector<Event>& events) {
    heap_.swap(events);
    for (std::size_t at = heap_.size() / 4 + 1; at-- > 0 && !heap_.empty();) {
      sink(Event(heap_[at]), at);
    }
  }

private:
  /// Puts an event in where `at` is free.
  void sink(const Event& event, std::size_t at) {
    const std::size_t n = heap_.size();
    for (std::size_t child = 4 * at + 1; child < n; child = 4 * at + 1) {
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
};

/// Events in the total order (time, rank, sequence). Few are a heap. Of many only the next are: the
/// others lie unsorted in buckets of equal stretches of time, and those beyond the last bucket
/// together, until their time comes. So an event is moved three times or so, and memory that is not
/// in a cache is read in a row, however many there are.
class EventQueue {
public:
  void push(Rank rank, Event event) {
    event.order = (static_cast<std::uint64_t>(rank) << 56) | sequence_++;
    if (event.time < near_end_) {
      near_.push(event);
      if (near_.size() > most_near && near_end_ == forever) {
        spread();
      }
    } else {
      put_away(event);
    }
  }
  [[nodiscard]] bool empty() const { return near_.empty(); }
  [[nodiscard]] const Event& top() const { return near_.top(); }
  Event pop() {
    const Event first = near_.pop();
    if (near_.empty() && n_away_ > 0) {
      bring_near();
    }
    return first;
  }
  [[nodiscard]] std::int64_t scheduled() const { return static_cast<std::int64_t>(sequence_); }

private:
  static constexpr Ticks forever = std::numeric_limits<Ticks>::max();
  static constexpr std::size_t n_buckets = 2048;
  static constexpr std::size_t most_near = 2048; // below that a heap alone is as fast
  static constexpr std::size_t per_bucket = 256; // wanted

  /// Not before near_end_.
  void put_away(const Event& event) {
    const auto bucket = static_cast<std::uint64_t>(event.time - first_) >> shift_;
    (bucket < n_buckets ? buckets_[bucket] : beyond_).push_back(event);
    ++n_away_;
  }
  void spread();
  void bring_near();
  void divide();

  EventHeap near_;                          // before near_end_; empty only where the queue is
  Ticks near_end_ = forever;                // where everything is near
  std::vector<std::vector<Event>> buckets_; // each 2^shift_ ticks, the first from first_ on
  std::vector<Event> beyond_;
  Ticks first_ = 0;
  int shift_ = 0;
  std::size_t next_bucket_ = 0, n_away_ = 0;
  std::uint64_t sequence_ = 0;
};

} // namespace sojourn
