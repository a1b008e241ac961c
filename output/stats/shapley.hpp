// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include "output/stats/variance_parts.hpp"
#include <cstddef>
#include <span>
#include <vector>

// Shares of a total that add up (Shapley 1953; Shorrocks 2013 for decompositions). A game is a
// vector of 2^k worths, k <= 10 (asserted): bit i of the index says that player i is in. NaN in any
// worth gives NaN everywhere: the replication has no value. Units: those of the worths.
namespace sojourn::output {

/// worth(nobody) - worth(S): what a set of causes costs, from the value realised under it.
[[nodiscard]] std::vector<double> loss_game(std::span<const double> worths);

/// phi_i = 1/k sum_s mean over |S| = s, S without i, of [v(S + i) - v(S)]. They add up to
/// v(all) - v(nobody) within 1e-12 of the largest worth. Contributions are summed in order of size,
/// so that a player who never matters has exactly 0, symmetric players exactly the same, and
/// renaming players only renames the values, bit for bit.
[[nodiscard]] std::vector<double> shapley_values(std::span<const double> worths);

/// v({i}) - v(nobody): the player alone.
[[nodiscard]] std::vector<double> first_in(std::span<const double> worths);

/// v(all) - v(all but i): what goes when the player leaves last.
[[nodiscard]] std::vector<double> last_out(std::span<const double> worths);

/// Shapley interaction index (Grabisch & Roubens 1999): I_ij = 1/(k-1) sum_s mean over |S| = s,
/// S without i and j, of [v(S+i+j) - v(S+i) - v(S+j) + v(S)]. k x k, row by row, symmetric, 0 on
/// the diagonal. Negative: the two overlap; positive: they need each other.
[[nodiscard]] std::vector<double> shapley_interactions(std::span<const double> worths);

/// A game played once per replication, with intervals over replications (Student's t, paired: all
/// coalitions share their luck). A player who is 0 in every replication gets the bound of
/// `none_differ_bound` instead of [0, 0].
struct ShapleyEstimate {
  Difference total;                                 // v(all) - v(nobody)
  std::vector<Difference> shapley;                  // [player]
  std::vector<Difference> first_in, last_out;       // [player]
  std::vector<Difference> interactions;             // [i * k + j], diagonal without values
  std::vector<std::vector<double>> per_replication; // Shapley values, [player][replication]
};

/// worths[coalition][replication], all of equal length.
[[nodiscard]] ShapleyEstimate estimate_shapley(std::span<const std::vector<double>> worths,
                                               double level = 0.95);

/// The players' contributions along one order: worths_along[0] is nobody's worth, [j] that after
/// the first j of `order` came in. Indexed by player; they add up to the last less the first.
[[nodiscard]] std::vector<double> contributions_along(std::span<const int> order,
                                                      std::span<const double> worths_along);

/// Shapley values from sampled orders. Every order is run on the same replications, so that an
/// estimate has two sources of doubt, which orders were drawn and luck, and they are crossed.
class SampledShapley {
public:
  /// A unit is one independent draw of orders: one order, or an antithetic pair (an order and its
  /// reverse), whose contributions are averaged.
  SampledShapley(int n_players, int n_units, int n_replications);

  /// One order of a unit in one replication, as for `contributions_along`.
  void add(int unit, int replication, std::span<const int> order,
           std::span<const double> worths_along);

  /// Value of a player with the interval over orders and luck together (`mean`), and how much of
  /// the doubt is the orders' (`parameters`) and luck's. One unit gives no interval.
  [[nodiscard]] VarianceParts estimate(int player, double level = 0.95) const;

  /// Mean over orders, [replication]; a replication's values add up to its total exactly as far as
  /// sums of doubles do.
  [[nodiscard]] std::vector<double> per_replication(int player) const;

private:
  [[nodiscard]] std::size_t cell(int player, int unit, int replication) const;

  int n_players_, n_units_, n_replications_;
  std::vector<double> sums_; // [player][unit][replication]
  std::vector<int> counts_;  // [unit][replication]
};

} // namespace sojourn::output
