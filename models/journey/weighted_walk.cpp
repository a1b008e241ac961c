// SPDX-License-Identifier: Apache-2.0
#include "models/journey/weighted_walk.hpp"

namespace sojourn {

WeightedWalk::WeightedWalk(const Chain& chain)
    : WeightedWalk(chain, std::vector<double>(chain.edges.size(), 1.0)) {}

WeightedWalk::WeightedWalk(const Chain& chain, std::vector<double> weight)
    : chain_(&chain), weight_(std::move(weight)), system_(edge_system(chain, weight_)) {}

std::vector<double> WeightedWalk::ahead() const {
  std::vector<double> out(at(chain_->n_states));
  for (std::size_t e = 0; e < weight_.size(); ++e) {
    const ChainEdge& edge = chain_->edges[e];
    if (edge.to >= chain_->n_states) {
      out[at(edge.from)] += edge.p * weight_[e];
    }
  }
  return system_.solve(out);
}

double WeightedWalk::sum(std::span<const double> gain) const {
  return sum_over(*chain_, before(), gain, ahead());
}

double sum_over(const Chain& chain, std::span<const double> before, std::span<const double> gain,
                std::span<const double> ahead) {
  double sum = 0;
  for (std::size_t e = 0; e < chain.edges.size(); ++e) {
    const ChainEdge& edge = chain.edges[e];
    sum += before[at(edge.from)] * edge.p * gain[e] * from_edge(chain, edge, ahead);
  }
  return sum;
}

} // namespace sojourn
