// SPDX-License-Identifier: Apache-2.0
#include "output/stats/histogram.hpp"

#include "output/stats/missing.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn::output {

Histogram::Histogram(double low, double high, std::size_t n_bins)
    : low_(low), width_((high - low) / static_cast<double>(n_bins)),
      bins_per_one_(static_cast<double>(n_bins) / (high - low)), counts_(n_bins) {
  assert(n_bins > 0 && low < high);
}

Histogram& Histogram::operator+=(const Histogram& other) {
  assert(counts_.size() == other.counts_.size() && low_ == other.low_ && width_ == other.width_);
  for (std::size_t i = 0; i < counts_.size(); ++i)
    counts_[i] += other.counts_[i];
  count_ += other.count_;
  return *this;
}

double Histogram::quantile(double p) const {
  if (count_ == 0)
    return missing;
  const double rank = std::clamp(p, 0.0, 1.0) * static_cast<double>(count_);
  std::int64_t before = 0;
  std::size_t bin = 0;
  const auto is_before_rank = [&] {
    const auto through = before + counts_[bin];
    return through == 0 || static_cast<double>(through) < rank;
  };
  while (bin + 1 < counts_.size() && is_before_rank())
    before += counts_[bin++];
  const double inside = (rank - static_cast<double>(before)) / static_cast<double>(counts_[bin]);
  return low_ + width_ * (static_cast<double>(bin) + inside);
}

} // namespace sojourn::output
