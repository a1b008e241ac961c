// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/events.hpp"

#include <cmath>

namespace sojourn {

void EventQueue::put_away(const Event& event) {
  const auto bucket = static_cast<std::uint64_t>(event.time - first_) >> shift_;
  (bucket < n_buckets ? buckets_[bucket] : beyond_).push_back(event);
  ++n_away_;
}

/// Too many are near: all are put away, and the first of them brought back.
void EventQueue::spread() {
  std::vector<Event> none;
  near_.exchange(none);
  beyond_.insert(beyond_.end(), none.begin(), none.end());
  n_away_ = beyond_.size();
  next_bucket_ = n_buckets;
  bring_near();
}

/// The next bucket with anything in it becomes the heap.
void EventQueue::bring_near() {
  if (n_away_ <= most_near / 2) { // few again: everything is near
    for (; next_bucket_ < n_buckets; ++next_bucket_) {
      beyond_.insert(beyond_.end(), buckets_[next_bucket_].begin(), buckets_[next_bucket_].end());
      buckets_[next_bucket_].clear();
    }
    near_.exchange(beyond_);
    n_away_ = 0;
    near_end_ = forever;
    return;
  }
  while (next_bucket_ < n_buckets && buckets_[next_bucket_].empty()) {
    ++next_bucket_;
  }
  if (next_bucket_ == n_buckets) {
    divide();
  }
  std::vector<Event>& bucket = buckets_[next_bucket_];
  near_.exchange(bucket);
  if (bucket.capacity() > 4 * per_bucket) { // room of the heap before; not one for each bucket
    std::vector<Event>().swap(bucket);
  }
  n_away_ -= near_.size();
  ++next_bucket_;
  near_end_ = first_ + (static_cast<Ticks>(next_bucket_) << shift_);
}

/// What lies beyond is divided among the buckets, so that the first hold about as many as wanted.
void EventQueue::divide() {
  first_ = forever;
  double sum = 0;
  for (const Event& event : beyond_) {
    first_ = std::min(first_, event.time);
    sum += static_cast<double>(event.time);
  }
  const auto n = static_cast<double>(beyond_.size());
  const double mean = sum / n - static_cast<double>(first_);
  const double width = mean * static_cast<double>(per_bucket) / n;
  shift_ = width < 2 ? 0 : std::ilogb(width);
  buckets_.resize(n_buckets);
  std::vector<Event> all;
  all.swap(beyond_);
  n_away_ = 0;
  for (const Event& event : all) {
    put_away(event);
  }
  next_bucket_ = 0;
}

} // namespace sojourn
