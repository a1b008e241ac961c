// SPDX-License-Identifier: Apache-2.0
#include "output/stats/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace sojourn::output {
namespace {

std::size_t players_of(std::size_t n_coalitions) {
  assert(std::has_single_bit(n_coalitions) && n_coalitions <= 1024);
  return static_cast<std::size_t>(std::countr_zero(n_coalitions));
}

std::size_t bit(std::size_t player) { return std::size_t{1} << player; }

bool any_missing(std::span<const double> worths) {
  return std::any_of(worths.begin(), worths.end(), [](double one) { return std::isnan(one); });
}

// Equal terms in any order give the same bits.
double sorted_mean(std::vector<double>& terms) {
  std::sort(terms.begin(), terms.end());
  double total = 0;
  for (const double term : terms)
    total += term;
  return total / static_cast<double>(terms.size());
}

/// Mean over sizes of the mean over coalitions of that size, of term(S) for S without `players`.
template <class Term>
double mean_over_sizes(std::size_t n_coalitions, std::size_t players, Term term) {
  const auto n_others = players_of(n_coalitions) - static_cast<std::size_t>(std::popcount(players));
  std::vector<std::vector<double>> terms(n_others + 1);
  for (std::size_t set = 0; set < n_coalitions; ++set)
    if ((set & players) == 0)
      terms[static_cast<std::size_t>(std::popcount(set))].push_back(term(set));
  std::vector<double> means;
  means.reserve(terms.size());
  for (auto& of_size : terms)
    means.push_back(sorted_mean(of_size));
  return sorted_mean(means);
}

template <class Value>
std::vector<double> each_player(std::span<const double> worths, Value value) {
  std::vector<double> values(players_of(worths.size()));
  const bool unknown = any_missing(worths);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = unknown ? missing : value(i);
  return values;
}

double interaction(std::span<const double> v, std::size_t i, std::size_t j) {
  const auto a = bit(std::min(i, j)), b = bit(std::max(i, j));
  return mean_over_sizes(v.size(), a | b, [&](std::size_t set) {
    return (v[set | a | b] + v[set]) - (v[set | a] + v[set | b]);
  });
}

using Table = std::vector<std::vector<double>>; // [what][replication]

void write_column(Table& table, std::size_t replication, const std::vector<double>& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    table[i][replication] = values[i];
}

Difference against_zero(const std::vector<double>& values, double level) {
  return paired_difference(values, std::vector<double>(values.size(), 0.0), level);
}

std::vector<Difference> differences_from_zero(const Table& table, double level) {
  std::vector<Difference> result;
  for (const auto& values : table)
    result.push_back(against_zero(values, level));
  return result;
}

} // namespace

std::vector<double> loss_game(std::span<const double> worths) {
  assert(!worths.empty());
  std::vector<double> losses(worths.size());
  for (std::size_t set = 0; set < worths.size(); ++set)
    losses[set] = worths[0] - worths[set];
  return losses;
}

std::vector<double> shapley_values(std::span<const double> worths) {
  return each_player(worths, [&](std::size_t i) {
    return mean_over_sizes(worths.size(), bit(i),
                           [&](std::size_t set) { return worths[set | bit(i)] - worths[set]; });
  });
}

std::vector<double> first_in(std::span<const double> worths) {
  return each_player(worths, [&](std::size_t i) { return worths[bit(i)] - worths[0]; });
}

std::vector<double> last_out(std::span<const double> worths) {
  const auto all = worths.size() - 1;
  return each_player(worths, [&](std::size_t i) { return worths[all] - worths[all & ~bit(i)]; });
}

std::vector<double> shapley_interactions(std::span<const double> worths) {
  const auto k = players_of(worths.size());
  std::vector<double> values(k * k, any_missing(worths) ? missing : 0.0);
  if (any_missing(worths))
    return values;
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = i + 1; j < k; ++j)
      values[i * k + j] = values[j * k + i] = interaction(worths, i, j);
  return values;
}

ShapleyEstimate estimate_shapley(std::span<const std::vector<double>> worths, double level) {
  const auto k = players_of(worths.size());
  const auto n = worths[0].size();
  const std::vector<double> empty(n, missing);
  Table total(1, empty), shapley(k, empty), first(k, empty), last(k, empty), pairs(k * k, empty);
  std::vector<double> game(worths.size());
  for (std::size_t r = 0; r < n; ++r) {
    for (std::size_t set = 0; set < worths.size(); ++set)
      game[set] = worths[set][r];
    if (any_missing(game))
      continue;
    total[0][r] = game.back() - game[0];
    write_column(shapley, r, shapley_values(game));
    write_column(first, r, first_in(game));
    write_column(last, r, last_out(game));
    write_column(pairs, r, shapley_interactions(game));
  }
  for (std::size_t i = 0; i < k; ++i)
    pairs[i * k + i] = empty;
  ShapleyEstimate estimate;
  estimate.total = against_zero(total[0], level);
  estimate.shapley = differences_from_zero(shapley, level);
  estimate.first_in = differences_from_zero(first, level);
  estimate.last_out = differences_from_zero(last, level);
  estimate.interactions = differences_from_zero(pairs, level);
  estimate.per_replication = std::move(shapley);
  return estimate;
}

} // namespace sojourn::output
