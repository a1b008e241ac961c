// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include <string>

namespace sojourn::output {

enum class PaysBack : unsigned char {
  unknown,       // no interval of the gain
  always,        // both ends of the time are finite
  perhaps_never, // the gain may be 0 or less: `latest` is infinite
  never          // the whole interval of the gain is 0 or less: all times are infinite
};

/// When a one-off cost has come back.
struct BreakEven {
  double time = missing;     // at the estimated gain; infinite if that is 0 or less
  double earliest = missing; // the ends of the gain's interval, turned over
  double latest = missing;
  double level = 0.95;
  PaysBack pays_back = PaysBack::unknown;
  std::string note; // "may never pay back: the gain may be 0 or less"; empty where all is finite
};

/// cost / gain, cost >= 0 (asserted) in money, gain in money per unit of time, answer in that unit.
/// Because the cost is certain, {cost / g : g in the interval} has the level of the gain's
/// interval. Cost 0 is back at once if the gain is not negative.
[[nodiscard]] BreakEven break_even(double cost, const Interval& gain);

/// The highest one-off cost that `period` units of time pay for: gain x period, cut off at 0 (a
/// loss is worth no cost at all); the level carries over.
[[nodiscard]] Interval highest_cost_worth(const Interval& gain, double period);

} // namespace sojourn::output
