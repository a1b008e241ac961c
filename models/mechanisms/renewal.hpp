// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

#include <algorithm>
#include <array>
#include <string_view>

// Whether a service is renewed after a period: one decision of those who own its outcome (customer)
// and pay for it (sponsor), from what reaches them.
//   P = 1 / (1 + exp(-(r_0 + r_X (X - 5) + r_O O - r_R R + G)))
// X satisfaction, 0 to 10: their own, and what users *answered* (nobody reads their minds);
// weighted by influence x interest. O outcome against cost: (value recognised - prices paid) of
// what could have been had. R risk: the share of journeys that end lost or at a competitor.
// G what they look at besides, with a goal for each: sum of w (min(max(I / goal, 0), 2) - 1), I what
// was reached; 0 where every goal is just reached.
// Assumption throughout: form after ITIL 4 Drive Stakeholder Value (users, customers, sponsors;
// value is outcomes against costs and risks), no published sizes. Neglected: contracts that bind,
// negotiation, and prices of alternatives.
namespace sojourn {

struct RenewalRow {
  std::string_view id, symbol, unit;
  double default_value, low, high, band_low, band_high;
  std::string_view about;
};

inline constexpr std::array<RenewalRow, 4> renewal_rows = {{
    {"base", "r_0", "log-odds", 0, -20, 20, -2, 2, "where everything is neutral"},
    {"experience", "r_X", "log-odds per point", .5, 0, 20, .2, 1,
     "of satisfaction above 5, as it is known"},
    {"outcome", "r_O", "log-odds", 2, 0, 50, 1, 4, "of recognising all that could be had"},
    {"risk", "r_R", "log-odds", 2, 0, 50, 1, 4, "of failing everybody"},
}};

struct RenewalWeights {
  double base = 0, experience = 0, outcome = 0, risk = 0;
};

/// What is known after a period; X on 0 .. 10, O at most 1, R on 0 .. 1.
struct RenewalInputs {
  double satisfaction = 5, outcome = 0, risk = 0;
  double goals = 0; // log-odds of what else was to be reached
};

/// Of one goal, log-odds: 0 where it is reached, -weight for nothing, +weight for twice as much.
[[nodiscard]] constexpr double odds_of_goal(double weight, double goal, double reached) {
  return weight * (std::clamp(reached / goal, 0.0, 2.0) - 1);
}

/// P, 0 .. 1.
[[nodiscard]] inline double renewal_chance(const RenewalWeights& weights,
                                           const RenewalInputs& known) {
  const double odds = weights.base + weights.experience * (known.satisfaction - 5) +
                      weights.outcome * known.outcome - weights.risk * known.risk + known.goals;
  return 1 / (1 + exp_double(-std::clamp(odds, -50.0, 50.0)));
}

} // namespace sojourn
