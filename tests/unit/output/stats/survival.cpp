// SPDX-License-Identifier: Apache-2.0
#include "output/stats/survival.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace sojourn::output;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
// Freireich et al. 1963, remission times in weeks of 21 patients on 6-MP: the textbook example.
const std::vector<Spell> remission = {
    {6, 0, 3},         {6, censored, 1},  {7, 0, 1},        {9, censored, 1}, {10, 0, 1},
    {10, censored, 1}, {11, censored, 1}, {13, 0, 1},       {16, 0, 1},       {17, censored, 1},
    {19, censored, 1}, {20, censored, 1}, {22, 0, 1},       {23, 0, 1},       {25, censored, 1},
    {32, censored, 2}, {34, censored, 1}, {35, censored, 1}};
} // namespace

TEST_CASE("Kaplan-Meier on the textbook example") {
  const auto curve = kaplan_meier(remission);
  CHECK(curve.time == std::vector<std::int64_t>{6, 7, 10, 13, 16, 22, 23});
  CHECK(curve.at_risk == std::vector<std::int64_t>{21, 17, 15, 12, 11, 7, 6});
  const std::array published{.857, .807, .753, .690, .627, .538, .448};
  for (std::size_t i = 0; i < published.size(); ++i)
    CHECK_THAT(curve.surviving[i], WithinAbs(published[i], 5.1e-4));
  CHECK(curve.quantile(0.5) == 23);
  CHECK(curve.quantile(0.9) == -1);
  CHECK(curve.surviving_at(5) == 1);
  CHECK(curve.surviving_at(23) == curve.surviving.back());
}

TEST_CASE("Aalen-Johansen by hand") {
  // 4 at risk: 1 leaves by exit 0; 3: 1 by exit 1; 2: 1 censored; 1: exit 0.
  const std::vector<Spell> spells = {{30, censored, 1}, {10, 0, 1}, {40, 0, 1}, {20, 1, 1}};
  const auto curve = aalen_johansen(spells, 2);
  CHECK(curve.time == std::vector<std::int64_t>{10, 20, 40});
  CHECK_THAT(curve.incidence_at(0, 10), WithinRel(0.25, 1e-15));
  CHECK_THAT(curve.incidence_at(1, 35), WithinRel(0.25, 1e-15));
  CHECK_THAT(curve.incidence_at(0, 40), WithinRel(0.75, 1e-15));
  CHECK(curve.incidence_at(0, 9) == 0);
  CHECK(curve.surviving.back() == 0);
}

TEST_CASE("The restricted mean is the area under the curve") {
  const std::vector<Spell> spells = {{2, 0, 1}, {6, 0, 1}};
  const auto curve = kaplan_meier(spells);
  CHECK(curve.restricted_mean(1) == 1);
  CHECK(curve.restricted_mean(4) == 3);
  CHECK(curve.restricted_mean(100) == 4);
  CHECK(kaplan_meier({}).restricted_mean(5) == 5);
}

TEST_CASE("Bounds of shares leave the censored open") {
  const auto bounds = exit_share_bounds(remission, 1);
  CHECK_THAT(bounds[0].lower, WithinRel(9.0 / 21, 1e-15));
  CHECK(bounds[0].upper == 1);
  CHECK_THAT(censored_share(remission), WithinRel(12.0 / 21, 1e-15));
  const auto nothing = exit_share_bounds({}, 2);
  CHECK(nothing.size() == 2);
  CHECK(nothing[1].upper == 1);
  CHECK(censored_share({}) == 0);
}
