// SPDX-License-Identifier: Apache-2.0
#include "output/stats/student.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
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
using ChiSquare = boost::math::chi_squared_distribution<double, Policy>;
using Fisher = boost::math::fisher_f_distribution<double, Policy>;

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

double student_quantile(double p, double freedom) {
  assert(p > 0 && p < 1);
  return rounded_to_40_bits(quantile(Student(freedom), p));
}

double student_upper_p(double t, double freedom) {
  if (std::isinf(t))
    return t > 0 ? 0.0 : 1.0;
  return rounded_to_40_bits(cdf(complement(Student(freedom), t)));
}

double chi_square_quantile(double p, double freedom) {
  assert(p > 0 && p < 1);
  return rounded_to_40_bits(quantile(ChiSquare(freedom), p));
}

double f_quantile(double p, double upper_freedom, double lower_freedom) {
  assert(p > 0 && p < 1);
  return rounded_to_40_bits(quantile(Fisher(upper_freedom, lower_freedom), p));
}

double rounded_power(double base, double exponent) {
  assert(base > 0);
  return rounded_to_40_bits(std::pow(base, exponent));
}

} // namespace sojourn::output
