// SPDX-License-Identifier: Apache-2.0
// Shares of a total, on the leakage example in closed form.
#include "output/stats/shapley.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// Value of a service with four causes of leakage: misaligned relationship, missed opportunity,
// poor provision (retries and attempts), no tracking (which saves its cost).
double value_under(std::size_t causes) {
  const bool misaligned = causes & 1, missed = causes & 2, poor = causes & 4,
             untracked = causes & 8;
  const double match = misaligned ? 0.75 : 0.90, offered = missed ? 0.8 : 1;
  const double fail = poor ? 0.30 : 0.05, give_up = poor ? 0.10 : 0.02;
  const double gained = untracked ? 0.7 : 1, tracking = untracked ? 0 : 2;
  const double once = 1 - fail * (1 - give_up);
  return match * (offered * gained * 100 * (1 - fail) / once - 10 / once - tracking) - 5;
}

std::vector<double> service_values() {
  std::vector<double> values;
  for (std::size_t causes = 0; causes < 16; ++causes)
    values.push_back(value_under(causes));
  return values;
}

template <std::size_t n> void check_all(std::span<const double> got, std::array<double, n> wanted) {
  REQUIRE(got.size() == n);
  for (std::size_t i = 0; i < n; ++i)
    CHECK_THAT(got[i], WithinAbs(wanted[i], 5.01e-7));
}

} // namespace

TEST_CASE("The sixteen values of the leakage example") {
  // bit 0 misaligned, 1 missed, 2 provision, 3 tracking
  check_all(service_values(),
            std::array{73.641640, 60.534700, 55.660568, 45.550473, 67.172603, 55.143836, 49.912329,
                       40.760274, 48.470032, 39.558360, 35.883281, 29.069401, 43.082192, 35.068493,
                       31.000000, 25.000000});
}

TEST_CASE("Shapley, first in, last out and interactions of the leakage example") {
  const auto game = loss_game(service_values());
  CHECK_THAT(game.back(), WithinAbs(48.641640, 5.01e-7));
  check_all(shapley_values(game), std::array{9.362582, 13.827888, 5.192134, 20.259036});
  check_all(first_in(game), std::array{13.106940, 17.981073, 6.469038, 25.171609});
  check_all(last_out(game), std::array{6.000000, 10.068493, 4.069401, 15.760274});
  const auto pairs = shapley_interactions(game);
  const std::array upper{pairs[1], pairs[2], pairs[3], pairs[6], pairs[7], pairs[11]};
  check_all(upper, std::array{-2.499265, -0.940020, -3.667655, -0.564626, -4.848688, -0.894992});
}

TEST_CASE("One at a time over-counts the leakage by 29 %, one less under-counts it by 26 %") {
  const auto game = loss_game(service_values());
  const auto first = first_in(game), last = last_out(game);
  const double all = game.back();
  CHECK_THAT((first[0] + first[1] + first[2] + first[3]) / all, WithinAbs(1.29, 0.005));
  CHECK_THAT((last[0] + last[1] + last[2] + last[3]) / all, WithinAbs(0.74, 0.005));
}

TEST_CASE("Small games: nobody, one player, two players by hand") {
  CHECK(shapley_values(std::array{7.0}).empty());
  CHECK(shapley_values(std::array{7.0, 9.5}) == std::vector{2.5});
  const std::array two{0., 1., 3., 10.};
  CHECK(shapley_values(two) == std::vector{4., 6.});
  CHECK(shapley_interactions(two) == std::vector{0., 6., 6., 0.});
}

TEST_CASE("A worth that is missing leaves no value") {
  const std::array game{0., 1., missing, 10.};
  CHECK(std::isnan(shapley_values(game)[0]));
  CHECK(std::isnan(first_in(game)[0]));
  CHECK(std::isnan(shapley_interactions(game)[1]));
}

TEST_CASE("Intervals over replications are paired; a replication without a worth is dropped") {
  // v(S) = luck + 2 [a] + 3 [b], one replication lacks v(a).
  const std::vector<std::vector<double>> worths{
      {10, 20, 30}, {12, missing, 32}, {13, 23, 33}, {15, 25, 35}};
  const auto estimate = estimate_shapley(worths);
  CHECK(estimate.shapley[0].estimate == 2);
  CHECK(estimate.shapley[0].half_width() == 0);
  CHECK(estimate.shapley[1].estimate == 3);
  CHECK(estimate.shapley[1].replications == 2);
  CHECK(estimate.shapley[1].dropped == 1);
  CHECK(estimate.total.estimate == 5);
  CHECK(std::isnan(estimate.per_replication[0][1]));
  CHECK(estimate.per_replication[0][2] == 2);
  CHECK(estimate.interactions[1].all_zero);
  CHECK(std::isnan(estimate.interactions[0].estimate));
}

TEST_CASE("A player who never mattered gets a bound, not [0, 0]") {
  const std::vector<std::vector<double>> worths(4, std::vector<double>(30, 5.0));
  const auto estimate = estimate_shapley(worths);
  CHECK(estimate.shapley[0].estimate == 0);
  CHECK_FALSE(estimate.shapley[0].known());
  CHECK(estimate.shapley[0].note == "fewer than 3 in 30 replications differ");
}

TEST_CASE("Contributions along an order are steps from worth to worth") {
  const std::array order{2, 0, 1};
  const std::array along{1., 4., 5., 9.};
  CHECK(contributions_along(order, along) == std::vector{1., 4., 3.});
}

TEST_CASE("Sampled orders need two units for an interval, and fill cell by cell") {
  SampledShapley sampled(2, 2, 2);
  const std::array forth{0, 1}, back{1, 0};
  for (int r = 0; r < 2; ++r) {
    sampled.add(0, r, forth, std::array{0., 1., 10.});
    sampled.add(0, r, back, std::array{0., 3., 10.});
  }
  CHECK(sampled.per_replication(0) == std::vector{4., 4.});
  CHECK_FALSE(sampled.estimate(0).known()); // the second unit has no value yet
  for (int r = 0; r < 2; ++r)
    sampled.add(1, r, forth, std::array{0., 2., 10.});
  CHECK(sampled.estimate(0).known());
  CHECK(sampled.estimate(0).mean.estimate == 3);
  CHECK(sampled.estimate(1).mean.estimate == 7);
}
