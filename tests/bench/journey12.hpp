// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"

#include <array>

// The journey that simulators are compared on: 12 touchpoints of resolving an incident, two ways
// out, unlimited capacity. Exact: completion .820152, mean time 163.92 min.
namespace sojourn::bench {

struct Edge {
  int to; // 12 complete, 13 abandon
  double share;
};
struct Place {
  double mean;                     // minutes, exponential
  double affect, affect_sd, sigma; // with psychology: lognormal time of the same mean
  std::array<Edge, 4> edges;
};

inline constexpr int complete = 12, abandon = 13;
inline constexpr std::array<Place, 12> journey12 = {{
    {4, -1.5, 2.0, 0.6, {{{1, .55}, {2, .35}, {3, .10}, {0, 0}}}},
    {8, 0.0, 3.0, 0.8, {{{10, .25}, {2, .42}, {3, .25}, {13, .08}}}},
    {6, -0.5, 2.75, 0.9, {{{4, .86}, {2, .08}, {13, .06}, {0, 0}}}},
    {7, 0.25, 2.5, 0.7, {{{4, .72}, {2, .22}, {13, .06}, {0, 0}}}},
    {5, 0.5, 2.0, 0.5, {{{5, .72}, {6, .28}, {0, 0}, {0, 0}}}},
    {15, 0.5, 3.0, 0.8, {{{8, .48}, {6, .28}, {7, .24}, {0, 0}}}},
    {60, -0.25, 3.0, 1.0, {{{8, .50}, {7, .28}, {9, .22}, {0, 0}}}},
    {12, -1.0, 2.25, 0.8, {{{5, .50}, {6, .45}, {13, .05}, {0, 0}}}},
    {20, 2.0, 3.0, 0.7, {{{10, .66}, {11, .34}, {0, 0}, {0, 0}}}},
    {90, -2.25, 2.75, 1.0, {{{6, .40}, {8, .42}, {2, .18}, {0, 0}}}},
    {3, 2.5, 2.5, 0.4, {{{12, .90}, {11, .10}, {0, 0}, {0, 0}}}},
    {10, -3.5, 2.5, 0.7, {{{4, .50}, {6, .40}, {13, .10}, {0, 0}}}},
}};

/// The bare journey, or with feelings, every mechanism that needs no waiting, and choices where
/// people may give up.
[[nodiscard]] Scenario journey12_scenario(bool psychology);

} // namespace sojourn::bench
