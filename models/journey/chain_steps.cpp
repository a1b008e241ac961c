// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_steps.hpp"

#include <numeric>

namespace sojourn {

std::vector<bool> reached_states(const Chain& chain) {
  std::vector<std::vector<int>> next(at(chain.n_states));
  for (const auto& edge : chain.edges)
    if (edge.p > 0 && edge.to < chain.n_states)
      next[at(edge.from)].push_back(edge.to);
  std::vector<bool> reached(at(chain.n_states));
  std::vector<int> open;
  for (int state = 0; state < chain.n_states; ++state)
    if (chain.start[at(state)] > 0)
      open.push_back(state);
  while (!open.empty()) {
    const int state = open.back();
    open.pop_back();
    if (reached[at(state)])
      continue;
    reached[at(state)] = true;
    open.insert(open.end(), next[at(state)].begin(), next[at(state)].end());
  }
  return reached;
}

LinearSystem step_system(const Chain& chain, std::span<const double> weight) {
  std::vector<double> of_edges;
  for (const auto& edge : chain.edges)
    of_edges.push_back(weight[at(edge.from)]);
  return edge_system(chain, of_edges);
}

LinearSystem edge_system(const Chain& chain, std::span<const double> weight) {
  const auto reached = reached_states(chain);
  const auto n = at(chain.n_states);
  std::vector<double> matrix(n * n);
  for (std::size_t i = 0; i < n; ++i)
    matrix[i * n + i] = 1;
  for (std::size_t e = 0; e < chain.edges.size(); ++e) {
    const auto& edge = chain.edges[e];
    if (edge.to < chain.n_states && reached[at(edge.from)])
      matrix[at(edge.from) * n + at(edge.to)] -= weight[e] * edge.p;
  }
  return {chain.n_states, matrix};
}

std::vector<double> step(const Chain& chain, std::span<const double> row) {
  std::vector<double> after(at(chain.n_states));
  for (const auto& edge : chain.edges)
    if (edge.to < chain.n_states)
      after[at(edge.to)] += row[at(edge.from)] * edge.p;
  return after;
}

double dot(std::span<const double> a, std::span<const double> b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

} // namespace sojourn
