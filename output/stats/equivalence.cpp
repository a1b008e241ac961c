// SPDX-License-Identifier: Apache-2.0
#include "output/stats/equivalence.hpp"

#include "output/stats/student.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn::output {
namespace {

// P(T >= distance / error); no error: certainty either way.
double one_sided_p(double distance, double error, double freedom) {
  if (error == 0)
    return distance > 0 ? 0.0 : 1.0;
  return student_upper_p(distance / error, freedom);
}

Materiality judge(const Interval& interval, double margin) {
  if (interval.lower > -margin && interval.upper < margin)
    return Materiality::none;
  const bool beyond = interval.lower > margin || interval.upper < -margin;
  return beyond ? Materiality::material : Materiality::not_decided;
}

} // namespace

Equivalence equivalence(std::span<const double> a, std::span<const double> b, double margin,
                        double alpha, Plans plans) {
  assert(margin > 0 && alpha > 0 && alpha < 0.5);
  const double level = 1 - 2 * alpha;
  Equivalence result;
  result.margin = margin;
  result.interval = paired_difference(a, b, level, plans);
  if (!result.interval.known())
    return result;
  const double freedom = result.interval.replications - 1;
  const double error = result.interval.half_width() / student_two_sided(level, freedom);
  const double centre = result.interval.estimate;
  result.p = std::max(one_sided_p(margin - centre, error, freedom),
                      one_sided_p(margin + centre, error, freedom));
  result.verdict = judge(result.interval, margin);
  return result;
}

} // namespace sojourn::output
