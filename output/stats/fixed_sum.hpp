// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

namespace sojourn::output {

__extension__ typedef __int128 WideInteger;

/// Count, sum and sum of squares in integers of 2^-20, so that merging is exact: any order, any
/// number of threads, the same bits. A value is rounded once (error <= 2^-21, 5e-7 units); squares
/// are exact products of rounded values. Values beyond +-2^34 and NaN are counted as rejected, not
/// added; at that bound half a million squares fit, at 2^24 five hundred thousand million.
class FixedSum {
public:
  static constexpr double units_per_one = 1048576.0;     // 2^20
  static constexpr double largest_value = 17179869184.0; // 2^34

  void add(double value) {
    if (!(value <= largest_value && value >= -largest_value)) {
      ++rejected_;
      return;
    }
    const double scaled = value * units_per_one;
    const auto fixed = static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
    ++count_;
    sum_ += fixed;
    squares_ += static_cast<WideInteger>(fixed) * fixed;
  }

  FixedSum& operator+=(const FixedSum& other) {
    count_ += other.count_;
    rejected_ += other.rejected_;
    sum_ += other.sum_;
    squares_ += other.squares_;
    return *this;
  }

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] std::int64_t rejected() const { return rejected_; }
  [[nodiscard]] double total() const { return static_cast<double>(sum_) / units_per_one; }
  [[nodiscard]] double mean() const;     ///< NaN when empty
  [[nodiscard]] double variance() const; ///< with n - 1; NaN below two values

  friend bool operator==(const FixedSum&, const FixedSum&) = default;

private:
  std::int64_t count_ = 0, rejected_ = 0;
  WideInteger sum_ = 0, squares_ = 0;
};

} // namespace sojourn::output
