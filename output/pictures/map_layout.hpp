// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/svg.hpp"
#include "output/pictures/view.hpp"

// The parts of a journey map share one layout: a column per touchpoint in the file's order, the
// panels from top to bottom. Each part is drawn by its own function.
namespace sojourn::output::map_parts {

struct Which {
  const ResultData& result;
  std::size_t arm = 0, group = 0;
  [[nodiscard]] MapView view() const { return {result, arm, group}; }
};

/// Room the flow takes above and below the middle of its nodes, and what it drops into.
struct FlowRoom {
  double above = 0, below = 0;
  double scale = 0; // px per journey in 100
};

struct Layout {
  std::size_t n = 0;
  double left = 106, column = 87, width = 1180;
  double limit = 5; // affect at the top of the panel
  double names_top = 46, names_lines = 1;
  double channels_y = 0; // top of the icons
  double legend_y = 0;   // base line
  double truth_top = 0, panel_top = 0, panel_height = 224, pain_top = 0;
  double flow_top = 0, flow_middle = 0, lanes_top = 0;
  double front_top = 0, front_height = 0, back_top = 0, back_height = 0;
  double height = 0;

  [[nodiscard]] double right() const { return left + column * static_cast<double>(n); }
  [[nodiscard]] double x(std::size_t touchpoint) const {
    return left + column * (static_cast<double>(touchpoint) + 0.5);
  }
  /// y of an affect, clamped to the panel, which reaches from -limit to +limit.
  [[nodiscard]] double y(double affect) const;
  [[nodiscard]] double remembered_x() const { return right() + 84; }
  [[nodiscard]] double exit_x() const { return right() + 62; }
};

[[nodiscard]] Layout layout_of(const Which& which, const FlowRoom& room);

/// The largest room any arm needs for this group, on one scale for all maps of a result, so that
/// nothing jumps when a reader switches.
[[nodiscard]] FlowRoom flow_room(const ResultData& result, std::size_t group);

/// Affect at the ends of the panel: 2 to 5, the same in every map of a result, so that nine in ten
/// of everyone and half of every persona fit.
[[nodiscard]] double affect_limit(const ResultData& result);

/// Exits that people drop into: everything but the served ones, then "unfinished" where anybody is.
[[nodiscard]] std::vector<std::size_t> dropped_exits(const ResultData& result);

/// A count per 100 journeys: one decimal below 10.
[[nodiscard]] std::string per_hundred(double amount);

[[nodiscard]] std::string draw_heads(const Which& which, const Layout& layout);
[[nodiscard]] std::string draw_feelings(const Which& which, const Layout& layout);
[[nodiscard]] std::string draw_annotations(const Which& which, const Layout& layout);
[[nodiscard]] std::string draw_flow(const Which& which, const Layout& layout, const FlowRoom& room);
[[nodiscard]] std::string draw_stages(const Which& which, const Layout& layout);

struct StageHeights {
  double front = 0, back = 0;
};
[[nodiscard]] StageHeights stage_heights(const Which& which, const Layout& layout);

} // namespace sojourn::output::map_parts
