// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include <span>
#include <string>
#include <vector>

// Two kinds of doubt in one answer: parameters nobody knows (outer draws) and luck (replications).
// Values come as values[draw][replication]. Normal effects are assumed. Units: those of the values,
// variances their squares.
namespace sojourn::output {

/// A variance component. The estimate is cut off at 0, as is its interval.
struct VariancePart {
  double variance = missing, lower = missing, upper = missing;

  [[nodiscard]] double spread() const; ///< standard deviation
};

struct VarianceParts {
  Interval mean;  // over parameters and luck: shrinks with draws and with replications
  Interval truth; // where the answer lies at the one true, unknown parameter set; narrows to the
                  // spread of parameters, not to nothing
  VariancePart parameters, luck, interaction; // luck: of one replication; interaction: crossed only
  double mean_from_parameters = missing;      // shares of the variance of `mean`; the rest is luck,
  double truth_from_parameters = missing;     // and of `truth`
  int draws = 0;
  std::string reason; // why there is no answer, empty where there is one

  [[nodiscard]] bool known() const { return reason.empty(); }
};

/// Luck of its own in every draw: Y_ij = mu + A_i + E_ij, one-way random effects. Draws may have
/// different numbers of replications (unweighted means with the harmonic mean of the sizes, Thomas
/// & Hultquist 1978). `mean` is exact; intervals of `parameters` by modified large samples
/// (Burdick & Graybill 1992, section 3.3), of `luck` by chi-square. `truth` is the exact prediction
/// interval of the mean of one more draw with its own luck, so it covers the draw's true mean at
/// least as often: taking luck out, MS_A - MS_E, left too wide an interval where luck prevails.
/// Needs two draws with a value each and two values in some draw.
[[nodiscard]] VarianceParts nested_parts(std::span<const std::vector<double>> values,
                                         double level = 0.95);

/// All draws on the same replications (common luck): Y_ij = mu + A_i + B_j + (AB)_ij, two-way
/// random effects with one value per cell. Var(mean) = A/I + B/R + AB/(I R) from the mean squares
/// MS_A + MS_B - MS_AB, freedom by Satterthwaite; parts by modified large samples; `truth` adds
/// MS_A/R, spread of parameters and interaction of a further draw. A replication that lacks a value
/// in any draw is dropped. Needs two draws and two replications.
[[nodiscard]] VarianceParts crossed_parts(std::span<const std::vector<double>> values,
                                          double level = 0.95);

} // namespace sojourn::output
