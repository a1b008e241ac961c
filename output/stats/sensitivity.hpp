// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

// Which input matters: estimators for the designs of Morris and of Saltelli. The unit of inference
// is the trajectory, or the row; `replications` of an interval counts them.
namespace sojourn::output {

/// What the elementary effects of one input say. `mean_size` (mu*) ranks inputs; `mean` (mu) has
/// the sign; `spread` (sigma) is large where the effect depends on the other inputs or is curved.
struct MorrisIndex {
  Interval mean, mean_size, spread;
};

/// One index per input from effects[trajectory][input]; NaN effects are dropped and counted.
/// mu and mu*: Student's t over trajectories (Campolongo et al. 2007 Environ. Model. Softw. 22:1509
/// for mu*). sigma: t over jackknife pseudo-values, from 0 on; needs three trajectories.
[[nodiscard]] std::vector<MorrisIndex> morris_indices(std::span<const double> effects,
                                                      std::size_t n_inputs, double level = 0.95);

/// Values of the model at the rows of Saltelli's matrices: a and b [row], ab [input][row].
struct SaltelliValues {
  std::span<const double> a, b, ab;

  [[nodiscard]] std::size_t rows() const { return a.size(); }
  [[nodiscard]] std::size_t n_inputs() const { return a.empty() ? 0 : ab.size() / a.size(); }
};

/// Share of the variance that one input explains alone (`first`), and with all its interactions
/// (`total`). Estimates may leave [0, 1] by their error.
struct SobolIndex {
  Interval first, total;
};

/// Luck for a bootstrap: the word that decides the `draw`-th row of resample `resample`, a pure
/// function of both. Row = (word * rows) >> 32.
using RowLuck = std::function<std::uint32_t(std::uint32_t resample, std::uint32_t draw)>;

struct Bootstrap {
  int n_resamples = 0; // 0: estimates without intervals
  RowLuck luck;
};

/// One index per input. With y centred by its mean over A and B and V its variance over them:
///   first = mean( y_B (y_ABi - y_A) ) / V          (Saltelli et al. 2010)
///   total = mean( (y_A - y_ABi)^2 ) / (2 V)        (Jansen 1999)
/// Rows with a missing value are dropped and counted. Intervals are percentiles over resampled
/// rows (the same rows for all inputs): honest for independent rows, too wide for rows of a
/// balanced sequence. No variance: missing, with the reason.
[[nodiscard]] std::vector<SobolIndex>
sobol_indices(const SaltelliValues& values, const Bootstrap& bootstrap, double level = 0.95);

} // namespace sojourn::output
