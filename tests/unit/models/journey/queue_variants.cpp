// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queue_variants.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("Cobham: two classes that share one server at .8") {
  const auto waits = priority_waits(std::array{.4, .4}, 1, 1);
  CHECK_THAT(waits[0], WithinRel(4.0 / 3, 1e-12)); // .8 / .6
  CHECK_THAT(waits[1], WithinRel(20.0 / 3, 1e-12));
  const auto one = priority_waits(std::array{1.5}, 1, 2);
  CHECK_THAT(one[0], WithinRel(markov_queue(1.5, 1, 2).mean_wait, 1e-12));
  CHECK(std::isinf(priority_waits(std::array{.4, .7}, 1, 1)[1]));
}

TEST_CASE("Priorities move waits about, the mean wait stays") {
  const std::array rates = {.3, .9, .5};
  const auto waits = priority_waits(rates, 1, 2);
  const double mean =
      std::inner_product(rates.begin(), rates.end(), waits.begin(), 0.0) / (.3 + .9 + .5);
  CHECK_THAT(mean, WithinRel(markov_queue(1.7, 1, 2).mean_wait, 1e-12));
}

TEST_CASE("Interrupting: the first class does not see the second") {
  const auto times = preemptive_times(std::array{.4, .4}, 1, 1);
  CHECK_THAT(times[0], WithinRel(1 / .6, 1e-12));
  // 1 / (mu (1 - s_1)) + W_0 / ((1 - s_1)(1 - s_2)) = 1/.6 + .8/(.6 .2)
  CHECK_THAT(times[1], WithinRel(1 / .6 + .8 / .12, 1e-12));
  const auto two = preemptive_times(std::array{.5, 1.0}, 1, 2);
  CHECK_THAT(two[0], WithinRel(markov_queue(.5, 1, 2).mean_time, 1e-12));
  CHECK(two[1] > markov_queue(1.5, 1, 2).mean_time);
}

TEST_CASE("A finite room lies between Erlang B and Erlang C") {
  CHECK_THAT(finite_queue(8, 1, 10, 10).p_lost, WithinRel(erlang_b(10, 8), 1e-12));
  CHECK_THAT(finite_queue(.9, 1, 1, 5).p_lost, WithinRel(.126022549988369, 1e-12));
  CHECK_THAT(finite_queue(.9, 1, 1, 5).p_lost, WithinRel(lost_share(.9, 5), 1e-12));
  const FiniteQueue wide = finite_queue(8, 1, 10, 400);
  CHECK_THAT(wide.p_wait, WithinRel(erlang_c(10, 8), 1e-9));
  CHECK_THAT(wide.mean_wait, WithinRel(markov_queue(8, 1, 10).mean_wait, 1e-9));
}

namespace {
/// M/D/c exactly (Crommelin 1932): the number present at times D apart is a chain,
/// n -> max(n - c, 0) + Poisson(lambda D). Mean wait by Little's law.
double constant_exactly(double arrival_rate, int servers) {
  constexpr std::size_t most = 400;
  std::vector<double> arriving(most + 1), p(most + 1), next(most + 1);
  arriving[0] = std::exp(-arrival_rate);
  for (std::size_t k = 1; k <= most; ++k) {
    arriving[k] = arriving[k - 1] * arrival_rate / static_cast<double>(k);
  }
  p[0] = 1;
  for (int i = 0; i < 600; ++i) {
    std::fill(next.begin(), next.end(), 0.0);
    for (std::size_t n = 0; n <= most; ++n) {
      const std::size_t left = n - std::min(n, static_cast<std::size_t>(servers));
      for (std::size_t k = 0; left + k <= most && arriving[k] > 1e-18; ++k) {
        next[left + k] += p[n] * arriving[k];
      }
    }
    p.swap(next);
  }
  double waiting = 0;
  for (std::size_t n = static_cast<std::size_t>(servers); n <= most; ++n) {
    waiting += (static_cast<double>(n) - servers) * p[n];
  }
  return waiting / arrival_rate;
}
} // namespace

TEST_CASE("Constant service: exact for one server, within 2 % for more") {
  CHECK_THAT(mean_wait_constant(.8, 1, 1), WithinRel(mean_wait_general(.8, 1, 0), 1e-12));
  CHECK_THAT(constant_exactly(.8, 1), WithinRel(2, 1e-6)); // the check checks itself
  for (const auto& [servers, rho] :
       {std::pair(2, .7), std::pair(2, .9), std::pair(5, .8), std::pair(10, .9)}) {
    const double exactly = constant_exactly(servers * rho, servers);
    CHECK_THAT(mean_wait_constant(servers * rho, 1, servers), WithinRel(exactly, .02));
    CHECK_THAT(markov_queue(servers * rho, 1, servers).mean_wait / 2, !WithinRel(exactly, .005));
  }
}

TEST_CASE("Between constant and exponential service") {
  CHECK_THAT(mean_wait_between(1.6, 1, 1, 2), WithinRel(markov_queue(1.6, 1, 2).mean_wait, 1e-12));
  CHECK_THAT(mean_wait_between(1.6, 1, 0, 2), WithinRel(mean_wait_constant(1.6, 1, 2), 1e-12));
  CHECK_THAT(mean_wait_between(.8, 1, 1.44, 1), WithinRel(4.88, 1e-12));
}

TEST_CASE("Sharing the server: the wait is proportional to the size") {
  CHECK_THAT(shared_time(2, .8), WithinRel(10, 1e-12));
  // Averaged over exponential sizes it is M/M/1.
  CHECK_THAT(shared_time(1, .8), WithinRel(markov_queue(.8, 1, 1).mean_time, 1e-12));
  CHECK(std::isinf(shared_time(1, 1)));
}

TEST_CASE("Arrivals of a network: feedback and a fork") {
  // One in five comes back: 1 / .8.
  CHECK_THAT(network_rates(std::array{1.0}, std::array{.2})[0], WithinRel(1.25, 1e-12));
  // 0 -> 1 (30 %) or 2 (70 %); 1 -> 0 half of the time.
  const auto rates =
      network_rates(std::array{2.0, 0.0, 1.0}, std::array{0., .3, .7, .5, 0., 0., 0., 0., 0.});
  CHECK_THAT(rates[0], WithinRel(2 / .85, 1e-12));
  CHECK_THAT(rates[1], WithinRel(.3 * 2 / .85, 1e-12));
  CHECK_THAT(rates[2], WithinRel(1 + .7 * 2 / .85, 1e-12));
}

TEST_CASE("Retrials: one server in closed form, more between loss and waiting") {
  // M/M/1 (Falin & Templeton 1997): busy rho, mean orbit rho (lambda + rho mu_r) / ((1 - rho) mu_r)
  for (const double retrial : {.1, 1.0, 20.0}) {
    const RetrialQueue queue = retrial_queue(.5, 1, 1, retrial, 120);
    CHECK_THAT(queue.p_blocked, WithinRel(.5, 1e-9));
    CHECK_THAT(queue.mean_orbit, WithinRel(.5 * (.5 + .5 * retrial) / (.5 * retrial), 1e-8));
  }
  const RetrialQueue never = retrial_queue(3, 1, 5, 1e-9, 0),
                     often = retrial_queue(3, 1, 5, 1e5, 80);
  CHECK_THAT(never.p_blocked, WithinRel(erlang_b(5, 3), 1e-9));
  CHECK_THAT(often.p_blocked, WithinRel(erlang_c(5, 3), 1e-3));
  CHECK_THAT(often.mean_orbit, WithinRel(markov_queue(3, 1, 5).mean_queue, 1e-3));
}

TEST_CASE("A rate that changes in time: steady in the end, and the sine without waiting") {
  const auto steady = queue_at([](double) { return 1.5; }, 1, 2, 120, 600, .1);
  CHECK_THAT(1 - steady[0] - steady[1], WithinRel(9.0 / 14, 1e-6));
  // M(t)/M/infinity (Eick, Massey & Whitt 1993 Management Science 39:241): Poisson, with mean
  // m' = lambda(t) - m: 3 (1 - e^-t) + 2 (sin t - cos t + e^-t) / 2 for lambda = 3 + 2 sin t.
  const auto sine = queue_at([](double t) { return 3 + 2 * std::sin(t); }, 1, 60, 60, 9, .01);
  const double mean = 3 * (1 - std::exp(-9.0)) + (std::sin(9.0) - std::cos(9.0) + std::exp(-9.0));
  CHECK_THAT(sine[0], WithinRel(std::exp(-mean), 1e-6));
  CHECK_THAT(sine[4], WithinRel(std::exp(-mean) * std::pow(mean, 4) / 24, 1e-6));
  CHECK_THAT(std::accumulate(sine.begin(), sine.end(), 0.0), WithinAbs(1, 1e-9));
}

TEST_CASE("The mean line between two moments: steady, and the fluid of an overload") {
  const auto steady = [](double) { return 1.5; };
  CHECK_THAT(mean_line(steady, 1, 2, 120, 600, 700, .1),
             WithinRel(markov_queue(1.5, 1, 2).mean_queue, 1e-6));
  // Nobody is served and two a minute come: on average 2 (10 + 20) / 2 people, less the server's.
  CHECK_THAT(mean_line([](double) { return 2.0; }, 1e-12, 1, 120, 10, 20, .01),
             WithinRel(29, 1e-4));
}
