// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/curve.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

double sign(double value) { return value < 0 ? -1 : 1; }

/// Appends the curve from the first to the last point, or back from the last to the first.
void follow(Path& path, const std::vector<Point>& p, bool backwards) {
  const std::vector<double> slope = monotone_slopes(p);
  const auto piece = [&](std::size_t from, std::size_t to) {
    const double third = (p[to].x - p[from].x) / 3;
    path.cubic(p[from].x + third, p[from].y + third * slope[from], p[to].x - third,
               p[to].y - third * slope[to], p[to].x, p[to].y);
  };
  for (std::size_t i = 1; i < p.size(); ++i) {
    backwards ? piece(p.size() - i, p.size() - i - 1) : piece(i - 1, i);
  }
}

} // namespace

std::vector<double> monotone_slopes(const std::vector<Point>& p) {
  std::vector<double> slope(p.size(), 0);
  if (p.size() < 2) {
    return slope;
  }
  const auto secant = [&](std::size_t i) { return (p[i + 1].y - p[i].y) / (p[i + 1].x - p[i].x); };
  for (std::size_t i = 1; i + 1 < p.size(); ++i) {
    const double left = secant(i - 1);
    const double right = secant(i);
    const double h0 = p[i].x - p[i - 1].x;
    const double h1 = p[i + 1].x - p[i].x;
    const double mean = (left * h1 + right * h0) / (h0 + h1);
    slope[i] = (sign(left) + sign(right)) *
               std::min({std::abs(left), std::abs(right), 0.5 * std::abs(mean)});
  }
  // At the ends: a parabola through the next slope, kept between 0 and twice the secant.
  const auto end = [](double s, double next) {
    return s == 0 ? 0 : s * std::clamp((3 - next / s) / 2, 0.0, 2.0);
  };
  slope.front() = end(secant(0), slope[1]);
  slope.back() = end(secant(p.size() - 2), slope[p.size() - 2]);
  return slope;
}

std::string curve_path(const std::vector<Point>& points) {
  if (points.size() < 2) {
    return {};
  }
  Path path;
  path.move(points.front().x, points.front().y);
  follow(path, points, false);
  return path.text();
}

std::string area_path(const std::vector<Point>& upper, const std::vector<Point>& lower) {
  if (upper.size() < 2 || upper.size() != lower.size()) {
    return {};
  }
  Path path;
  path.move(upper.front().x, upper.front().y);
  follow(path, upper, false);
  path.to(lower.back().x, lower.back().y);
  follow(path, lower, true);
  return path.close().text();
}

} // namespace sojourn::output
