// SPDX-License-Identifier: Apache-2.0
#include "output/stats/student.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cassert>
#include <cmath>

namespace sojourn::output {
namespace {

// Plain double inside: long double would be another type on other machines.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Student = boost::math::students_t_distribution<double, Policy>;
using Normal = boost::math::normal_distribution<double, Policy>;

double rounded_to_40_bits(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  return std::ldexp(std::nearbyint(std::ldexp(fraction, 40)), exponent - 40);
}

double upper_tail(double level) {
  assert(level > 0 && level < 1);
  return (1 - level) / 2;
}

} // namespace

double student_two_sided(double level, double freedom) {
  const Student student(freedom);
  return rounded_to_40_bits(quantile(complement(student, upper_tail(level))));
}

double student_p(double t, double freedom) {
  if (std::isinf(t))
    return 0.0;
  const Student student(freedom);
  return rounded_to_40_bits(2 * cdf(complement(student, std::abs(t))));
}

double normal_two_sided(double level) {
  return rounded_to_40_bits(quantile(complement(Normal(), upper_tail(level))));
}

} // namespace sojourn::output
