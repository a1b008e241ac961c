// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/missing.hpp"
#include <cmath>
#include <span>
#include <string>
#include <vector>

// Estimates with intervals. The unit of inference is the replication: every span holds one value
// per replication, NaN where a replication has none (nobody of that persona); such replications are
// dropped, pairwise where two spans belong together, and counted. Levels are in (0, 1).
namespace sojourn::output {

struct Interval {
  double estimate = missing, lower = missing, upper = missing;
  double level = 0.95;
  int replications = 0; // used
  int dropped = 0;      // had no value
  std::string reason;   // why there is no interval, empty where there is one

  [[nodiscard]] bool known() const { return !std::isnan(lower); }
  [[nodiscard]] double half_width() const { return (upper - lower) / 2; } ///< NaN if not known
};

/// Mean over replications, Student's t. Below two values: the estimate without an interval.
[[nodiscard]] Interval mean_interval(std::span<const double> per_replication, double level = 0.95);

/// Wilson's score interval of a share: `successes` of `n`, clustered journeys enter as
/// n / design_effect independent ones. n = 0: missing.
[[nodiscard]] Interval wilson(double successes, double n, double level = 0.95,
                              double design_effect = 1);

/// How many times the variance of a share exceeds that of independent journeys, estimated from the
/// replications as clusters; at least 1, NaN below two replications.
[[nodiscard]] double design_effect(std::span<const double> successes,
                                   std::span<const double> totals);

/// sum(numerators) / sum(denominators) by the delta method: residuals x - r y, Student's t.
/// Spans of equal length; denominators that sum to 0 give missing.
[[nodiscard]] Interval ratio_interval(std::span<const double> numerators,
                                      std::span<const double> denominators, double level = 0.95);

/// Whether the two arms of a difference have the same plan; only then is a 0 in every replication
/// a certain 0.
enum class Plans : unsigned char { differ, equal };

struct Difference : Interval {
  double p = missing; // two-sided, paired t
  int n_differ = 0;   // replications in which the arms differ at all
  bool all_zero = false;
  std::string note; // e.g. "fewer than 3 in 30 replications differ"
};

/// a - b, pair by pair (same people, same luck). All zero: estimate 0 and p = 1; [0, 0] if the
/// plans are equal, otherwise no interval but the bound in `note`.
[[nodiscard]] Difference paired_difference(std::span<const double> a, std::span<const double> b,
                                           double level = 0.95, Plans plans = Plans::differ);

/// "fewer than 3 in n replications differ": the bound at `level` when none of n did
/// (rule of three: (1 - 3/n)^n < 0.05).
[[nodiscard]] std::string none_differ_bound(int n, double level = 0.95);

/// Holm's step-down adjusted p-values, in the order given. NaN stays NaN and does not count.
[[nodiscard]] std::vector<double> holm(std::span<const double> p);

/// How many p-values of a family are known: the size Holm adjusts for.
[[nodiscard]] int family_size(std::span<const double> p);

} // namespace sojourn::output
