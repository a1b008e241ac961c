// SPDX-License-Identifier: Apache-2.0
// The axioms of the Shapley value, on random games.
#include "output/stats/shapley.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

using Game = std::vector<double>;

Game random_game(unsigned seed, std::size_t k) {
  std::mt19937_64 bits(seed);
  std::normal_distribution<double> normal(50, 20);
  Game worths(std::size_t{1} << k);
  for (auto& worth : worths)
    worth = normal(bits);
  return worths;
}

double total_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// The game in which player i of `game` is called renamed[i].
Game rename(const Game& game, const std::vector<std::size_t>& renamed) {
  Game result(game.size());
  for (std::size_t set = 0; set < game.size(); ++set) {
    std::size_t other = 0;
    for (std::size_t i = 0; i < renamed.size(); ++i)
      other |= (set >> i & 1) << renamed[i];
    result[other] = game[set];
  }
  return result;
}

std::vector<double> worths_along(const Game& game, const std::vector<int>& order) {
  std::vector<double> along{game[0]};
  std::size_t set = 0;
  for (const int player : order)
    along.push_back(game[set |= std::size_t{1} << player]);
  return along;
}

} // namespace

TEST_CASE("Shapley values add up to the whole, for every number of players") {
  for (std::size_t k = 1; k <= 10; ++k) {
    const auto game = random_game(static_cast<unsigned>(k), k);
    const double largest = *std::max_element(game.begin(), game.end());
    CHECK_THAT(total_of(shapley_values(game)), WithinAbs(game.back() - game[0], 1e-12 * largest));
  }
}

TEST_CASE("Shapley values add up in every replication") {
  std::vector<std::vector<double>> worths(16);
  for (std::size_t set = 0; set < 16; ++set)
    worths[set] = random_game(100 + static_cast<unsigned>(set), 5);
  const auto estimate = estimate_shapley(worths);
  for (std::size_t r = 0; r < 32; ++r) {
    double sum = 0;
    for (std::size_t player = 0; player < 4; ++player)
      sum += estimate.per_replication[player][r];
    CHECK_THAT(sum, WithinAbs(worths[15][r] - worths[0][r], 1e-12 * 150));
  }
}

TEST_CASE("A dummy has exactly 0 and interacts with nobody") {
  const auto of_others = random_game(3, 3);
  Game game(16);
  for (std::size_t set = 0; set < 16; ++set) // player 1 changes nothing
    game[set] = of_others[(set & 1) | (set >> 1 & 6)];
  CHECK(shapley_values(game)[1] == 0);
  CHECK(first_in(game)[1] == 0);
  CHECK(last_out(game)[1] == 0);
  const auto pairs = shapley_interactions(game);
  for (std::size_t other = 0; other < 4; ++other)
    CHECK(pairs[4 + other] == 0);
}

TEST_CASE("Symmetric players have the same value to the last bit") {
  const auto base = random_game(4, 5);
  auto game = base;
  for (std::size_t set = 0; set < 32; ++set) // players 0 and 3 are told apart by nothing
    if ((set & 1) == 0 && (set & 8) != 0)
      game[set] = base[(set | 1) & ~std::size_t{8}];
  const auto values = shapley_values(game);
  CHECK(values[0] == values[3]);
  CHECK(values[0] != values[1]);
}

TEST_CASE("Renaming players renames values, bit for bit") {
  const auto game = random_game(5, 6);
  const std::vector<std::size_t> renamed{3, 5, 0, 1, 4, 2};
  const auto before = shapley_values(game), after = shapley_values(rename(game, renamed));
  const auto pairs_before = shapley_interactions(game);
  const auto pairs_after = shapley_interactions(rename(game, renamed));
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(after[renamed[i]] == before[i]);
    for (std::size_t j = 0; j < 6; ++j)
      CHECK(pairs_after[renamed[i] * 6 + renamed[j]] == pairs_before[i * 6 + j]);
  }
}

TEST_CASE("In an additive game every attribution is the individual effect") {
  const std::vector<double> effects{4, -2, 8, 1};
  Game game(16, 3.0);
  for (std::size_t set = 0; set < 16; ++set)
    for (std::size_t i = 0; i < 4; ++i)
      game[set] += (set >> i & 1) != 0 ? effects[i] : 0;
  CHECK(shapley_values(game) == effects);
  CHECK(first_in(game) == effects);
  CHECK(last_out(game) == effects);
  CHECK(shapley_interactions(game) == std::vector<double>(16, 0.0));
}

TEST_CASE("The value of a sum of games is the sum of the values") {
  const auto a = random_game(6, 4), b = random_game(7, 4);
  Game both(16);
  for (std::size_t set = 0; set < 16; ++set)
    both[set] = a[set] + 3 * b[set];
  const auto of_a = shapley_values(a), of_b = shapley_values(b), of_both = shapley_values(both);
  for (std::size_t i = 0; i < 4; ++i)
    CHECK_THAT(of_both[i], WithinAbs(of_a[i] + 3 * of_b[i], 1e-11));
}

TEST_CASE("A loss game has the same attributions with the sign turned") {
  const auto game = random_game(8, 4);
  const auto gained = shapley_values(game), lost = shapley_values(loss_game(game));
  for (std::size_t i = 0; i < 4; ++i)
    CHECK_THAT(lost[i], WithinAbs(-gained[i], 1e-11));
}

TEST_CASE("All orders of sampled Shapley together are the exact values") {
  const auto game = random_game(9, 4);
  SampledShapley sampled(4, 24, 2);
  std::vector<int> order{0, 1, 2, 3};
  int unit = 0;
  do {
    for (int r = 0; r < 2; ++r)
      sampled.add(unit, r, order, worths_along(game, order));
    ++unit;
  } while (std::next_permutation(order.begin(), order.end()));
  const auto exact = shapley_values(game);
  for (int player = 0; player < 4; ++player) {
    CHECK_THAT(sampled.per_replication(player)[0],
               WithinRel(exact[static_cast<std::size_t>(player)], 1e-12));
    CHECK(sampled.estimate(player).luck.variance < 1e-20); // no luck in this game, only orders
    CHECK(sampled.estimate(player).parameters.variance > 1);
  }
}

TEST_CASE("Interactions of two-player parts: pairs add what single effects miss") {
  // v = sum of effects + sum of pair terms: I_ij is the pair term, phi_i its effect and half of its
  // pairs.
  const double pair_terms[] = {2, -5, 1}; // 01, 02, 12
  Game game(8);
  for (std::size_t set = 0; set < 8; ++set) {
    const bool a = set & 1, b = set & 2, c = set & 4;
    game[set] = 10 * a + 20 * b + 30 * c + pair_terms[0] * (a && b) + pair_terms[1] * (a && c) +
                pair_terms[2] * (b && c);
  }
  const auto pairs = shapley_interactions(game), values = shapley_values(game);
  CHECK_THAT(pairs[1], WithinRel(2.0, 1e-12));
  CHECK_THAT(pairs[2], WithinRel(-5.0, 1e-12));
  CHECK_THAT(pairs[5], WithinRel(1.0, 1e-12));
  CHECK_THAT(values[0], WithinRel(10 + (2 - 5) / 2.0, 1e-12));
}
