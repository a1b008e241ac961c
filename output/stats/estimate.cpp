// SPDX-License-Identifier: Apache-2.0
#include "output/stats/estimate.hpp"

#include "output/stats/moments.hpp"
#include "output/stats/student.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn::output {
namespace {

struct Pairs {
  std::vector<double> first, second;
  int dropped = 0;
};

Pairs complete_pairs(std::span<const double> first, std::span<const double> second) {
  assert(first.size() == second.size());
  Pairs pairs;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
    if (std::isnan(first[i]) || std::isnan(second[i])) {
      ++pairs.dropped;
      continue;
    }
    pairs.first.push_back(first[i]);
    pairs.second.push_back(second[i]);
  }
  return pairs;
}

double sum(std::span<const double> values) {
  double total = 0;
  for (const double value : values)
    total += value;
  return total;
}

std::string too_few(int n) {
  return n == 0 ? "no replication has a value" : "one replication gives no interval";
}

Interval empty_interval(double level, int used, int dropped) {
  Interval interval;
  interval.level = level;
  interval.replications = used;
  interval.dropped = dropped;
  return interval;
}

void spread(Interval& interval, double half_width) {
  interval.lower = interval.estimate - half_width;
  interval.upper = interval.estimate + half_width;
}

} // namespace

Interval mean_interval(std::span<const double> per_replication, double level) {
  Moments moments;
  for (const double value : per_replication)
    if (!std::isnan(value))
      moments.add(value);
  const int n = static_cast<int>(moments.count());
  auto interval = empty_interval(level, n, static_cast<int>(per_replication.size()) - n);
  interval.estimate = moments.mean();
  if (n < 2)
    interval.reason = too_few(n);
  else
    spread(interval, student_two_sided(level, n - 1) * std::sqrt(moments.variance() / n));
  return interval;
}

// Wilson (1927): centre (p + z^2/2n)/(1 + z^2/n), half-width z sqrt(p(1-p)/n + z^2/4n^2)/(1 +
// z^2/n)
Interval wilson(double successes, double n, double level, double design_effect) {
  auto interval = empty_interval(level, 0, 0);
  if (!(n > 0)) {
    interval.reason = "nobody to count";
    return interval;
  }
  const double effective = n / std::max(1.0, std::isnan(design_effect) ? 1.0 : design_effect);
  const double share = successes / n;
  const double z = normal_two_sided(level);
  const double shrink = 1 + z * z / effective;
  const double centre = (share + z * z / (2 * effective)) / shrink;
  const double inside = share * (1 - share) / effective + z * z / (4 * effective * effective);
  const double half = z * std::sqrt(inside) / shrink;
  interval.estimate = share;
  interval.lower = share <= 0 ? 0.0 : std::max(0.0, centre - half);
  interval.upper = share >= 1 ? 1.0 : std::min(1.0, centre + half);
  return interval;
}

// Variance of the ratio of cluster totals over that of as many independent trials.
double design_effect(std::span<const double> successes, std::span<const double> totals) {
  const auto clusters = complete_pairs(successes, totals);
  const auto n = static_cast<double>(clusters.first.size());
  const double total = sum(clusters.second);
  if (n < 2 || !(total > 0))
    return missing;
  const double share = sum(clusters.first) / total;
  const double independent = share * (1 - share) / total;
  if (!(independent > 0))
    return 1.0;
  double squares = 0;
  for (std::size_t i = 0; i < clusters.first.size(); ++i) {
    const double residual = clusters.first[i] - share * clusters.second[i];
    squares += residual * residual;
  }
  return std::max(1.0, n / (n - 1) * squares / (total * total) / independent);
}

// Delta method: Var(X/Y) ~ Var(x - r y) / (n ybar^2).
Interval ratio_interval(std::span<const double> numerators, std::span<const double> denominators,
                        double level) {
  const auto pairs = complete_pairs(numerators, denominators);
  const int n = static_cast<int>(pairs.first.size());
  auto interval = empty_interval(level, n, pairs.dropped);
  const double total = sum(pairs.second);
  if (n == 0 || total == 0) {
    interval.reason = n == 0 ? too_few(n) : "the denominator is 0 in every replication";
    return interval;
  }
  interval.estimate = sum(pairs.first) / total;
  if (n < 2) {
    interval.reason = too_few(n);
    return interval;
  }
  Moments residuals;
  for (std::size_t i = 0; i < pairs.first.size(); ++i)
    residuals.add(pairs.first[i] - interval.estimate * pairs.second[i]);
  const double error = std::sqrt(residuals.variance() * n) / std::abs(total);
  spread(interval, student_two_sided(level, n - 1) * error);
  return interval;
}

} // namespace sojourn::output
