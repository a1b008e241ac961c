// SPDX-License-Identifier: Apache-2.0
#include "output/stats/sketch.hpp"

#include "output/stats/missing.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

constexpr int per_octave = 64;
constexpr double smallest = 0x1p-30, largest = 0x1p60;

// frexp gives value = fraction 2^exponent with fraction in [1/2, 1); all steps are exact.
int index_of(double value) {
  int exponent = 0;
  const double fraction = std::frexp(std::clamp(value, smallest, largest), &exponent);
  const int within = static_cast<int>((2 * fraction - 1) * per_octave);
  return (exponent - 1) * per_octave + within;
}

double value_of(int index) {
  const int within = ((index % per_octave) + per_octave) % per_octave;
  const int exponent = (index - within) / per_octave;
  const double low = 1.0 + static_cast<double>(within) / per_octave;
  const double high = low + 1.0 / per_octave;
  return std::ldexp(2 * low * high / (low + high), exponent);
}

} // namespace

std::int64_t& Sketch::bucket(int index) {
  if (counts_.empty()) {
    first_ = index;
    counts_.push_back(0);
  }
  if (index < first_) {
    counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - index), 0);
    first_ = index;
  }
  const auto at = static_cast<std::size_t>(index - first_);
  if (at >= counts_.size())
    counts_.resize(at + 1);
  return counts_[at];
}

void Sketch::add(double value, std::int64_t times) {
  if (std::isnan(value) || times <= 0)
    return;
  count_ += times;
  if (value <= 0)
    zeros_ += times;
  else
    bucket(index_of(value)) += times;
}

Sketch& Sketch::operator+=(const Sketch& other) {
  count_ += other.count_;
  zeros_ += other.zeros_;
  if (other.counts_.empty())
    return *this;
  const auto n_other = static_cast<int>(other.counts_.size());
  bucket(other.first_ + n_other - 1);
  bucket(other.first_);
  const auto shift = static_cast<std::size_t>(other.first_ - first_);
  for (std::size_t i = 0; i < other.counts_.size(); ++i)
    counts_[shift + i] += other.counts_[i];
  return *this;
}

double Sketch::quantile(double p) const {
  if (count_ == 0)
    return missing;
  const double exact_rank = std::ceil(std::clamp(p, 0.0, 1.0) * static_cast<double>(count_));
  const auto rank = std::max<std::int64_t>(1, static_cast<std::int64_t>(exact_rank));
  if (rank <= zeros_)
    return 0.0;
  std::int64_t through = zeros_;
  std::size_t i = 0;
  while (i + 1 < counts_.size() && (through += counts_[i]) < rank)
    ++i;
  return value_of(first_ + static_cast<int>(i));
}

} // namespace sojourn::output
