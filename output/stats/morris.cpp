// SPDX-License-Identifier: Apache-2.0
#include "output/stats/moments.hpp"
#include "output/stats/sensitivity.hpp"
#include "output/stats/student.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn::output {
namespace {

/// Standard deviation of the n values without x: M2 falls by n / (n - 1) (x - mean)^2.
double spread_without(const Moments& all, double x) {
  const auto n = static_cast<double>(all.count());
  const double left = all.m2() - n / (n - 1) * (x - all.mean()) * (x - all.mean());
  return std::sqrt(std::max(0.0, left) / (n - 2));
}

/// Tukey's jackknife: the pseudo-values n s - (n - 1) s_without_i have the estimator's variance.
Interval spread_interval(std::span<const double> values, int dropped, double level) {
  Moments all;
  for (const double each : values)
    all.add(each);
  const auto n = static_cast<double>(values.size());
  Interval interval;
  interval.level = level;
  interval.replications = static_cast<int>(values.size());
  interval.dropped = dropped;
  interval.estimate = std::sqrt(all.variance());
  if (n < 3) {
    interval.reason = "a spread needs three trajectories for an interval";
    return interval;
  }
  Moments pseudo;
  for (const double each : values)
    pseudo.add(n * interval.estimate - (n - 1) * spread_without(all, each));
  const double half = student_two_sided(level, n - 1) * std::sqrt(pseudo.variance() / n);
  interval.lower = std::max(0.0, interval.estimate - half);
  interval.upper = interval.estimate + half;
  return interval;
}

MorrisIndex index_of(std::span<const double> effects, double level) {
  std::vector<double> sizes(effects.size()), known;
  std::transform(effects.begin(), effects.end(), sizes.begin(),
                 [](double each) { return std::abs(each); });
  std::copy_if(effects.begin(), effects.end(), std::back_inserter(known),
               [](double each) { return !std::isnan(each); });
  const int dropped = static_cast<int>(effects.size() - known.size());
  return {mean_interval(effects, level), mean_interval(sizes, level),
          spread_interval(known, dropped, level)};
}

} // namespace

std::vector<MorrisIndex> morris_indices(std::span<const double> effects, std::size_t n_inputs,
                                        double level) {
  assert(n_inputs == 0 || effects.size() % n_inputs == 0);
  std::vector<MorrisIndex> indices;
  for (std::size_t input = 0; input < n_inputs; ++input) {
    std::vector<double> own;
    for (std::size_t i = input; i < effects.size(); i += n_inputs)
      own.push_back(effects[i]);
    indices.push_back(index_of(own, level));
  }
  return indices;
}

} // namespace sojourn::output
