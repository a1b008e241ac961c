// SPDX-License-Identifier: Apache-2.0
// What a design is: which strata hold how many points.
#include "sim/study/design.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace sojourn;

namespace {

/// Whether each of n equal intervals of a coordinate holds exactly one of the first n points.
bool one_in_each(const Points& points, std::size_t n, std::size_t dimension) {
  std::vector<int> held(n, 0);
  for (std::size_t i = 0; i < n; ++i)
    ++held[static_cast<std::size_t>(points.at(i, dimension) * static_cast<double>(n))];
  return std::all_of(held.begin(), held.end(), [](int each) { return each == 1; });
}

bool balanced(const Points& points, std::size_t n) {
  bool all = true;
  for (std::size_t d = 0; d < points.n_dimensions; ++d)
    all = all && one_in_each(points, n, d);
  return all;
}

} // namespace

TEST_CASE("A grid holds every combination once, the last dimension fastest") {
  const std::array<std::size_t, 3> levels = {3, 1, 2};
  const Points grid = full_grid(levels);
  CHECK(grid_size(levels) == 6);
  CHECK(grid.values ==
        std::vector<double>{0, .5, 0, 0, .5, 1, .5, .5, 0, .5, .5, 1, 1, .5, 0, 1, .5, 1});
}

TEST_CASE("A grid too large to count is refused before it is built") {
  const std::vector<std::size_t> twenty(20, 2), huge(64, 2), none = {3, 0};
  CHECK(grid_size(twenty) == 1048576);
  CHECK(grid_size(huge) == uncountable);
  CHECK(grid_size(none) == 0);
  CHECK_THROWS_AS(full_grid(huge), std::length_error);
}

TEST_CASE("A Latin hypercube has one point in each stratum of each dimension") {
  for (const std::size_t n : {1U, 2U, 7U, 30U, 256U})
    for (const Stratum where : {Stratum::centre, Stratum::drawn}) {
      const Points points = latin_hypercube(n, 5, 42, where);
      CHECK(points.size() == n);
      CHECK(balanced(points, n));
    }
  const Points centred = latin_hypercube(4, 1, 1, Stratum::centre);
  std::set<double> values(centred.values.begin(), centred.values.end());
  CHECK(values == std::set<double>{.125, .375, .625, .875});
}

TEST_CASE("The first 2^m points of a scrambled Sobol' sequence are balanced in every coordinate") {
  const Points points = sobol_points(1024, 40, 7);
  for (std::size_t n = 1; n <= 1024; n *= 2)
    CHECK(balanced(points, n));
}

TEST_CASE("Two coordinates of Sobol' points stay a net after scrambling") {
  // The first two coordinates are a (0, m, 2)-net: every box of area 2^-m, however cut, holds one.
  const Points points = sobol_points(256, 2, 11);
  for (std::size_t columns = 1; columns <= 256; columns *= 2) {
    const std::size_t rows = 256 / columns;
    std::vector<int> held(256, 0);
    for (std::size_t i = 0; i < 256; ++i) {
      const auto x = static_cast<std::size_t>(points.at(i, 0) * static_cast<double>(columns));
      const auto y = static_cast<std::size_t>(points.at(i, 1) * static_cast<double>(rows));
      ++held[x * rows + y];
    }
    CHECK(std::count(held.begin(), held.end(), 1) == 256);
  }
}

TEST_CASE("A longer sequence begins with the shorter one, and so do more dimensions") {
  const Points small = sobol_points(37, 3, 5), longer = sobol_points(64, 3, 5),
               wider = sobol_points(37, 4, 5);
  CHECK(std::equal(small.values.begin(), small.values.end(), longer.values.begin()));
  bool same = true;
  for (std::size_t i = 0; i < 37; ++i)
    same = same && std::equal(small.row(i).begin(), small.row(i).end(), wider.row(i).begin());
  CHECK(same);
}

TEST_CASE("The same seed gives the same design, another seed another") {
  CHECK(sobol_points(16, 2, 1).values == sobol_points(16, 2, 1).values);
  CHECK(sobol_points(16, 2, 1).values != sobol_points(16, 2, 2).values);
  CHECK(latin_hypercube(16, 2, 1).values == latin_hypercube(16, 2, 1).values);
  CHECK(latin_hypercube(16, 2, 1).values != latin_hypercube(16, 2, 2).values);
  CHECK(morris_design(4, 3, 4, 1).points.values == morris_design(4, 3, 4, 1).points.values);
  CHECK(morris_design(4, 3, 4, 1).points.values != morris_design(4, 3, 4, 2).points.values);
}

TEST_CASE("More dimensions than there are direction numbers are refused") {
  CHECK(sobol_points(1, most_sobol_dimensions, 1).size() == 1);
  CHECK_THROWS_AS(sobol_points(1, most_sobol_dimensions + 1, 1), std::length_error);
}

TEST_CASE("Morris trajectories move each dimension once, by delta, on the grid") {
  const MorrisDesign design = morris_design(50, 6, 4, 3);
  CHECK(design.points.size() == 50 * 7);
  CHECK(design.delta == 2.0 / 3);
  const std::set<double> grid = {0, 1.0 / 3, 2.0 / 3, 1};
  for (const double value : design.points.values)
    REQUIRE(grid.count(value) == 1);
  for (std::size_t t = 0; t < 50; ++t) {
    std::set<std::size_t> moved;
    for (std::size_t step = 0; step < 6; ++step) {
      const std::size_t at = design.first_point(t) + step, d = design.moved[t * 6 + step];
      moved.insert(d);
      for (std::size_t other = 0; other < 6; ++other)
        REQUIRE((design.points.at(at, other) == design.points.at(at + 1, other)) == (other != d));
      REQUIRE(std::abs(design.points.at(at + 1, d) - design.points.at(at, d) -
                       design.direction[t * 6 + step] * design.delta) < 1e-15);
    }
    REQUIRE(moved.size() == 6);
  }
  CHECK_THROWS_AS(morris_design(1, 1, 3, 1), std::invalid_argument);
}

TEST_CASE("Saltelli's matrices differ from A in one column, which is B's") {
  const SaltelliDesign design = saltelli_design(32, 3, 9);
  CHECK(design.points.size() == 32 * 5);
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t row = 0; row < 32; ++row)
      for (std::size_t d = 0; d < 3; ++d) {
        const std::size_t from = d == i ? design.b(row) : design.a(row);
        REQUIRE(design.points.at(design.ab(i, row), d) == design.points.at(from, d));
      }
}
