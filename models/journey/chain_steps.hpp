// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/chain.hpp"
#include "models/journey/linear_algebra.hpp"

#include <cmath>
#include <cstddef>

// What the solvers of a chain share. Vectors are [n_states]; a target vector is [n_states +
// n_exits].
namespace sojourn {

[[nodiscard]] inline std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// true for the states that a journey from the start can visit.
[[nodiscard]] std::vector<bool> reached_states(const Chain& chain);

/// I - D Q with D = diag(weight); rows of states that are never visited are those of I, so that a
/// closed loop nobody can enter does not make the matrix singular.
[[nodiscard]] LinearSystem step_system(const Chain& chain, std::span<const double> weight);

/// The same, with a weight for each edge instead of for its state.
[[nodiscard]] LinearSystem edge_system(const Chain& chain, std::span<const double> weight);

/// sum over the edges from i of p * value(edge), for every state i.
template <class Value>
[[nodiscard]] std::vector<double> over_edges(const Chain& chain, Value value) {
  std::vector<double> sums(at(chain.n_states));
  for (const auto& edge : chain.edges)
    sums[at(edge.from)] += edge.p * value(edge);
  return sums;
}

[[nodiscard]] inline double dwell_mean(const Chain& chain, const ChainEdge& edge) {
  return std::isnan(edge.dwell_mean) ? chain.dwell_mean[at(edge.from)] : edge.dwell_mean;
}

[[nodiscard]] inline double dwell_variance(const Chain& chain, const ChainEdge& edge) {
  return std::isnan(edge.dwell_variance) ? chain.dwell_variance[at(edge.from)]
                                         : edge.dwell_variance;
}

/// One step of a row vector over states: row Q.
[[nodiscard]] std::vector<double> step(const Chain& chain, std::span<const double> row);

[[nodiscard]] double dot(std::span<const double> a, std::span<const double> b);

} // namespace sojourn
