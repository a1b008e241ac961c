// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/svg.hpp"

#include <vector>

// Smooth curves that never overshoot: between two points they stay between their values, and a
// point that is highest or lowest stays so (Steffen 1990, Astron. Astrophys. 239, 443).
namespace sojourn::output {

struct Point {
  double x = 0, y = 0;
};

/// Slopes at the points, x strictly increasing. Empty or one point: zeros.
[[nodiscard]] std::vector<double> monotone_slopes(const std::vector<Point>& points);

/// The curve through the points as path text; one point alone gives an empty text.
[[nodiscard]] std::string curve_path(const std::vector<Point>& points);

/// The area between two curves over the same x.
[[nodiscard]] std::string area_path(const std::vector<Point>& upper,
                                    const std::vector<Point>& lower);

} // namespace sojourn::output
