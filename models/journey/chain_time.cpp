// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain.hpp"
#include "models/journey/chain_steps.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sojourn {
namespace {

/// Steps of the uniformized chain: a clock rings at `rate`, and at each ring a person in state i
/// leaves i with probability leave[i].
struct Uniformized {
  const Chain& chain;
  double rate = 0;
  std::vector<double> leave;

  explicit Uniformized(const Chain& of) : chain(of), leave(at(of.n_states)) {
    const auto reached = reached_states(chain);
    for (std::size_t i = 0; i < leave.size(); ++i) {
      assert(!reached[i] || chain.dwell_mean[i] > 0);
      leave[i] = reached[i] ? 1 / chain.dwell_mean[i] : 0;
      rate = std::max(rate, leave[i]);
    }
    for (auto& share : leave)
      share /= rate;
  }

  [[nodiscard]] std::vector<double> ring(const std::vector<double>& row) const {
    std::vector<double> moving(row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
      moving[i] = row[i] * leave[i];
    auto after = step(chain, moving);
    for (std::size_t i = 0; i < row.size(); ++i)
      after[i] += row[i] - moving[i];
    return after;
  }
};

double poisson(int k, double mean) {
  return std::exp(k * std::log(mean) - mean - std::lgamma(k + 1.0));
}

double sum(const std::vector<double>& row) {
  double total = 0;
  for (const double value : row)
    total += value;
  return total;
}

} // namespace

// P(T > t) = sum_k Poisson(k; rate t) P(still travelling after k rings); all terms positive.
std::vector<double> phase_type_cdf(const Chain& chain, std::span<const double> times) {
  const Uniformized clock(chain);
  std::vector<double> staying(times.size());
  double longest = 0;
  for (const double t : times)
    longest = std::max(longest, clock.rate * t);
  const double n_rings = longest + 12 * std::sqrt(longest) + 50; // the rest is below 1e-16
  auto row = chain.start;
  for (int k = 0; k < n_rings && sum(row) > 1e-17; ++k) {
    for (std::size_t i = 0; i < times.size(); ++i)
      if (times[i] > 0)
        staying[i] += poisson(k, clock.rate * times[i]) * sum(row);
    row = clock.ring(row);
  }
  for (std::size_t i = 0; i < times.size(); ++i)
    staying[i] = times[i] > 0 ? std::clamp(1 - staying[i], 0.0, 1.0) : 0.0;
  return staying;
}

// u_i = transform_i (sum over states p u + sum over exits p reward)
double discounted_reward(const Chain& chain, std::span<const double> transform,
                         std::span<const double> exit_reward) {
  auto now = over_edges(chain, [&](const ChainEdge& edge) {
    return edge.to < chain.n_states ? 0.0 : exit_reward[at(edge.to - chain.n_states)];
  });
  for (std::size_t i = 0; i < now.size(); ++i)
    now[i] *= transform[i];
  return dot(chain.start, step_system(chain, transform).solve(now));
}

} // namespace sojourn
