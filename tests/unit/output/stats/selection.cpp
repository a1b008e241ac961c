// SPDX-License-Identifier: Apache-2.0
#include "output/stats/selection.hpp"
#include "output/stats/missing.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <numeric>

using namespace sojourn::output;
using Catch::Matchers::WithinRel;

namespace {

// Two candidates whose difference alternates: variance of differences 4 n/(n - 1) over even n.
std::array<double, 2> alternating(int round, double lead) {
  return {lead, round % 2 == 0 ? 2.0 : -2.0};
}

} // namespace

TEST_CASE("Selection by hand: reach, rounds and the one that goes") {
  // n0 = 4, alpha = 0.05: eta = (0.1^(-2/3) - 1)/2, h^2 = 6 eta = 10.9248; S^2 = 16/3, so that
  // h^2 S^2 = 58.2655 and the last round is 59.
  KimNelson selection(2, 4, 0.05, 1.0);
  CHECK(selection.last_round() == 0);
  int round = 0;
  while (!selection.finished() && round < 100)
    selection.add_round(alternating(round++, 1.0));
  // Gone as soon as r + (0 or 2) > (58.2655 - r)/2: the sums differ by r when r is even.
  CHECK(selection.last_round() == 59);
  CHECK(selection.eliminated_at(1) == 20);
  CHECK(selection.rounds() == 20);
  CHECK(selection.best() == 0);
  CHECK(selection.candidates() == std::vector<std::size_t>{0});
  CHECK(selection.mean(0) == 1.0);
}

TEST_CASE("Before the first stage is over nobody goes") {
  KimNelson selection(3, 10, 0.05, 0.1);
  for (int round = 0; round < 9; ++round)
    selection.add_round(std::array{0., 100., -100.});
  CHECK(selection.candidates().size() == 3);
  selection.add_round(std::array{0., 100., -100.});
  CHECK(selection.finished()); // no spread: sure at once
  CHECK(selection.best() == 1);
  CHECK(selection.eliminated_at(0) == 10);
}

TEST_CASE("Equal candidates end with the first of them") {
  KimNelson selection(3, 5, 0.05, 1);
  for (int round = 0; round < 5; ++round)
    selection.add_round(std::array{1., 1., 1.});
  CHECK(selection.finished());
  CHECK(selection.candidates().size() == 3);
  CHECK(selection.best() == 0);
  selection.add_round(std::array{0., 9., 9.}); // too late
  CHECK(selection.rounds() == 5);
}

TEST_CASE("A round without a value counts as left out, unless the candidate is out") {
  KimNelson selection(2, 2, 0.05, 1);
  selection.add_round(std::array{missing, 1.});
  CHECK(selection.rounds() == 0);
  CHECK(selection.rounds_left_out() == 1);
  KimNelson three(3, 2, 0.05, 1);
  three.add_round(std::array{5., 3., -100.});
  three.add_round(std::array{3., 5., -100.});
  CHECK(three.eliminated_at(2) == 0); // S^2 = 2 and two rounds: not sure yet
  CHECK(three.last_round() > 2);
}

TEST_CASE("Optimal shares by hand") {
  // Leads 1 and 2 at equal variances: 1 : 1/4, the best gets sqrt(1 + 1/16).
  const auto shares = ocba_shares(std::array{3., 2., 1.}, std::array{4., 4., 4.});
  const double best = std::sqrt(1 + 1.0 / 16);
  CHECK_THAT(shares[0], WithinRel(best / (best + 1.25), 1e-12));
  CHECK_THAT(shares[1], WithinRel(1 / (best + 1.25), 1e-12));
  CHECK_THAT(shares[2], WithinRel(0.25 / (best + 1.25), 1e-12));
}

TEST_CASE("Shares without spread, and with equal means") {
  CHECK(ocba_shares(std::array{1., 2.}, std::array{0., 0.}) == std::vector{0.5, 0.5});
  const auto tied = ocba_shares(std::array{2., 2., 0.}, std::array{1., 1., 1.});
  CHECK_THAT(tied[0], WithinRel(tied[1], 1e-6));
  CHECK(tied[2] < 1e-5);
}

TEST_CASE("An increment is given out whole, towards the shares of all") {
  const std::array means{3., 2., 1.}, variances{4., 4., 4.};
  const std::array done{10, 10, 10};
  const auto more = ocba_allocation(means, variances, done, 17);
  CHECK(std::accumulate(more.begin(), more.end(), 0) == 17);
  CHECK(more[2] == 0); // 47 in all: 21.2, 20.6, 5.1
  CHECK(more[0] >= more[1]);
  const auto none = ocba_allocation(means, variances, done, 0);
  CHECK(none == std::vector{0, 0, 0});
}
