// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/chain.hpp"

#include <numeric>
#include <random>
#include <vector>

namespace sojourn::tests {

/// Every state has four successors among all states and exits, and a small chance to leave.
inline Chain random_chain(unsigned seed, int n_states = 12, int n_exits = 3) {
  std::mt19937_64 bits(seed);
  const auto uniform = [&] { return static_cast<double>(bits() >> 11) * 0x1p-53; };
  const auto n_places = static_cast<unsigned>(n_states + n_exits);
  Chain chain;
  chain.n_states = n_states;
  chain.n_exits = n_exits;
  for (int state = 0; state < n_states; ++state) {
    chain.start.push_back(1.0 / n_states);
    chain.dwell_mean.push_back(10 * uniform());
    chain.dwell_variance.push_back(20 * uniform());
    for (int i = 0; i < 4; ++i)
      chain.edges.push_back({state, static_cast<int>(bits() % n_places), 0.235});
    chain.edges.push_back({state, n_states + static_cast<int>(bits() % 3) % n_exits, 0.06});
  }
  return chain;
}

inline double total(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace sojourn::tests
