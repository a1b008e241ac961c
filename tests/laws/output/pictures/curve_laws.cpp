// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/curve.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>

namespace sojourn::output {
namespace {

/// The cubic between two points at u in 0..1.
double between(const Point& a, const Point& b, double slope_a, double slope_b, double u) {
  const double third = (b.x - a.x) / 3;
  const double p1 = a.y + third * slope_a;
  const double p2 = b.y - third * slope_b;
  const double v = 1 - u;
  return v * v * v * a.y + 3 * v * v * u * p1 + 3 * v * u * u * p2 + u * u * u * b.y;
}

std::vector<Point> scattered(std::uint32_t seed, std::size_t n) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < n; ++i) {
    seed = seed * 1664525U + 1013904223U;
    points.push_back({static_cast<double>(i) * 80, static_cast<double>(seed >> 8U) / 65536.0});
  }
  return points;
}

bool overshoots(const std::vector<Point>& p, const std::vector<double>& slope) {
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    const auto [low, high] = std::minmax(p[i].y, p[i + 1].y);
    for (double u = 0; u <= 1; u += 1.0 / 64) {
      const double y = between(p[i], p[i + 1], slope[i], slope[i + 1], u);
      if (y < low - 1e-9 || y > high + 1e-9) {
        return true;
      }
    }
  }
  return false;
}

} // namespace

TEST_CASE("the curve never leaves the range of its two neighbours") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const auto points = scattered(seed, 2 + seed % 9);
    CHECK_FALSE(overshoots(points, monotone_slopes(points)));
  }
}

TEST_CASE("slopes of a plain parabola would overshoot, so the test can fail") {
  const std::vector<Point> points = {{0, 0}, {80, 100}, {160, 100}, {240, 0}};
  CHECK(overshoots(points, {1.25, 0.6, -0.6, -1.25}));
}

TEST_CASE("few points still draw") {
  CHECK(curve_path({}).empty());
  CHECK(curve_path({{0, 1}}).empty());
  CHECK(curve_path({{0, 1}, {3, 1}}) == "M0 1C1 1 2 1 3 1");
  CHECK(area_path({{0, 1}}, {{0, 2}}).empty());
  CHECK(monotone_slopes({{0, 1}}).size() == 1);
}

} // namespace sojourn::output
