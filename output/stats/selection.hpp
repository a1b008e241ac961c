// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

// Which of k candidates has the largest mean, with few replications. To look for the smallest, give
// the values with their sign turned. Decisions fall at the end of whole rounds, so that the order
// in which values arrive cannot matter.
namespace sojourn::output {

/// Fully sequential selection KN (Kim & Nelson 2001, c = 1), fed in rounds: one replication of
/// every remaining candidate. With at least 1 - alpha it keeps the best if that is better than all
/// others by `indifference` or more. Valid under common luck, because it looks at variances of
/// differences S^2_il only, and the narrower they are the sooner it ends:
///   after n0 rounds   eta = ((2 alpha/(k-1))^(-2/(n0-1)) - 1)/2,  h^2 = 2 eta (n0 - 1)
///   in round r        i goes if mean_i < mean_l - W_il for some l that was in at its start,
///                     W_il = max(0, indifference/(2 r) (h^2 S^2_il/indifference^2 - r))
///   ends when one is left, at the latest in round max h^2 S^2_il/indifference^2 + 1.
/// Normal values are assumed, independent between rounds.
class KimNelson {
public:
  /// k >= 2, first_rounds >= 2, 0 < alpha < 1 - 1/k, indifference > 0 (asserted).
  KimNelson(std::size_t k, int first_rounds, double alpha, double indifference);

  /// values[candidate]; those of candidates that are out are not read. A round in which a remaining
  /// candidate has no value (NaN) is left out and counted. Does nothing when finished.
  void add_round(std::span<const double> values);

  [[nodiscard]] const std::vector<std::size_t>& candidates() const { return candidates_; }
  [[nodiscard]] bool finished() const { return finished_; }
  /// The best so far by mean, of equals the first; the selected one when finished.
  [[nodiscard]] std::size_t best() const;
  /// The round after which a candidate went out; 0 while it is in.
  [[nodiscard]] int eliminated_at(std::size_t candidate) const { return eliminated_at_[candidate]; }
  [[nodiscard]] int rounds() const { return rounds_; }
  [[nodiscard]] int rounds_left_out() const { return left_out_; }
  /// The round at which it ends at the latest; 0 before `first_rounds`.
  [[nodiscard]] std::int64_t last_round() const { return last_round_; }
  /// Mean over the rounds in which the candidate was in.
  [[nodiscard]] double mean(std::size_t candidate) const;

private:
  void settle_first_stage();
  void screen();
  [[nodiscard]] bool beaten(std::size_t i, std::size_t l) const;
  [[nodiscard]] double& reach(std::size_t i, std::size_t l);
  [[nodiscard]] double reach(std::size_t i, std::size_t l) const;

  std::size_t k_;
  int first_rounds_;
  double indifference_, h_squared_;
  std::vector<std::size_t> candidates_;
  std::vector<int> eliminated_at_, counts_;
  std::vector<double> sums_;
  std::vector<std::vector<double>> first_stage_; // [candidate][round]
  std::vector<double> reaches_;                  // h^2 S^2_il / indifference^2, k x k
  std::int64_t last_round_ = 0;
  int rounds_ = 0, left_out_ = 0;
  bool finished_ = false;
};

/// Shares of a budget that make picking the largest mean most likely (OCBA; Chen, Lin, Yucesan &
/// Chick 2000): with b the best so far and d_i its lead, n_i : n_j = (s_i/d_i)^2 : (s_j/d_j)^2 and
/// n_b = s_b sqrt(sum_{i != b} n_i^2 / s_i^2). Sums to 1. Values of different candidates are taken
/// as independent: under common luck it is a rule of thumb, KN is not. Leads under 1e-3 of the
/// largest standard deviation count as that; no spread at all gives equal shares.
[[nodiscard]] std::vector<double> ocba_shares(std::span<const double> means,
                                              std::span<const double> variances);

/// How many more replications each candidate gets next, out of `increment`, when `done` of each
/// were run: towards the shares of everything run by then (largest remainders, of equals the
/// first). Sums to `increment`.
[[nodiscard]] std::vector<int> ocba_allocation(std::span<const double> means,
                                               std::span<const double> variances,
                                               std::span<const int> done, int increment);

} // namespace sojourn::output
