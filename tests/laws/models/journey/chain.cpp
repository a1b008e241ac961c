// SPDX-License-Identifier: Apache-2.0
// Laws of the exact chain on seeded random journeys.
#include "models/journey/chain.hpp"
#include "models/journey/chain_memory.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Every state has four successors among all states and exits, and a small chance to leave.
Chain random_chain(unsigned seed, int n_states = 12, int n_exits = 3) {
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

double total(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

TEST_CASE("Everybody leaves, steps are visits, time is visits times dwell") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const auto chain = random_chain(seed);
    const auto solution = solve(chain);
    REQUIRE(solution.solved());
    CHECK_THAT(total(solution.exit_share), WithinRel(1.0, 1e-9));
    CHECK_THAT(total(solution.visits), WithinRel(solution.steps_mean, 1e-9));
    CHECK_THAT(std::inner_product(solution.visits.begin(), solution.visits.end(),
                                  chain.dwell_mean.begin(), 0.0),
               WithinRel(solution.time_mean, 1e-9));
  }
}

TEST_CASE("The mean time is the mean over exits of the mean time given the exit") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const auto solution = solve(random_chain(seed));
    double mean = 0;
    for (std::size_t exit = 0; exit < 3; ++exit)
      if (solution.exit_share[exit] > 0)
        mean += solution.exit_share[exit] * solution.time_mean_given_exit[exit];
    CHECK_THAT(mean, WithinRel(solution.time_mean, 1e-9));
  }
}

TEST_CASE("With dwell 1 and no variance, time is steps") {
  auto chain = random_chain(3);
  chain.dwell_mean.assign(12, 1.0);
  chain.dwell_variance.assign(12, 0.0);
  const auto solution = solve(chain);
  CHECK_THAT(solution.time_mean, WithinRel(solution.steps_mean, 1e-9));
  CHECK_THAT(solution.time_variance, WithinRel(solution.steps_variance, 1e-9));
}

TEST_CASE("Hours instead of minutes scale the time and nothing else") {
  auto chain = random_chain(4);
  const auto minutes = solve(chain);
  for (std::size_t i = 0; i < 12; ++i) {
    chain.dwell_mean[i] /= 60;
    chain.dwell_variance[i] /= 3600;
  }
  const auto hours = solve(chain);
  CHECK(hours.visits == minutes.visits);
  CHECK_THAT(hours.time_mean * 60, WithinRel(minutes.time_mean, 1e-9));
  CHECK_THAT(hours.time_variance * 3600, WithinRel(minutes.time_variance, 1e-9));
}

TEST_CASE("Renumbering the states renumbers the answers") {
  const auto chain = random_chain(5);
  auto turned = chain;
  for (auto& edge : turned.edges) {
    edge.from = 11 - edge.from;
    edge.to = edge.to < 12 ? 11 - edge.to : edge.to;
  }
  std::reverse(turned.dwell_mean.begin(), turned.dwell_mean.end());
  std::reverse(turned.dwell_variance.begin(), turned.dwell_variance.end());
  const auto a = solve(chain), b = solve(turned);
  CHECK_THAT(b.time_variance, WithinRel(a.time_variance, 1e-9));
  for (std::size_t i = 0; i < 12; ++i)
    CHECK_THAT(b.visit_variance[11 - i], WithinRel(a.visit_variance[i], 1e-9));
}

TEST_CASE("Starting in the middle mixes the journeys from each start") {
  auto chain = random_chain(6);
  const auto mixed = solve(chain);
  double second_moment = 0, share = 0;
  for (std::size_t i = 0; i < 12; ++i) {
    chain.start.assign(12, 0.0);
    chain.start[i] = 1;
    const auto from = solve(chain);
    second_moment += (from.time_variance + from.time_mean * from.time_mean) / 12;
    share += from.exit_share[0] / 12;
  }
  CHECK_THAT(mixed.time_variance + mixed.time_mean * mixed.time_mean,
             WithinRel(second_moment, 1e-9));
  CHECK_THAT(mixed.exit_share[0], WithinRel(share, 1e-9));
}

TEST_CASE("An edge that repeats its state's dwell changes nothing") {
  auto chain = random_chain(7);
  const auto plain = solve(chain);
  for (auto& edge : chain.edges) {
    edge.dwell_mean = chain.dwell_mean[static_cast<std::size_t>(edge.from)];
    edge.dwell_variance = chain.dwell_variance[static_cast<std::size_t>(edge.from)];
  }
  CHECK(solve(chain).time_variance == plain.time_variance);
}

TEST_CASE("Phase-type times of one state and of a row of equal ones are exponential and Erlang") {
  const std::vector<double> times = {-1, 0, 0.1, 1, 2.5, 7, 30};
  const auto one = phase_type_cdf({1, 1, {1}, {{0, 1, 1}}, {2}, {4}, {}, 0}, times);
  const auto row = phase_type_cdf(
      {3, 1, {1, 0, 0}, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}}, {2, 2, 2}, {4, 4, 4}, {}, 0}, times);
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double x = std::max(0.0, times[i]) / 2;
    CHECK_THAT(one[i], WithinAbs(-std::expm1(-x), 1e-13));
    CHECK_THAT(row[i], WithinAbs(1 - std::exp(-x) * (1 + x + x * x / 2), 1e-13));
  }
}

TEST_CASE("The area above a phase-type distribution is the mean time") {
  auto chain = random_chain(8);
  for (auto& mean : chain.dwell_mean)
    mean += 0.5;
  std::vector<double> times;
  for (int i = 0; i < 12000; ++i)
    times.push_back((i + 0.5) * 0.2);
  double area = 0;
  for (const double p : phase_type_cdf(chain, times))
    area += 0.2 * (1 - p);
  CHECK_THAT(area, WithinRel(solve(chain).time_mean, 1e-4));
}

TEST_CASE("Undiscounted reward is the share of the exit; its slope in the rate is minus the time") {
  const auto chain = random_chain(9);
  const std::vector<double> ones(3, 1.0);
  const auto worth = [&](double rate) {
    std::vector<double> transform;
    for (const double mean : chain.dwell_mean)
      transform.push_back(exponential_transform(mean, rate));
    return discounted_reward(chain, transform, ones);
  };
  CHECK_THAT(worth(0), WithinRel(1.0, 1e-9));
  CHECK_THAT((worth(0) - worth(1e-7)) / 1e-7, WithinRel(solve(chain).time_mean, 1e-4));
  CHECK(worth(0.1) < worth(0.05));
}

TEST_CASE("Keeping everything and gaining affect sums it; keeping nothing leaves the last visit") {
  const auto chain = random_chain(10);
  const std::vector<double> affect = {-3, 1, 2, -4, 0.5, 2.5, 0, 1, -1, 3, -2, 0.1};
  const auto solution = solve(chain);
  CHECK_THAT(
      expected_at_exit(chain, {std::vector<double>(12, 1.0), affect}, 7),
      WithinRel(7 + std::inner_product(affect.begin(), affect.end(), solution.visits.begin(), 0.0),
                1e-9));
  CHECK_THAT(expected_at_exit(chain, exponential_memory(affect, 1), 7),
             WithinRel(expected_peak_end(chain, affect).end, 1e-9));
}

TEST_CASE("Every journey has one peak, and the most extreme state is it whenever visited") {
  const auto chain = random_chain(11);
  const std::vector<double> affect = {-3, 1, 2, -4.5, 0.5, 3, 0, 1, -1, 3, -2, 0.1};
  const auto memory = expected_peak_end(chain, affect);
  CHECK_THAT(total(memory.peak_at), WithinRel(1.0, 1e-9));
  CHECK_THAT(memory.peak_at[3], WithinRel(solve(chain).ever[3], 1e-9));
}
