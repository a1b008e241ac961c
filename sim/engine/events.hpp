// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/target.hpp"

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

__extension__ using WideKey = __int128;

/// 32 bytes: two to a cache line.
struct Event {
  Ticks time = 0;
  std::uint64_t order = 0; // rank in the top byte, then the sequence of scheduling
  std::uint32_t slot = 0;  // whose event; for `opening` the resource
  std::uint32_t stamp = 0; // the wait or the life it belongs to; others ignore it
  std::int32_t index = 0;  // job, or how many news so far

  [[nodiscard]] Rank rank() const { return static_cast<Rank>(order >> 56); }
  /// Time and order as one number, so that comparing needs no branch.
  [[nodiscard]] WideKey key() const { return static_cast<WideKey>(time) << 64 | order; }
  [[nodiscard]] bool before(const Event& other) const { return key() < other.key(); }
};
static_assert(sizeof(Event) == 32);

/// A heap of four children, which is half as deep as a binary one and compares neighbours in
/// memory.
class EventHeap {
public:
  [[nodiscard]] bool empty() const { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const { return heap_.size(); }
  [[nodiscard]] const Event& top() const { return heap_.front(); }
  /// Inline, so that an event made on the spot goes from registers to its place: read back as a
  /// whole it would wait for its parts to be written.
  SOJOURN_INLINE void push(const Event& event) {
    heap_.emplace_back();
    rise(event, heap_.size() - 1, 0);
  }
  void drop_top() {
    const Event last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) {
      sink(last, 0);
    }
  }
  void replace_top(const Event& event) { sink(event, 0); }
  /// These instead of those it had, which it hands over.
  void exchange(std::vector<Event>& events) {
    heap_.swap(events);
    for (std::size_t at = heap_.size() / 4 + 1; at-- > 0 && !heap_.empty();) {
      sink(Event(heap_[at]), at);
    }
  }

private:
  /// Puts an event in where `top` is free, or below. It comes from the end, so it mostly belongs
  /// there: the free place goes down to the end without asking, and the event up from there.
  void sink(const Event& event, std::size_t top) {
    Event* const heap = heap_.data();
    const std::size_t n = heap_.size();
    std::size_t at = top, child = 4 * at + 1;
    for (; child + 3 < n; child = 4 * at + 1) { // all four are there: the least of two pairs
      const std::size_t left = child + (heap[child + 1].before(heap[child]) ? 1 : 0);
      const std::size_t right = child + 2 + (heap[child + 3].before(heap[child + 2]) ? 1 : 0);
      const std::size_t least = heap[right].before(heap[left]) ? right : left;
      heap[at] = heap[least];
      at = least;
    }
    if (child < n) {
      std::size_t least = child;
      for (std::size_t other = child + 1; other < n; ++other) {
        least = heap[other].before(heap[least]) ? other : least;
      }
      heap[at] = heap[least];
      at = least;
    }
    rise(event, at, top);
  }
  /// Puts an event in where `at` is free, or above, but not above `top`.
  SOJOURN_INLINE void rise(const Event& event, std::size_t at, std::size_t top) {
    Event* const heap = heap_.data();
    for (; at > top && event.before(heap[(at - 1) / 4]); at = (at - 1) / 4) {
      heap[at] = heap[(at - 1) / 4];
    }
    heap[at] = event;
  }

  std::vector<Event> heap_;
};

/// Events in the total order (time, rank, sequence). Few are a heap. Of many only the next are: the
/// others lie unsorted in buckets of equal stretches of time, and those beyond the last bucket
/// together, until their time comes. So an event is moved three times or so, and memory that is not
/// in a cache is read in a row, however many there are.
class EventQueue {
public:
  SOJOURN_INLINE void push(Rank rank, Event event) {
    event.order = (static_cast<std::uint64_t>(rank) << 56) | sequence_++;
    if (event.time < near_end_) {
      if (gone_) { // mostly somebody's next event takes the place of the one that happened
        gone_ = false;
        near_.replace_top(event);
        return;
      }
      near_.push(event);
      if (near_.size() > most_near && near_end_ == forever) {
        spread();
      }
    } else {
      put_away(Event(event)); // a copy, so that the event itself needs no place in memory
    }
  }
  [[nodiscard]] bool empty() {
    settle();
    return near_.empty();
  }
  [[nodiscard]] const Event& top() {
    settle();
    return near_.top();
  }
  Event pop() {
    settle();
    gone_ = true;
    return near_.top();
  }
  [[nodiscard]] std::int64_t scheduled() const { return static_cast<std::int64_t>(sequence_); }

private:
  static constexpr Ticks forever = std::numeric_limits<Ticks>::max();
  static constexpr std::size_t n_buckets = 2048;
  static constexpr std::size_t most_near = 2048; // below that a heap alone is as fast
  static constexpr std::size_t per_bucket = 256; // wanted

  /// Takes away what has happened, where nothing took its place.
  void settle() {
    if (gone_) {
      gone_ = false;
      near_.drop_top();
      if (near_.empty() && n_away_ > 0) {
        bring_near();
      }
    }
  }
  /// Not before near_end_.
  void put_away(const Event& event);
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
  bool gone_ = false; // the top has happened already
};

} // namespace sojourn
