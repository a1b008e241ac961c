// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/map_layout.hpp"

#include "output/pictures/number.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output::map_parts {
namespace {

constexpr double page_width = 1180, right_lane = 124;
constexpr double narrowest = 72, widest = 190, least_width = 760;
constexpr double lane_height = 38, exit_lane_height = 30;
constexpr std::size_t most_name_lines = 5;

void set_columns(Layout& layout) {
  const double n = static_cast<double>(std::max<std::size_t>(layout.n, 1));
  layout.column = std::clamp((page_width - layout.left - right_lane) / n, narrowest, widest);
  layout.width = std::max(least_width, layout.right() + right_lane);
}

double longest_name(const ResultData& result, const Layout& layout) {
  std::size_t lines = 1;
  for (const TouchpointInfo& touchpoint : result.touchpoints) {
    lines = std::max(
        lines,
        wrap(touchpoint.name, 13, layout.column - 12, most_name_lines, Weight::semibold).size());
  }
  return static_cast<double>(lines);
}

} // namespace

double Layout::y(double affect) const {
  return panel_top + panel_height / 2 -
         std::clamp(affect, -limit, limit) / limit * (panel_height / 2);
}

double affect_limit(const ResultData& result) {
  double furthest = 0;
  const auto see = [&furthest](double affect) {
    furthest = std::isfinite(affect) ? std::max(furthest, std::abs(affect)) : furthest;
  };
  for (std::size_t cell = 0; cell < result.arms.size() * result.n_groups(); ++cell) {
    const std::size_t group = cell % result.n_groups();
    const MapView map(result, cell / result.n_groups(), group);
    for (const double level : {group == 0 ? 0.05 : 0.25, group == 0 ? 0.95 : 0.75}) {
      see(map.remembered(level));
      for (std::size_t t = 0; t < map.n_touchpoints(); ++t) {
        see(map.quantile(t, level));
      }
    }
  }
  return std::clamp(std::ceil(furthest), 2.0, 5.0);
}

std::vector<std::size_t> dropped_exits(const ResultData& result) {
  std::vector<std::size_t> exits;
  for (std::size_t e = 0; e < result.exits.size(); ++e) {
    if (result.exits[e].outcome != "served") {
      exits.push_back(e);
    }
  }
  for (std::size_t cell = 0; cell < result.arms.size() * result.n_groups(); ++cell) {
    const MapView map(result, cell / result.n_groups(), cell % result.n_groups());
    for (std::size_t from = 0; from <= map.n_touchpoints(); ++from) {
      if (map.flow(from, map.n_touchpoints() + result.exits.size()) >= 0.05) {
        exits.push_back(result.exits.size());
        return exits;
      }
    }
  }
  return exits;
}

std::string per_hundred(double amount) {
  return amount < 9.95 ? coordinate(amount) : fixed(amount, 0);
}

Layout layout_of(const Which& which, const FlowRoom& room) {
  Layout l;
  l.n = which.result.touchpoints.size();
  l.limit = affect_limit(which.result);
  set_columns(l);
  l.names_lines = longest_name(which.result, l);
  l.channels_y = l.names_top + l.names_lines * 15 + 6;
  l.legend_y = l.channels_y + 40;
  l.truth_top = l.legend_y + 10;
  l.panel_top = l.truth_top + lane_height;
  l.pain_top = l.panel_top + l.panel_height;
  l.flow_top = l.pain_top + lane_height + 14;
  l.flow_middle = l.flow_top + room.above + 24;
  l.lanes_top = l.flow_middle + room.below + 10;
  const double lanes = static_cast<double>(dropped_exits(which.result).size());
  l.front_top = l.lanes_top + lanes * exit_lane_height + 24;
  const StageHeights stages = stage_heights(which, l);
  l.front_height = stages.front;
  l.back_height = stages.back;
  l.back_top = l.front_top + l.front_height + (stages.front > 0 ? 26 : 12);
  l.height = stages.front + stages.back > 0 ? l.back_top + l.back_height + 6 : l.front_top;
  return l;
}

} // namespace sojourn::output::map_parts
