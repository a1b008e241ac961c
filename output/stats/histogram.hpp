// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sojourn::output {

/// Counts in equal bins [low, high); merging is exact. Values outside go to the nearest end bin
/// (affect is clamped anyway; +5 itself belongs to the last bin); NaN is ignored.
class Histogram {
public:
  Histogram() : Histogram(-5.0, 5.0, 200) {} ///< affect, bins of 0.05
  Histogram(double low, double high, std::size_t n_bins);

  void add(double value, std::int64_t times = 1) {
    if (value != value)
      return;
    counts_[bin_of(value)] += times;
    count_ += times;
  }
  /// Both must have the same bins (asserted).
  Histogram& operator+=(const Histogram& other);

  /// The value below which a share p of the counts lies, linear inside a bin; NaN when empty.
  /// Off by at most one bin width from the sample quantile.
  [[nodiscard]] double quantile(double p) const;

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] std::span<const std::int64_t> counts() const { return counts_; }
  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double width() const { return width_; }

  friend bool operator==(const Histogram&, const Histogram&) = default;

private:
  [[nodiscard]] std::size_t bin_of(double value) const {
    const double position = (value - low_) * bins_per_one_;
    if (!(position > 0))
      return 0;
    const auto last = counts_.size() - 1;
    return position >= static_cast<double>(last) ? last : static_cast<std::size_t>(position);
  }

  double low_, width_, bins_per_one_;
  std::int64_t count_ = 0;
  std::vector<std::int64_t> counts_;
};

} // namespace sojourn::output
