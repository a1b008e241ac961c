// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

namespace sojourn::output {

/// Count, mean and sum of squared deviations of a stream of numbers, mergeable.
/// Adding depends on order in the last bit: merge in index order, or use FixedSum.
///
/// Merge (Chan, Golub, LeVeque 1979). With n = a.n + b.n and d = b.mean - a.mean,
///   mean = a.mean + d b.n/n, because n mean = a.n a.mean + b.n b.mean;
///   M2 = sum (x - mean)^2 = a.M2 + a.n (a.mean - mean)^2 + b.M2 + b.n (b.mean - mean)^2
///      = a.M2 + b.M2 + d^2 a.n b.n/n, since the two shifts are d b.n/n and d a.n/n.
/// Adding one number is the merge with b = {1, x, 0}, so equal numbers give M2 = 0 exactly.
class Moments {
public:
  void add(double value);
  Moments& operator+=(const Moments& other);

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] double mean() const;     ///< NaN when empty
  [[nodiscard]] double variance() const; ///< with n - 1; NaN below two values
  [[nodiscard]] double m2() const { return m2_; }

  friend bool operator==(const Moments&, const Moments&) = default;

private:
  std::int64_t count_ = 0;
  double mean_ = 0, m2_ = 0;
};

} // namespace sojourn::output
