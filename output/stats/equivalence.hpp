// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include <span>

namespace sojourn::output {

enum class Materiality : unsigned char {
  not_decided, // the interval reaches across a margin, or there is none
  none,        // "no material difference": shown, not merely unrefuted
  material     // the whole interval lies beyond the margin
};

/// Two one-sided tests (Schuirmann 1987) on paired differences.
struct Equivalence {
  Interval interval;  // of the difference at level 1 - 2 alpha: 90 % for alpha 5 %
  double margin = 0;  // in the measure's unit
  double p = missing; // the larger of the two one-sided p-values; small speaks for equivalence
  Materiality verdict = Materiality::not_decided;
};

/// a - b, pair by pair, against +-margin (> 0, asserted); alpha in (0, 0.5). Verdict `none` exactly
/// when the interval lies inside the margins, `material` when it lies outside. Never different:
/// `none` if the plans are equal; otherwise not decided, with the reason, because 0 in n
/// replications is not yet precision.
[[nodiscard]] Equivalence equivalence(std::span<const double> a, std::span<const double> b,
                                      double margin, double alpha = 0.05,
                                      Plans plans = Plans::differ);

} // namespace sojourn::output
