// SPDX-License-Identifier: Apache-2.0
#include "output/stats/shapley.hpp"

#include <cassert>

namespace sojourn::output {
namespace {

std::size_t index(int i) {
  assert(i >= 0);
  return static_cast<std::size_t>(i);
}

} // namespace

std::vector<double> contributions_along(std::span<const int> order,
                                        std::span<const double> worths_along) {
  assert(worths_along.size() == order.size() + 1);
  std::vector<double> contributions(order.size(), missing);
  for (std::size_t j = 0; j < order.size(); ++j)
    contributions[index(order[j])] = worths_along[j + 1] - worths_along[j];
  return contributions;
}

SampledShapley::SampledShapley(int n_players, int n_units, int n_replications)
    : n_players_(n_players), n_units_(n_units), n_replications_(n_replications),
      sums_(index(n_players) * index(n_units) * index(n_replications), 0.0),
      counts_(index(n_units) * index(n_replications), 0) {}

std::size_t SampledShapley::cell(int player, int unit, int replication) const {
  assert(player < n_players_ && unit < n_units_ && replication < n_replications_);
  return (index(player) * index(n_units_) + index(unit)) * index(n_replications_) +
         index(replication);
}

void SampledShapley::add(int unit, int replication, std::span<const int> order,
                         std::span<const double> worths_along) {
  const auto contributions = contributions_along(order, worths_along);
  assert(contributions.size() == index(n_players_));
  for (int player = 0; player < n_players_; ++player)
    sums_[cell(player, unit, replication)] += contributions[index(player)];
  ++counts_[cell(0, unit, replication)];
}

VarianceParts SampledShapley::estimate(int player, double level) const {
  std::vector<std::vector<double>> rows(index(n_units_));
  for (int unit = 0; unit < n_units_; ++unit)
    for (int r = 0; r < n_replications_; ++r) {
      const int count = counts_[cell(0, unit, r)];
      rows[index(unit)].push_back(count == 0 ? missing : sums_[cell(player, unit, r)] / count);
    }
  return crossed_parts(rows, level);
}

std::vector<double> SampledShapley::per_replication(int player) const {
  std::vector<double> means;
  for (int r = 0; r < n_replications_; ++r) {
    double total = 0;
    int count = 0;
    for (int unit = 0; unit < n_units_; ++unit) {
      total += sums_[cell(player, unit, r)];
      count += counts_[cell(0, unit, r)];
    }
    means.push_back(count == 0 ? missing : total / count);
  }
  return means;
}

} // namespace sojourn::output
