// SPDX-License-Identifier: Apache-2.0
#include "output/stats/moments.hpp"

#include "output/stats/missing.hpp"

namespace sojourn::output {

void Moments::add(double value) {
  ++count_;
  const double shift = value - mean_;
  mean_ += shift / static_cast<double>(count_);
  m2_ += shift * (value - mean_);
}

Moments& Moments::operator+=(const Moments& other) {
  if (other.count_ == 0)
    return *this;
  if (count_ == 0)
    return *this = other;
  const auto n_here = static_cast<double>(count_);
  const auto n_there = static_cast<double>(other.count_);
  const double shift = other.mean_ - mean_;
  const double weight = n_there / (n_here + n_there);
  count_ += other.count_;
  mean_ += shift * weight;
  m2_ += other.m2_ + shift * shift * n_here * weight;
  return *this;
}

double Moments::mean() const { return count_ == 0 ? missing : mean_; }

double Moments::variance() const {
  return count_ < 2 ? missing : m2_ / static_cast<double>(count_ - 1);
}

} // namespace sojourn::output
