// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include <span>
#include <string>
#include <vector>

namespace sojourn::output {

/// A quantity measured in the same replications whose expectation is known exactly.
struct Control {
  std::span<const double> values; // one per replication
  double expectation = 0;
};

/// A mean corrected for the luck that the controls reveal.
struct ControlledMean {
  Interval adjusted; // without estimate where refused
  Interval plain;    // of the same replications, always
  std::vector<double> coefficients;
  double variance_factor = missing; // estimated variance of `adjusted` over that of `plain`
  double price = missing; // (R - 2)/(R - q - 2): what q useless controls would multiply it by
  std::string refused;    // why there is no adjusted mean; empty where there is one

  [[nodiscard]] bool known() const { return refused.empty(); }
};

/// Regression on q controls C with expectations m, in R replications (Lavenberg & Welch 1981):
///   estimate  ybar - b'(cbar - m), b by least squares
///   variance  RSS/(R - q - 1) (1/R + (cbar - m)' W^-1 (cbar - m)), W = sum (c - cbar)(c - cbar)'
/// Student's t with R - q - 1 degrees; exact where (Y, C) are jointly normal. Replications that
/// lack any value are dropped. Refused below `least_freedom` degrees, or when a control is constant
/// or a linear combination of others. Choosing controls after seeing which ones narrow the interval
/// voids its level.
[[nodiscard]] ControlledMean controlled_mean(std::span<const double> values,
                                             std::span<const Control> controls,
                                             double level = 0.95);

inline constexpr int least_freedom = 5;

} // namespace sojourn::output
