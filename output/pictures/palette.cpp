// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/palette.hpp"

#include "output/pictures/svg.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace sojourn::output {
namespace {

/// A regular polygon, or a star where `inner` < 1, its first corner at `turn` of a full circle.
std::string polygon(double x, double y, double radius, int corners, double turn, double inner = 1) {
  Path path;
  const int points = inner < 1 ? corners * 2 : corners;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * std::numbers::pi * (turn + static_cast<double>(i) / points);
    const double r = inner < 1 && i % 2 == 1 ? radius * inner : radius;
    const double px = x + r * std::cos(angle);
    const double py = y + r * std::sin(angle);
    i == 0 ? path.move(px, py) : path.to(px, py);
  }
  return path.close().text();
}

std::string cross(double x, double y, double radius) {
  const double a = radius * 0.42;
  Path path;
  path.move(x - a, y - radius).to(x + a, y - radius).to(x + a, y - a).to(x + radius, y - a);
  path.to(x + radius, y + a).to(x + a, y + a).to(x + a, y + radius).to(x - a, y + radius);
  path.to(x - a, y + a).to(x - radius, y + a).to(x - radius, y - a).to(x - a, y - a);
  return path.close().text();
}

/// Outline of shape 1.. (0 is the circle): square, triangle, triangle downwards, cross, pentagon,
/// star, hexagon; the diamond last, because a forest plot has it for everyone.
std::string outline(std::size_t shape, double x, double y, double radius) {
  switch (shape) {
  case 1:
    return polygon(x, y, radius * 1.25, 4, 0.125);
  case 2:
    return polygon(x, y + radius * 0.2, radius * 1.3, 3, 0.75);
  case 3:
    return polygon(x, y - radius * 0.2, radius * 1.3, 3, 0.25);
  case 4:
    return cross(x, y, radius * 1.15);
  case 5:
    return polygon(x, y, radius * 1.15, 5, 0.75);
  case 6:
    return polygon(x, y, radius * 1.4, 5, 0.75, 0.5);
  case 7:
    return polygon(x, y, radius * 1.15, 6, 0);
  default:
    return polygon(x, y, radius * 1.3, 4, 0.25);
  }
}

std::string mark(std::size_t shape, double x, double y, double radius, std::string_view fill,
                 std::string_view stroke) {
  if (shape == 0) {
    return element("circle", {{"cx", x},
                              {"cy", y},
                              {"r", radius},
                              {"fill", fill},
                              {"stroke", stroke},
                              {"stroke-width", "1.8"}});
  }
  return element("path", {{"d", outline(1 + (shape - 1) % 8, x, y, radius)},
                          {"fill", fill},
                          {"stroke", stroke},
                          {"stroke-width", "1.8"},
                          {"stroke-linejoin", "round"}});
}

// Dot, square, diamond, triangle and so on. Beyond the ninth a shape comes back in a colour that
// everybody tells from the first: blue and purple, close where green cones are missing, share none.
constexpr std::array<std::size_t, 12> arm_shapes = {0, 1, 8, 2, 3, 4, 5, 6, 7, 8, 4, 1};

double channel(std::string_view colour, std::size_t at) {
  int value = 0;
  std::from_chars(colour.data() + at, colour.data() + at + 2, value, 16);
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
  return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

} // namespace

std::string_view arm_colour(std::size_t arm) {
  return arm == 0 ? palette::today : palette::arms[(arm - 1) % palette::arms.size()];
}

std::string group_mark(std::size_t group, double x, double y, double radius, std::string_view fill,
                       std::string_view stroke) {
  return mark(group, x, y, radius, fill, stroke);
}

std::string arm_mark(std::size_t arm, double x, double y, double radius, bool filled) {
  const std::string_view colour = arm_colour(arm);
  const std::size_t last = arm_shapes.size();
  const std::size_t shape = arm_shapes[arm < last ? arm : 1 + (arm - 1) % (last - 1)];
  return mark(shape, x, y, radius, filled ? colour : palette::paper, colour);
}

double contrast(std::string_view one, std::string_view other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

} // namespace sojourn::output
