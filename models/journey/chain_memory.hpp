// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/chain.hpp"

// What people remember on average, exactly, where the affect of a visit depends on the state alone
// (references and expectations frozen, choices not tilted by memory). All functions need a chain
// without problems; `affect` is [n_states].
namespace sojourn {

/// A quantity that every visit to state i moves to keep[i] * quantity + gain[i]: exponential memory
/// (keep 1 - alpha, gain alpha a), trust (keep 1 - a, gain a or 0), sums (keep 1, gain a).
struct AffineUpdate {
  std::vector<double> keep, gain; // [n_states], keep in [0, 1]
};

/// Its expected value at the exit, from `initial` at the start.
[[nodiscard]] double expected_at_exit(const Chain& chain, const AffineUpdate& update,
                                      double initial);

/// Memory that gives the newest visit weight `alpha`.
[[nodiscard]] AffineUpdate exponential_memory(std::span<const double> affect, double alpha);

/// Trust rises by `rise` of what is missing after a visit of affect >= 0 and falls by `fall` of
/// itself after one below 0.
[[nodiscard]] AffineUpdate asymmetric_trust(std::span<const double> affect, double rise,
                                            double fall);

struct PeakEnd {
  double peak = 0;             // mean of the signed most extreme affect (ties: the later visit)
  double end = 0;              // mean affect of the last visit
  std::vector<double> peak_at; // [n_states]: P(the most extreme visit was one to this state)

  [[nodiscard]] double remembered() const { return (peak + end) / 2; } // pure peak-end rule
};

/// Solves two systems per distinct |affect|.
[[nodiscard]] PeakEnd expected_peak_end(const Chain& chain, std::span<const double> affect);

} // namespace sojourn
