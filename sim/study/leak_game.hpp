// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/ideals.hpp"
#include "sim/study/money_record.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sojourn {

/// A cause where it acts: the lines of one ideal that change touchpoints of one step.
struct LeakPlayer {
  std::size_t cause = 0;
  std::string step;
};

/// The coalitions of one arm: which causes leak in which arm of the pool, and, for the question
/// where leakage starts, orders of players (cause x step) along which they start to leak.
struct LeakGame {
  std::size_t on = 0;
  Ideals ideals;
  std::vector<std::size_t> coalitions; // [mask of leaking causes]: arm of the pool
  std::vector<LeakPlayer> players;
  std::map<std::uint64_t, std::size_t> player_arms; // mask of leaking players: arm of the pool
  std::vector<std::vector<int>> orders;             // [replication]; each is also walked backwards

  [[nodiscard]] std::size_t n_causes() const { return ideals.causes().size(); }
  [[nodiscard]] std::size_t everything() const { return coalitions.size() - 1; } // leaks
  /// Lines that hold while the causes of `leaking` do not.
  [[nodiscard]] std::vector<bool> closed_for_causes(std::size_t leaking) const;
  [[nodiscard]] std::vector<bool> closed_for_players(std::uint64_t leaking) const;
};

[[nodiscard]] std::vector<LeakPlayer> players_of(const Ideals& ideals);

/// A random order, a function of (seed, replication).
[[nodiscard]] std::vector<int> random_order(std::uint64_t seed, std::uint32_t replication,
                                            int n_players);

/// Masks of the players that leak along an order: nobody, then one more each time.
[[nodiscard]] std::vector<std::uint64_t> masks_along(const std::vector<int>& order);

/// Leakage by player in one replication, both ways along its order; `worth` of a mask of leaking
/// players. Adds up to worth(nobody) - worth(everybody).
template <class Worth>
std::vector<double> leakage_along(const std::vector<int>& order, const Worth& worth) {
  std::vector<double> shares(order.size());
  for (const bool backwards : {false, true}) {
    const std::vector<int> walk =
        backwards ? std::vector<int>(order.rbegin(), order.rend()) : order;
    const std::vector<std::uint64_t> masks = masks_along(walk);
    for (std::size_t j = 0; j < walk.size(); ++j) {
      shares[static_cast<std::size_t>(walk[j])] += (worth(masks[j]) - worth(masks[j + 1])) / 2;
    }
  }
  return shares;
}

/// One replication's leakage of every cause by persona and touchpoint: [persona][touchpoint + 1]
/// [cause], per finished journey of anybody; the last "touchpoint" is who came (a change of what
/// the finished were worth at the begin). Adds up to each cause's Shapley value.
/// `coalitions`: [mask of leaking causes].
[[nodiscard]] std::vector<double> where_it_shows(const std::vector<const MoneyRecord*>& coalitions);

} // namespace sojourn
