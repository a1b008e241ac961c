// SPDX-License-Identifier: Apache-2.0
#include "output/stats/estimate.hpp"
#include "output/stats/student.hpp"
#include "output/text.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace sojourn::output {
namespace {

// Plain subtraction, so that equal arms give 0 in every replication and not almost 0.
std::vector<double> differences(std::span<const double> a, std::span<const double> b) {
  assert(a.size() == b.size());
  std::vector<double> result(std::min(a.size(), b.size()));
  for (std::size_t i = 0; i < result.size(); ++i)
    result[i] = a[i] == b[i] ? 0.0 : a[i] - b[i]; // equal infinities differ by 0 as well
  return result;
}

int count_non_zero(std::span<const double> values) {
  return static_cast<int>(std::count_if(
      values.begin(), values.end(), [](double value) { return !std::isnan(value) && value != 0; }));
}

void settle_all_zero(Difference& difference, Plans plans) {
  difference.all_zero = true;
  difference.p = 1.0;
  if (plans == Plans::equal)
    return;
  difference.lower = difference.upper = missing;
  difference.note = none_differ_bound(difference.replications, difference.level);
  difference.reason = "no replication differs";
}

double paired_p(const Difference& difference) {
  const double freedom = difference.replications - 1;
  const double half = difference.half_width();
  if (half == 0)
    return 0.0; // the same non-zero difference every time
  return student_p(difference.estimate / half * student_two_sided(difference.level, freedom),
                   freedom);
}

} // namespace

std::string none_differ_bound(int n, double level) {
  // (1 - k/n)^n < exp(-k) = 1 - level; ceil gives the familiar 3 at 95 %.
  const int bound = static_cast<int>(std::ceil(-std::log(1 - level)));
  return text("fewer than {} in {} replications differ", bound, n);
}

Difference paired_difference(std::span<const double> a, std::span<const double> b, double level,
                             Plans plans) {
  const auto each = differences(a, b);
  Difference difference;
  static_cast<Interval&>(difference) = mean_interval(each, level);
  difference.n_differ = count_non_zero(each);
  if (!difference.known())
    return difference;
  if (difference.n_differ == 0)
    settle_all_zero(difference, plans);
  else
    difference.p = paired_p(difference);
  return difference;
}

// Holm (1979): the i-th smallest of m is multiplied by m - i + 1, then made monotone.
std::vector<double> holm(std::span<const double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (!std::isnan(p[i]))
      order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return p[i] < p[j]; });
  std::vector<double> adjusted(p.size(), missing);
  double largest = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double factor = static_cast<double>(order.size() - rank);
    largest = std::max(largest, std::min(1.0, factor * p[order[rank]]));
    adjusted[order[rank]] = largest;
  }
  return adjusted;
}

int family_size(std::span<const double> p) {
  return static_cast<int>(
      std::count_if(p.begin(), p.end(), [](double value) { return !std::isnan(value); }));
}

} // namespace sojourn::output
