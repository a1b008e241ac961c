// SPDX-License-Identifier: Apache-2.0
// Laws of the exact chain on seeded random journeys.
#include "models/journey/chain.hpp"
#include "tests/laws/models/journey/random_chain.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

using sojourn::tests::random_chain;
using sojourn::tests::total;

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
