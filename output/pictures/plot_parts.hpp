// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/number.hpp"
#include "output/pictures/svg.hpp"
#include "output/store/result.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

// What the figures of the studies share: scales, round ticks, intervals.
namespace sojourn::output::plot {

/// The numbers an axis must hold.
struct Extent {
  double low = HUGE_VAL, high = -HUGE_VAL;
  /// What is not finite does not count.
  void include(double value);
  void include(const Finding& row);
  [[nodiscard]] bool empty() const { return !(low <= high); }
};

/// A linear scale from numbers to px; `from` > `to` px turns it round.
struct PlotScale {
  double low = 0, high = 1;
  double from = 0, to = 1; // px
  [[nodiscard]] double operator()(double value) const;
};

/// The extent over [from, to] px with room beyond its ends; better to the right where `better` < 0
/// by turning it round.
[[nodiscard]] PlotScale scale_over(Extent extent, double from, double to, int better = 1);

/// Round numbers within the scale, about `most` of them.
[[nodiscard]] std::vector<double> round_ticks(double low, double high, std::size_t most);

/// Decimals that tell the ticks apart.
[[nodiscard]] int tick_decimals(const std::vector<double>& ticks);

/// An interval as a thick line of light colour at height y.
[[nodiscard]] std::string interval_bar(double x1, double x2, double y, std::string_view colour);

/// An interval as a thin line, as it is drawn over a bar.
[[nodiscard]] std::string whisker(double x1, double x2, double y, std::string_view colour);

[[nodiscard]] std::string rectangle(double x, double y, double width, double height,
                                    std::string_view fill, std::string_view opacity = {});

[[nodiscard]] std::string moved(double x, double y, const std::string& drawing);

/// Good to the better side of zero, bad to the other.
[[nodiscard]] std::string_view colour_of(double change, int better);

} // namespace sojourn::output::plot
