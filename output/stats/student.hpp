// SPDX-License-Identifier: Apache-2.0
#pragma once

// The few distribution functions estimates need: the only door to Boost.Math in this layer. Results
// are rounded to 40 significant bits (1e-12 relative), so that a compiler or library that differs
// in the last bits of a double still gives the same result file.
namespace sojourn::output {

/// Two-sided quantile: P(|T| <= q) = level for Student's t with `freedom` > 0 degrees.
[[nodiscard]] double student_two_sided(double level, double freedom);

/// P(|T| >= |t|), the two-sided p-value. t may be infinite (0).
[[nodiscard]] double student_p(double t, double freedom);

/// Two-sided quantile of the standard normal: 1.959964 at level 0.95.
[[nodiscard]] double normal_two_sided(double level);

/// P(T <= q) = p, and P(T >= t); one-sided, `freedom` > 0. p in (0, 1); t may be infinite.
[[nodiscard]] double student_quantile(double p, double freedom);
[[nodiscard]] double student_upper_p(double t, double freedom);

/// P(X <= q) = p for chi-square with `freedom` > 0, and for F with the two degrees of freedom.
[[nodiscard]] double chi_square_quantile(double p, double freedom);
[[nodiscard]] double f_quantile(double p, double upper_freedom, double lower_freedom);

/// base^exponent, rounded like the distributions; base > 0.
[[nodiscard]] double rounded_power(double base, double exponent);

} // namespace sojourn::output
