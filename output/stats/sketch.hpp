// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

namespace sojourn::output {

/// Quantiles of a positive measure (minutes, money) within 1 % of their own size, from integer
/// counts: merging is exact, memory does not grow with the number of values.
///
/// The idea of DDSketch (Masson, Rim, Lee 2019) with its logarithm replaced by the bits of the
/// number: 64 equal buckets in each power of two. A bucket spans [m, m + 1/64) 2^e with m >= 1, so
/// the value answered, 2 low high/(low + high), is off by at most 1/129 (0.78 %). No libm call, so
/// every compiler gives the same index. Buckets exist between the smallest and largest value seen.
class Sketch {
public:
  static constexpr double relative_error = 1.0 / 129;

  /// Zero and less count as 0, values below 2^-30 as 2^-30, above 2^60 as 2^60; NaN is ignored.
  void add(double value, std::int64_t times = 1);
  Sketch& operator+=(const Sketch& other);

  /// The value of rank ceil(p n), within relative_error; NaN when empty. p in [0, 1].
  [[nodiscard]] double quantile(double p) const;

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] std::int64_t zeros() const { return zeros_; }

  /// Equal counts, whatever the order and grouping they came in.
  friend bool operator==(const Sketch& a, const Sketch& b) = default;

private:
  std::int64_t& bucket(int index);

  std::int64_t count_ = 0, zeros_ = 0;
  int first_ = 0; // index of counts_[0]; counts_ begins and ends with a non-zero count
  std::vector<std::int64_t> counts_;
};

} // namespace sojourn::output
