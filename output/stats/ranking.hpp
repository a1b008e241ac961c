// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sojourn::output {

/// Where an item stands, as far as is known. Rank 1 has the largest mean.
struct Rank {
  double mean = missing;
  int best = 1, worst = 1; // the true rank lies between them, for all items at once
  int group = 1;           // items of one group cannot be told apart cleanly; 1 is the best group

  /// "1", or "between 1 and 3".
  [[nodiscard]] std::string text() const;
};

struct Ranking {
  std::vector<Rank> items;        // as given
  std::vector<std::size_t> order; // by mean, largest first; of equals the first; without mean last
  std::vector<double> p; // [i * k + j]: Holm-adjusted p of the pair, symmetric, NaN on the diagonal
};

/// Ranks from gains[item][replication], all of equal length, on common luck. Every pair is compared
/// by a paired t-test, all pairs corrected by Holm together; an item ranks behind those that are
/// significantly better and before those that are significantly worse. With probability at least
/// 1 - alpha every item's interval holds its true rank, ties taken either way (Mohamad, Goeman &
/// van Zwet 2019). A group ends where every item so far is significantly better than every item
/// after.
[[nodiscard]] Ranking honest_ranks(std::span<const std::vector<double>> gains, double alpha = 0.05);

} // namespace sojourn::output
