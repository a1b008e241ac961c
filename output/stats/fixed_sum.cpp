// SPDX-License-Identifier: Apache-2.0
#include "output/stats/fixed_sum.hpp"

#include "output/stats/missing.hpp"

namespace sojourn::output {

double FixedSum::mean() const {
  return count_ == 0 ? missing : total() / static_cast<double>(count_);
}

// M2 = squares - sum^2 / n. With sum = q n + r (0 <= |r| < n), sum^2 / n = q sum + r sum / n: the
// large parts cancel as integers, and only the small last term is divided in floating point.
double FixedSum::variance() const {
  if (count_ < 2)
    return missing;
  const WideInteger quotient = sum_ / count_;
  const WideInteger rest = sum_ % count_;
  const auto n = static_cast<double>(count_);
  const auto whole = static_cast<double>(squares_ - quotient * sum_);
  const double part = static_cast<double>(rest) * (static_cast<double>(sum_) / n);
  const double m2 = whole - part;
  return m2 <= 0 ? 0.0 : m2 / (n - 1) / (units_per_one * units_per_one);
}

} // namespace sojourn::output
