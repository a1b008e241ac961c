// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/survey.hpp"

#include <array>

// Stars that people leave when their journey is over, and what reading their mean does to those who
// come later.
//   leaves one   P = 1 / (1 + exp(-(b0 + b1 |U| + b2 U)))       (J-shape: Hu, Pavlou & Zhang 2009
//   stars        3 + 2 U / 5, whole, 1 .. 5                      CACM 52(10):144)
//   a reader     E <- E + g 5 v, log-odds of giving up - omega v T, v = (mean - 3) / 2
// U remembered experience. The chance is that of an answer to a survey.
// Neglected: what is written beside the stars, ratings that are bought, and that people rate
// against the mean they saw.
namespace sojourn {

struct RatingRow {
  std::string_view id, symbol;
  double default_value, low, high;
  std::string_view about;
};

inline constexpr std::array<RatingRow, 5> rating_rows = {{
    {"extremity", "b1", .25, 0, 5,
     "log-odds of leaving one for each point of a strong memory, good or bad (assumption)"},
    {"tilt", "b2", .1, -5, 5, "and for each point of a good one (assumption)"},
    {"expectation", "g", .2, 0, 1, "how far the expectation of a reader follows the stars"},
    {"weight", "omega", 1, 0, 10, "log-odds of five stars against three"},
    {"trust", "T", .5, 0, 1, "in what strangers write"},
}};

inline namespace SOJOURN_TARGET {

/// Whole stars, 1 .. 5.
SOJOURN_INLINE int stars_of(float remembered) { return told_point(3.0F + 0.4F * remembered, 1, 5); }

/// v, -1 .. 1.
SOJOURN_INLINE float valence_of_stars(float mean) { return 0.5F * (mean - 3.0F); }

} // namespace SOJOURN_TARGET

} // namespace sojourn
