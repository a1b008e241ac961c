// SPDX-License-Identifier: Apache-2.0
#include "sim/study/leak_game.hpp"

#include "models/luck/stream.hpp"
#include "output/stats/shapley.hpp"

#include <algorithm>
#include <numeric>

namespace sojourn {
namespace {

bool is_of(const LeakPlayer& player, const IdealLine& line) {
  return player.cause == line.cause && player.step == line.step;
}

} // namespace

std::vector<LeakPlayer> players_of(const Ideals& ideals) {
  std::vector<LeakPlayer> players;
  for (const IdealLine& line : ideals.lines()) {
    const bool known = std::any_of(players.begin(), players.end(),
                                   [&line](const LeakPlayer& each) { return is_of(each, line); });
    if (!known) {
      players.push_back({line.cause, line.step});
    }
  }
  return players;
}

std::vector<bool> LeakGame::closed_for_causes(std::size_t leaking) const {
  std::vector<bool> closed;
  for (const IdealLine& line : ideals.lines()) {
    closed.push_back(((leaking >> line.cause) & 1U) == 0);
  }
  return closed;
}

std::vector<bool> LeakGame::closed_for_players(std::uint64_t leaking) const {
  std::vector<bool> closed;
  for (const IdealLine& line : ideals.lines()) {
    const auto player = std::find_if(players.begin(), players.end(),
                                     [&line](const auto& each) { return is_of(each, line); });
    closed.push_back(((leaking >> (player - players.begin())) & 1U) == 0);
  }
  return closed;
}

std::vector<int> random_order(std::uint64_t seed, std::uint32_t replication, int n_players) {
  std::vector<int> order(static_cast<std::size_t>(n_players));
  std::iota(order.begin(), order.end(), 0);
  const Address at{seed, replication, 0, 0, 0};
  for (std::size_t i = order.size(); i > 1; --i) { // Fisher & Yates
    const std::uint32_t word = words(at, Purpose::design, static_cast<std::uint8_t>(i / 4))[i % 4];
    const auto j = static_cast<std::size_t>(uniform_open(word) * static_cast<double>(i));
    std::swap(order[i - 1], order[j]);
  }
  return order;
}

std::vector<std::uint64_t> masks_along(const std::vector<int>& order) {
  std::vector<std::uint64_t> masks = {0};
  for (const int player : order) {
    masks.push_back(masks.back() | std::uint64_t{1} << player);
  }
  return masks;
}

std::vector<double> where_it_shows(const std::vector<const MoneyRecord*>& coalitions) {
  const MoneyRecord& shape = *coalitions.front();
  std::vector<double> shares;
  std::vector<double> worths(coalitions.size());
  for (std::size_t persona = 0; persona < shape.n_personas(); ++persona) {
    for (std::size_t place = 0; place <= shape.n_touchpoints; ++place) {
      for (std::size_t s = 0; s < coalitions.size(); ++s) {
        const MoneyRecord& record = *coalitions[s];
        const std::int64_t money = place < shape.n_touchpoints ? record.at(persona, place).net()
                                                               : record.potential[persona];
        worths[s] = from_fixed(money) / static_cast<double>(record.all_finished());
      }
      const std::vector<double> values = output::shapley_values(output::loss_game(worths));
      shares.insert(shares.end(), values.begin(), values.end());
    }
  }
  return shares;
}

} // namespace sojourn
