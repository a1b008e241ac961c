// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/flow_layout.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

constexpr double label_room = 20; // the number over a node
constexpr double level_gap = 8;   // between two levels
constexpr double exit_gap = 46;   // between two served exits: a number and a name

bool is_served(const ResultData& r, std::size_t exit) {
  return exit < r.exits.size() && r.exits[exit].outcome == "served";
}

Ribbon ribbon_of(const ResultData& r, std::size_t n, std::size_t from, std::size_t to,
                 double amount) {
  if (to >= n) {
    const bool served = is_served(r, to - n);
    return {served ? Move::served : Move::dropped,
            from,
            to - n,
            amount,
            0,
            0,
            0,
            served && from + 1 < n};
  }
  const Move move = from == n        ? Move::arrival
                    : to <= from     ? Move::loop
                    : to == from + 1 ? Move::next
                                     : Move::jump;
  return {move, from, to, amount, 0, 0, 0, move == Move::jump || move == Move::loop};
}

void collect(FlowPlan& plan, const ResultData& r, const MapView& map) {
  const std::size_t n = map.n_touchpoints();
  for (std::size_t from = 0; from <= n; ++from) {
    for (std::size_t to = 0; to <= n + r.exits.size(); ++to) {
      const double amount = map.flow(from, to);
      if (amount >= least_drawn && (from < n || to < n)) {
        plan.ribbons.push_back(ribbon_of(r, n, from, to, amount));
      } else {
        plan.not_drawn += amount;
      }
    }
  }
}

/// Order on the right side of a node, from the top: the furthest jump first, then what goes on,
/// then exits at the right, then loops (the longest lowest), at the bottom what drops out.
double source_rank(const Ribbon& ribbon) {
  const double span = static_cast<double>(ribbon.to) - static_cast<double>(ribbon.from);
  switch (ribbon.move) {
  case Move::served:
    return ribbon.arc ? -1e6 : 500;
  case Move::jump:
    return -span;
  case Move::next:
    return 0;
  case Move::loop:
    return 1000 - span;
  case Move::dropped:
    return 1e6;
  case Move::arrival:
    return 0;
  }
  return 0;
}

/// Order on the left side: what arrives first of all, jumps from afar, the former column, loops.
double target_rank(const Ribbon& ribbon) {
  const double span = static_cast<double>(ribbon.to) - static_cast<double>(ribbon.from);
  return ribbon.move == Move::arrival ? -1e6 : ribbon.move == Move::loop ? 1000 - span : -span;
}

template <class Rank>
std::vector<Ribbon*> in_order(std::vector<Ribbon*> ribbons, const Rank& rank) {
  std::stable_sort(ribbons.begin(), ribbons.end(),
                   [&](const Ribbon* a, const Ribbon* b) { return rank(*a) < rank(*b); });
  return ribbons;
}

template <class Chosen> std::vector<Ribbon*> chosen(FlowPlan& plan, const Chosen& is_chosen) {
  std::vector<Ribbon*> ribbons;
  for (Ribbon& ribbon : plan.ribbons) {
    if (is_chosen(ribbon)) {
      ribbons.push_back(&ribbon);
    }
  }
  return ribbons;
}

/// Stacks the ends of all ribbons at one node. Arrivals in the middle enter from above and take no
/// room at the left side; only the first column's come from the left.
void stack(FlowPlan& plan, std::size_t node) {
  double y = plan.nodes[node].top;
  const auto leaving = [node](const Ribbon& r) {
    return r.move != Move::arrival && r.from == node;
  };
  for (Ribbon* ribbon : in_order(chosen(plan, leaving), source_rank)) {
    ribbon->y_from = y + ribbon->amount * plan.scale / 2;
    y += ribbon->amount * plan.scale;
  }
  y = plan.nodes[node].top;
  const auto coming = [node](const Ribbon& r) {
    return r.to == node && r.move != Move::served && r.move != Move::dropped &&
           (r.move != Move::arrival || node == 0);
  };
  for (Ribbon* ribbon : in_order(chosen(plan, coming), target_rank)) {
    ribbon->y_to = y + ribbon->amount * plan.scale / 2;
    y += ribbon->amount * plan.scale;
  }
}

/// Served exits stand below each other at the right; arcs from afar end on top.
void place_exits(FlowPlan& plan, const ResultData& r, const MapView& map) {
  plan.exits.resize(r.exits.size());
  double top = 0;
  bool first = true;
  for (std::size_t e = 0; e < r.exits.size(); ++e) {
    FlowNode& exit = plan.exits[e];
    for (std::size_t from = 0; from <= map.n_touchpoints(); ++from) {
      exit.visits += map.flow(from, map.n_touchpoints() + e);
    }
    if (!is_served(r, e)) {
      continue;
    }
    const double height = std::max(3.0, exit.visits * plan.scale);
    top = first ? -height / 2 : top + exit_gap;
    first = false;
    exit.top = top;
    exit.bottom = top += height;
    double y = exit.top;
    const auto ending = [e](const Ribbon& x) { return x.move == Move::served && x.to == e; };
    for (Ribbon* ribbon : in_order(chosen(plan, ending),
                                   [](const Ribbon& x) { return static_cast<double>(x.from); })) {
      ribbon->y_to = y + ribbon->amount * plan.scale / 2;
      y += ribbon->amount * plan.scale;
    }
    plan.bottom = std::max(plan.bottom, exit.bottom + 40);
    plan.top = std::min(plan.top, exit.top - label_room);
  }
}

/// Who comes to a touchpoint: all its visits, and those who are still there at the end.
double coming(const MapView& map, std::size_t touchpoint) {
  double all = 0;
  for (std::size_t from = 0; from <= map.n_touchpoints(); ++from) {
    all += map.flow(from, touchpoint);
  }
  return all;
}

struct Span {
  std::size_t first, last;
  double edge; // of the ribbon that lies there, away from the nodes
};

Span span_of(const Ribbon& r, std::size_t n) {
  const std::size_t to = r.move == Move::served ? n : r.to;
  return {std::min(r.from, to), std::max(r.from, to), 0};
}

/// Levels outwards from the nodes, short spans first, each outside of all it overlaps with.
/// `side` -1: above, +1: below.
void place_levels(FlowPlan& plan, std::size_t n, double side, bool loops) {
  const auto wanted = [loops](const Ribbon& r) { return r.arc && (r.move == Move::loop) == loops; };
  const auto length = [n](const Ribbon& r) {
    const Span s = span_of(r, n);
    return static_cast<double>(s.last - s.first);
  };
  std::vector<Span> taken;
  for (Ribbon* ribbon : in_order(chosen(plan, wanted), length)) {
    Span span = span_of(*ribbon, n);
    double edge = 0; // distance from the middle that is free
    for (std::size_t t = span.first; t <= std::min(span.last, n - 1); ++t) {
      edge = std::max(edge, side < 0 ? label_room - plan.nodes[t].top : plan.nodes[t].bottom + 12);
    }
    for (const Span& other : taken) {
      const bool apart = other.last <= span.first || other.first >= span.last;
      const bool both_points = other.first == other.last || span.first == span.last;
      if (!apart || (both_points && other.first <= span.last && span.first <= other.last)) {
        edge = std::max(edge, other.edge + level_gap);
      }
    }
    const double width = std::max(1.3, ribbon->amount * plan.scale);
    ribbon->level = side * (edge + width / 2);
    span.edge = edge + width;
    taken.push_back(span);
    (side < 0 ? plan.top : plan.bottom) =
        side < 0 ? std::min(plan.top, -span.edge) : std::max(plan.bottom, span.edge);
  }
}

} // namespace

double flow_scale(const ResultData& result) {
  double busiest = 0;
  for (const double visits : result.map.visits) {
    busiest = std::isfinite(visits) ? std::max(busiest, visits) : busiest;
  }
  return busiest > 0 ? std::min(0.36, 62 / busiest) : 0.36;
}

FlowPlan plan_flow(const ResultData& result, std::size_t arm, std::size_t group, double scale) {
  const MapView map(result, arm, group);
  const std::size_t n = map.n_touchpoints();
  FlowPlan plan;
  plan.scale = scale;
  collect(plan, result, map);
  for (std::size_t t = 0; t < n; ++t) {
    const double visits = coming(map, t);
    const double height = std::max(3.0, visits * scale);
    plan.nodes.push_back({visits, -height / 2, height / 2});
    plan.top = std::min(plan.top, -height / 2 - label_room);
    plan.bottom = std::max(plan.bottom, height / 2);
  }
  for (std::size_t t = 0; t < n; ++t) {
    stack(plan, t);
  }
  place_exits(plan, result, map);
  if (n > 0) {
    place_levels(plan, n, -1, false);
    place_levels(plan, n, +1, true);
  }
  return plan;
}

} // namespace sojourn::output
