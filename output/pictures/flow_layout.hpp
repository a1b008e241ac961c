// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/view.hpp"

#include <vector>

// Where the ribbons of a journey map lie, vertically, in px around the middle of the nodes (y = 0).
// A node is as high as what comes to it; what comes in and what goes out are stacked on its two
// sides, so that everything adds up, those who are still there at the end included. Jumps get levels above, loops levels below, in the order of their spans.
namespace sojourn::output {

enum class Move {
  next,    // to the next column
  jump,    // further right: an arc above
  loop,    // back, or to itself: below
  served,  // to a served exit at the right
  dropped, // to any other exit: down into its lane
  arrival  // from the start
};

struct Ribbon {
  Move move = Move::next;
  std::size_t from = 0, to = 0; // `to` of exits: the exit's index; unfinished: after the last exit
  double amount = 0;            // per 100 journeys
  double y_from = 0, y_to = 0;  // middle of the ribbon at its ends
  double level = 0;             // middle of the flat part of jumps, loops and arcs to exits
  bool arc = false;             // drawn over a level
};

struct FlowNode {
  double visits = 0;
  double top = 0, bottom = 0;
};

struct FlowPlan {
  double scale = 0;            // px per journey in 100
  std::vector<FlowNode> nodes; // [touchpoint]
  std::vector<FlowNode> exits; // [exit], only the served ones have a place
  std::vector<Ribbon> ribbons; // those of at least `least_drawn`
  double top = 0, bottom = 0;  // extent of everything
  double not_drawn = 0;        // sum of what is too thin to draw
};

inline constexpr double least_drawn = 0.5; // per 100 journeys

[[nodiscard]] FlowPlan plan_flow(const ResultData& result, std::size_t arm, std::size_t group,
                                 double scale);

/// One scale for all maps of a result: the busiest touchpoint is 62 px high, 0.36 px per journey at
/// most.
[[nodiscard]] double flow_scale(const ResultData& result);

} // namespace sojourn::output
