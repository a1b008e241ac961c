// SPDX-License-Identifier: Apache-2.0
#include "output/stats/variance_parts.hpp"

#include "output/stats/student.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

using Draws = std::vector<std::vector<double>>;

} // namespace

TEST_CASE("One-way parts by hand") {
  // Draw means 2, 5, 8; within squares 2 each: MS_A = 3 * 9 = 27, MS_E = 1.
  const Draws draws{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
  const auto parts = nested_parts(draws);
  CHECK(parts.known());
  CHECK(parts.draws == 3);
  CHECK(parts.mean.replications == 9);
  CHECK(parts.mean.estimate == 5);
  CHECK_THAT(parts.parameters.variance, WithinRel(26.0 / 3, 1e-12));
  CHECK_THAT(parts.luck.variance, WithinRel(1.0, 1e-12));
  CHECK_THAT(parts.mean.half_width(),
             WithinRel(student_two_sided(0.95, 2) * std::sqrt(3.0), 1e-12));
  CHECK_THAT(parts.luck.lower, WithinRel(6 / chi_square_quantile(0.975, 6), 1e-12));
  CHECK_THAT(parts.luck.upper, WithinRel(6 / chi_square_quantile(0.025, 6), 1e-12));
  CHECK(parts.parameters.lower > 0);
  CHECK(parts.parameters.upper > 100); // three draws say little
  CHECK_THAT(parts.mean_from_parameters, WithinRel(26.0 / 27, 1e-12));
  CHECK(parts.truth.half_width() > parts.mean.half_width());
}

TEST_CASE("Two-way parts by hand") {
  // 0 2 / 4 10: row means 1, 7; column means 2, 6; MS_A = 36, MS_B = 16, MS_AB = 4.
  const auto parts = crossed_parts(Draws{{0, 2}, {4, 10}});
  CHECK(parts.mean.estimate == 4);
  CHECK(parts.mean.replications == 2);
  CHECK_THAT(parts.parameters.variance, WithinRel(16.0, 1e-12));
  CHECK_THAT(parts.luck.variance, WithinRel(6.0, 1e-12));
  CHECK_THAT(parts.interaction.variance, WithinRel(4.0, 1e-12));
  // Var(mean) = (36 + 16 - 4)/4 = 12 = 16/2 + 6/2 + 4/4; freedom 12^2/(9^2 + 4^2 + 1) = 1.47
  CHECK_THAT(parts.mean.half_width(),
             WithinRel(student_two_sided(0.95, 144.0 / 98) * std::sqrt(12.0), 1e-12));
  CHECK_THAT(parts.mean_from_parameters, WithinRel(8.0 / 12, 1e-12));
  CHECK_THAT(parts.parameters.spread(), WithinRel(4.0, 1e-12));
}

TEST_CASE("Replications that lack a value are dropped: whole columns if crossed, alone if nested") {
  const Draws draws{{1, 2, missing, 4}, {2, 3, 5, 7}};
  const auto crossed = crossed_parts(draws), nested = nested_parts(draws);
  CHECK(crossed.mean.replications == 3);
  CHECK(crossed.mean.dropped == 1);
  CHECK(nested.mean.replications == 7);
  CHECK(nested.mean.dropped == 1);
  CHECK_THAT(nested.mean.estimate, WithinRel((7.0 / 3 + 17.0 / 4) / 2, 1e-12));
}

TEST_CASE("Too little to split is refused with the reason") {
  CHECK(crossed_parts(Draws{}).reason == "fewer than two parameter draws");
  CHECK(crossed_parts(Draws{{1, 3}}).reason == "fewer than two parameter draws");
  CHECK(crossed_parts(Draws{{1, 3}}).mean.estimate == 2);
  CHECK(crossed_parts(Draws{{1, missing}, {missing, 2}}).reason ==
        "fewer than two replications have a value everywhere");
  CHECK(nested_parts(Draws{{1, 3}, {missing}}).reason ==
        "fewer than two parameter draws have a value");
  CHECK(nested_parts(Draws{{1}, {2}}).reason == "no parameter draw has two replications");
  CHECK_FALSE(nested_parts(Draws{{1}, {2}}).mean.known());
}

TEST_CASE("Draws that all say the same have no part from parameters") {
  const auto parts = crossed_parts(Draws{{1, 2, 4}, {1, 2, 4}, {1, 2, 4}});
  CHECK(parts.parameters.variance == 0);
  CHECK_THAT(parts.luck.variance, WithinRel(7.0 / 3, 1e-12));
  CHECK(parts.interaction.variance < 1e-30);
  CHECK(parts.mean_from_parameters < 1e-12);
  CHECK_THAT(parts.mean.half_width(),
             WithinAbs(student_two_sided(0.95, 2) * std::sqrt(7.0 / 9), 1e-9));
}
