// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/chain_steps.hpp"

namespace sojourn {

/// The walk in which taking edge e multiplies by weight[e]: 1 where it is allowed and counts
/// nothing, 0 where it ends the walk uncounted, z for a generating function. One factorisation.
class WeightedWalk {
public:
  explicit WeightedWalk(const Chain& chain); // all weights 1
  WeightedWalk(const Chain& chain, std::vector<double> weight);

  /// [n_states] E[product of the weights of all edges before a visit to the state], summed over the
  /// visits.
  [[nodiscard]] std::vector<double> before() const { return system_.solve_row(chain_->start); }
  /// [n_states] E[product of the weights from the state to the exit].
  [[nodiscard]] std::vector<double> ahead() const;
  /// E[sum over the edges taken of gain x the weights of all the others].
  [[nodiscard]] double sum(std::span<const double> gain) const;

private:
  const Chain* chain_;
  std::vector<double> weight_;
  LinearSystem system_;
};

/// What `ahead` says after an edge is taken: 1 at an exit.
[[nodiscard]] inline double from_edge(const Chain& chain, const ChainEdge& edge,
                                      std::span<const double> ahead) {
  return edge.to < chain.n_states ? ahead[at(edge.to)] : 1.0;
}

/// sum over edges of before x p x gain x ahead.
[[nodiscard]] double sum_over(const Chain& chain, std::span<const double> before,
                              std::span<const double> gain, std::span<const double> ahead);

} // namespace sojourn
