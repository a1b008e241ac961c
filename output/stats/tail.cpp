// SPDX-License-Identifier: Apache-2.0
#include "output/stats/tail.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace sojourn::output {
namespace {

constexpr double unit = FixedSum::units_per_one;

double as_double(WideInteger fixed) { return static_cast<double>(fixed) / unit; }

// Never empty: the caller has looked.
TailHistogram merged(std::span<const TailHistogram> per_replication) {
  auto all = per_replication[0];
  for (const auto& one : per_replication.subspan(1))
    all += one;
  return all;
}

} // namespace

TailHistogram::TailHistogram(double low, double high, std::size_t n_bins)
    : low_(low), width_((high - low) / static_cast<double>(n_bins)),
      bins_per_one_(static_cast<double>(n_bins) / (high - low)),
      least_(std::numeric_limits<double>::infinity()), most_(-least_), counts_(n_bins, 0),
      sums_(n_bins, 0) {
  assert(n_bins > 0 && low < high);
}

std::size_t TailHistogram::bin_of(double value) const {
  const auto last = static_cast<double>(counts_.size() - 1);
  return static_cast<std::size_t>(std::clamp((value - low_) * bins_per_one_, 0.0, last));
}

void TailHistogram::add(double value, std::int64_t times) {
  if (!(std::abs(value) <= FixedSum::largest_value)) {
    rejected_ += times;
    return;
  }
  const auto fixed = static_cast<std::int64_t>(value * unit + (value < 0 ? -0.5 : 0.5));
  const auto bin = bin_of(as_double(fixed));
  counts_[bin] += times;
  sums_[bin] += static_cast<WideInteger>(fixed) * times;
  count_ += times;
  least_ = std::min(least_, as_double(fixed));
  most_ = std::max(most_, as_double(fixed));
}

TailHistogram& TailHistogram::operator+=(const TailHistogram& other) {
  assert(counts_.size() == other.counts_.size() && low_ == other.low_ && width_ == other.width_);
  for (std::size_t bin = 0; bin < counts_.size(); ++bin) {
    counts_[bin] += other.counts_[bin];
    sums_[bin] += other.sums_[bin];
  }
  count_ += other.count_;
  rejected_ += other.rejected_;
  least_ = std::min(least_, other.least_);
  most_ = std::max(most_, other.most_);
  return *this;
}

TailHistogram& TailHistogram::operator-=(const TailHistogram& other) {
  assert(counts_.size() == other.counts_.size() && low_ == other.low_ && width_ == other.width_);
  for (std::size_t bin = 0; bin < counts_.size(); ++bin) {
    counts_[bin] -= other.counts_[bin];
    sums_[bin] -= other.sums_[bin];
  }
  count_ -= other.count_;
  rejected_ -= other.rejected_;
  return *this;
}

double TailHistogram::low_end(std::size_t bin) const {
  const double edge = low_ + width_ * static_cast<double>(bin);
  return bin == 0 ? std::min(edge, least_) : std::max(edge, least_);
}

double TailHistogram::high_end(std::size_t bin) const {
  const double edge = low_ + width_ * static_cast<double>(bin + 1);
  return bin + 1 == counts_.size() ? std::max(edge, most_) : std::min(edge, most_);
}

TailMean TailHistogram::lowest(double share) const {
  assert(share > 0 && share <= 1);
  if (count_ == 0)
    return {};
  const double wanted = share * static_cast<double>(count_);
  std::size_t bin = 0;
  WideInteger before = 0;
  std::int64_t n_before = 0;
  while (bin + 1 < counts_.size() && static_cast<double>(n_before + counts_[bin]) < wanted) {
    before += sums_[bin];
    n_before += counts_[bin++];
  }
  const double rest = wanted - static_cast<double>(n_before);
  const auto part = lowest_of_bin(bin, std::min(rest, static_cast<double>(counts_[bin])));
  return {(as_double(before) + part.mean) / wanted, part.bound / wanted};
}

TailMean TailHistogram::lowest_of_bin(std::size_t bin, double m) const {
  const auto here = static_cast<double>(counts_[bin]);
  const double sum = as_double(sums_[bin]), low = low_end(bin), high = high_end(bin);
  if (!(m < here))
    return {sum, 0};
  const double most = m * (sum / here);
  const double least = std::min(most, std::max(m * low, sum - (here - m) * high));
  const double even = most - (high - low) * m * (here - m) / (2 * here);
  const double taken = std::max(even, least);
  return {taken, std::max(most - taken, taken - least)};
}

std::vector<double> tail_values(std::span<const TailHistogram> per_replication, double share) {
  std::vector<double> values(per_replication.size(), missing);
  const auto n = std::count_if(per_replication.begin(), per_replication.end(),
                               [](const auto& one) { return one.count() > 0; });
  if (n < 2)
    return values;
  const auto all = merged(per_replication);
  const double whole = all.lowest(share).mean;
  for (std::size_t r = 0; r < values.size(); ++r) {
    if (per_replication[r].count() == 0)
      continue;
    auto rest = all;
    rest -= per_replication[r];
    values[r] = whole + static_cast<double>(n - 1) * (whole - rest.lowest(share).mean);
  }
  return values;
}

Interval tail_interval(std::span<const TailHistogram> per_replication, double share, double level) {
  auto interval = mean_interval(tail_values(per_replication, share), level);
  const auto all = per_replication.empty() ? TailMean{} : merged(per_replication).lowest(share);
  if (interval.known()) {
    interval.lower -= all.bound;
    interval.upper += all.bound;
    return interval;
  }
  interval.estimate = all.mean;
  interval.reason = std::isnan(all.mean) ? "nobody to count" : "one replication gives no interval";
  return interval;
}

} // namespace sojourn::output
