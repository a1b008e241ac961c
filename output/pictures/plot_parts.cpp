// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/plot_parts.hpp"

#include "output/pictures/palette.hpp"

#include <algorithm>

namespace sojourn::output::plot {
namespace {

// A tick is a whole number of steps; beyond this many, rounding would decide.
constexpr int most_steps = 1000;

/// 1, 2 or 5 times a power of ten, at least `least`.
double round_step(double least) {
  double step = 1e-9;
  for (int i = 0; step < least && i < 100; ++i) {
    step *= i % 3 == 1 ? 2.5 : 2;
  }
  return step;
}

} // namespace

void Extent::include(double value) {
  if (std::isfinite(value)) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
}

void Extent::include(const Finding& row) {
  include(row.estimate);
  include(row.lower);
  include(row.upper);
}

double PlotScale::operator()(double value) const {
  return high > low ? from + (value - low) / (high - low) * (to - from) : (from + to) / 2;
}

PlotScale scale_over(Extent extent, double from, double to, int better) {
  if (extent.empty()) {
    extent = {0, 1};
  }
  const double room = extent.high > extent.low ? (extent.high - extent.low) * 0.04 : 1;
  PlotScale scale{extent.low - room, extent.high + room, from, to};
  if (better < 0) {
    std::swap(scale.from, scale.to);
  }
  return scale;
}

std::vector<double> round_ticks(double low, double high, std::size_t most) {
  std::vector<double> ticks;
  if (!(high > low)) {
    return ticks;
  }
  const double step =
      round_step((high - low) / static_cast<double>(std::max<std::size_t>(most, 1)));
  for (int i = 0; i < most_steps; ++i) {
    const double tick = (std::ceil(low / step) + i) * step;
    if (tick > high) {
      break;
    }
    ticks.push_back(tick);
  }
  return ticks;
}

int tick_decimals(const std::vector<double>& ticks) {
  const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : 1;
  int decimals = 0;
  for (double scaled = step; decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6;
       scaled *= 10) {
    ++decimals;
  }
  return decimals;
}

std::string interval_bar(double x1, double x2, double y, std::string_view colour) {
  return element("line", {{"x1", x1},
                          {"x2", x2},
                          {"y1", y},
                          {"y2", y},
                          {"stroke", colour},
                          {"stroke-opacity", "0.35"},
                          {"stroke-width", "5"},
                          {"stroke-linecap", "round"}});
}

std::string whisker(double x1, double x2, double y, std::string_view colour) {
  return line(x1, y, x2, y, colour, 1.4) + line(x1, y - 3, x1, y + 3, colour, 1.4) +
         line(x2, y - 3, x2, y + 3, colour, 1.4);
}

std::string rectangle(double x, double y, double width, double height, std::string_view fill,
                      std::string_view opacity) {
  return element("rect", {{"x", x},
                          {"y", y},
                          {"width", std::max(width, 0.0)},
                          {"height", std::max(height, 0.0)},
                          {"fill", fill},
                          {"fill-opacity", opacity}});
}

std::string moved(double x, double y, const std::string& drawing) {
  const std::string move = "translate(" + coordinate(x) + " " + coordinate(y) + ")";
  return element("g", {{"transform", move}}, drawing);
}

std::string_view colour_of(double change, int better) {
  return change * (better < 0 ? -1 : 1) >= 0 ? palette::good : palette::bad;
}

} // namespace sojourn::output::plot
