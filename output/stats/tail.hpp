// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include "output/stats/fixed_sum.hpp"
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sojourn::output {

/// The mean of the lowest share of a sample (expected shortfall, CVaR), with what the bins hide:
/// the exact value lies within +-bound.
struct TailMean {
  double mean = missing, bound = missing;
};

/// Counts and sums per equal bin in integers of 2^-20: merging is exact, the same bits in any order
/// and grouping. Values outside [low, high) go to the end bins, which keep their sums, so that
/// nothing is cut off. NaN and values beyond +-2^34 are counted as rejected. Sums are of values
/// rounded once (5e-7 units).
class TailHistogram {
public:
  TailHistogram(double low, double high, std::size_t n_bins);

  void add(double value, std::int64_t times = 1);
  /// Both must have the same bins (asserted).
  TailHistogram& operator+=(const TailHistogram& other);

  /// Takes out what was added before (the other's extremes stay).
  TailHistogram& operator-=(const TailHistogram& other);

  /// Mean of the lowest share * count() values, share in (0, 1]; a value that the share splits
  /// counts in part. In the bin where the share ends, m of c values with sum s in [a, b] count: the
  /// lowest m sum to at least max(m a, s - (c - m) b) and at most m s/c; taken is m s/c -
  /// (b - a) m (c - m)/(2 c), right for values spread evenly, kept between the two. The bound is
  /// below the width of a bin, except where the share ends in an end bin with values outside.
  /// Missing when empty.
  [[nodiscard]] TailMean lowest(double share) const;

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] std::int64_t rejected() const { return rejected_; }

  friend bool operator==(const TailHistogram&, const TailHistogram&) = default;

private:
  [[nodiscard]] std::size_t bin_of(double value) const;
  /// Sums, not means: the lowest m of a bin.
  [[nodiscard]] TailMean lowest_of_bin(std::size_t bin, double m) const;
  [[nodiscard]] double low_end(std::size_t bin) const;
  [[nodiscard]] double high_end(std::size_t bin) const;

  double low_, width_, bins_per_one_;
  std::int64_t count_ = 0, rejected_ = 0;
  double least_, most_; // of the values seen
  std::vector<std::int64_t> counts_;
  std::vector<WideInteger> sums_;
};

/// One value per replication whose mean is the tail of all journeys together, freed of its bias of
/// order 1/R: the jackknife's pseudo-values R T - (R - 1) T_without_r (Quenouille 1956; Miller
/// 1974). Also for paired differences of tails between arms. NaN where a replication has no
/// journeys; missing everywhere with fewer than two that have.
[[nodiscard]] std::vector<double> tail_values(std::span<const TailHistogram> per_replication,
                                              double share);

/// CVaR of all journeys together, with Student's t over the pseudo-values; the bound of the bins is
/// added to both ends. With one replication: its tail, without an interval.
[[nodiscard]] Interval tail_interval(std::span<const TailHistogram> per_replication, double share,
                                     double level = 0.95);

} // namespace sojourn::output
