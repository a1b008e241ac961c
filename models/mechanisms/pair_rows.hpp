// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/parameters.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace sojourn {

/// Two mechanisms that should not act together without a thought. Confounded: no log of a journey
/// tells how much is due to which. Double-counted: one experience moves the same choice twice.
enum class PairProblem : std::uint8_t { confounded, double_counted };
inline constexpr std::array<std::string_view, 2> pair_problem_names = {"confounded",
                                                                       "counted twice"};

struct PairRow {
  Mechanism first, second;
  PairProblem problem;
  std::string_view why; // one sentence, without its full stop
};

inline constexpr std::array<PairRow, 6> pair_rows = {{
    {Mechanism::loss_aversion, Mechanism::negativity, PairProblem::confounded,
     "a bad moment that hurts more and one that is kept more strongly leave the same memory"},
    {Mechanism::availability, Mechanism::trust, PairProblem::confounded,
     "both are a history of good and bad that fades"},
    {Mechanism::peak_end, Mechanism::trust, PairProblem::double_counted,
     "the same bad visit speaks for leaving in memory and in lost trust"},
    {Mechanism::patience, Mechanism::sunk_cost, PairProblem::confounded,
     "whoever is still there after a long wait was patient from the start, which looks like time "
     "that holds them"},
    {Mechanism::sunk_cost, Mechanism::goal_gradient, PairProblem::confounded,
     "both hold those who have come far: behind them lies what they spent, before them little is "
     "left"},
    {Mechanism::expectation, Mechanism::adaptation, PairProblem::confounded,
     "both move what a level is held against towards the levels of the past"},
}};

} // namespace sojourn
