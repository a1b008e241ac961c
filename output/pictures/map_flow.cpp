// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/flow_layout.hpp"
#include "output/pictures/map_layout.hpp"
#include "output/pictures/palette.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output::map_parts {
namespace {

constexpr double half_node = 5; // px, half the width of a node

struct Canvas {
  const Which& which;
  const Layout& l;
  const FlowPlan& plan;
  [[nodiscard]] double y(double value) const { return l.flow_middle + value; }
  [[nodiscard]] double width(const Ribbon& r) const { return std::max(1.3, r.amount * plan.scale); }
};

std::string stroke(const Path& path, double width, std::string_view colour, const char* opacity) {
  return element("path", {{"d", path.text()},
                          {"fill", "none"},
                          {"stroke", colour},
                          {"stroke-opacity", opacity},
                          {"stroke-width", width}});
}

std::string number(double x, double y, double amount, std::string_view colour, bool halo) {
  return text_at(x, y, per_hundred(amount),
                 {.size = 11.5,
                  .weight = colour == palette::quiet ? Weight::regular : Weight::semibold,
                  .fill = colour,
                  .anchor = Anchor::middle,
                  .halo = halo});
}

/// Between two neighbours, from the left edge, or into an exit beside the last column.
std::string straight(const Canvas& c, const Ribbon& r, double x1, double x2,
                     std::string_view colour, const char* opacity) {
  const double middle = (x1 + x2) / 2;
  Path path;
  path.move(x1, c.y(r.y_from)).cubic(middle, c.y(r.y_from), middle, c.y(r.y_to), x2, c.y(r.y_to));
  return stroke(path, c.width(r), colour, opacity);
}

/// Up to its level, along, and down again.
std::string arc(const Canvas& c, const Ribbon& r, std::string_view colour, const char* opacity) {
  const double x1 = c.l.x(r.from) + half_node;
  const double x2 = r.move == Move::served ? c.l.exit_x() : c.l.x(r.to) - half_node;
  const double bend = std::min(c.l.column * 0.55, (x2 - x1) / 2 - 2);
  const double y1 = c.y(r.y_from);
  const double y2 = c.y(r.y_to);
  const double level = c.y(r.level);
  Path path;
  path.move(x1, y1)
      .cubic(x1 + bend * 0.55, y1, x1 + bend * 0.45, level, x1 + bend, level)
      .to(x2 - bend, level)
      .cubic(x2 - bend * 0.45, level, x2 - bend * 0.55, y2, x2, y2);
  const double at = std::min(x1 + bend + 12, (x1 + x2) / 2);
  return stroke(path, c.width(r), colour, opacity) +
         number(at, level + 4, r.amount, r.move == Move::served ? palette::good : palette::quiet,
                c.width(r) < 14);
}

/// How far a loop leans out beside its two columns, by its control points.
double turn_of(const Canvas& c, const Ribbon& r) {
  return (std::min(26.0, c.l.column * 0.28) + c.width(r) / 2) * 1.25;
}

double lane_of(const Canvas& c, std::size_t exit) {
  const auto lanes = dropped_exits(c.which.result);
  return static_cast<double>(std::find(lanes.begin(), lanes.end(), exit) - lanes.begin());
}

double drop_x(const Canvas& c, const Ribbon& r) {
  return c.l.x(r.from) + c.l.column * std::max(0.2, 0.44 - 0.1 * lane_of(c, r.to));
}

/// Where something goes down through the level of a loop, and half its width.
std::vector<std::pair<double, double>> crossings(const Canvas& c, const Ribbon& loop) {
  constexpr double furthest = 0.75; // of the control points a cubic with two alike comes so far
  std::vector<std::pair<double, double>> out;
  for (const Ribbon& r : c.plan.ribbons) {
    if (r.move == Move::dropped) {
      out.emplace_back(drop_x(c, r), std::max(1.6, c.width(r)) / 2);
    } else if (r.move == Move::loop && r.level > loop.level) {
      out.emplace_back(c.l.x(r.from) + half_node + furthest * turn_of(c, r), c.width(r) / 2);
      out.emplace_back(c.l.x(r.to) - half_node - furthest * turn_of(c, r), c.width(r) / 2);
    }
  }
  return out;
}

/// The middle of a loop, or the place nearest to it where arrow and number cross nothing.
double label_x(const Canvas& c, const Ribbon& loop, double left, double right) {
  const auto all = crossings(c, loop);
  const auto is_free = [&](double at) {
    return std::none_of(all.begin(), all.end(), [at](const auto& each) {
      return each.first + each.second > at - 16 && each.first - each.second < at + 22;
    });
  };
  const double middle = (left + right) / 2;
  for (double aside = 0; aside < (right - left) / 2 - 20; aside += 4) {
    for (const double at : {middle - aside, middle + aside}) {
      if (is_free(at)) {
        return at;
      }
    }
  }
  return middle;
}

/// Out at the right, below everything, back to the left side.
std::string loop(const Canvas& c, const Ribbon& r) {
  const double x1 = c.l.x(r.from) + half_node;
  const double x2 = c.l.x(r.to) - half_node;
  const double turn = turn_of(c, r);
  const double level = c.y(r.level);
  Path path;
  path.move(x1, c.y(r.y_from))
      .cubic(x1 + turn, c.y(r.y_from), x1 + turn, level, x1 - 6, level)
      .to(x2 + 6, level)
      .cubic(x2 - turn, level, x2 - turn, c.y(r.y_to), x2, c.y(r.y_to));
  const double at = label_x(c, r, x2, x1);
  Path arrow;
  arrow.move(at - 12, level).to(at - 5, level - 4).to(at - 5, level + 4).close();
  return stroke(path, c.width(r), palette::bad, "0.26") +
         element("path", {{"d", arrow.text()}, {"fill", palette::bad}}) +
         number(at + 8, level + 4, r.amount, palette::bad, c.width(r) < 14);
}

std::string arrow_down(double x, double y, std::string_view colour) {
  Path path;
  path.move(x - 4.5, y - 7).to(x + 4.5, y - 7).to(x, y).close();
  return element("path", {{"d", path.text()}, {"fill", colour}});
}

std::string_view exit_colour(const ResultData& r, std::size_t exit) {
  const bool lost = exit < r.exits.size() && r.exits[exit].outcome != "off-boarded";
  return lost ? palette::bad : palette::quiet;
}

double lane_y(const Canvas& c, std::size_t exit) {
  return c.l.lanes_top + 16 + lane_of(c, exit) * 30;
}

std::string drop(const Canvas& c, const Ribbon& r) {
  const double x1 = c.l.x(r.from) + half_node;
  const double x2 = drop_x(c, r);
  const double y1 = c.y(r.y_from);
  const double y2 = lane_y(c, r.to);
  Path path;
  path.move(x1, y1).cubic(x2, y1, x2, y1 + 6, x2, std::min(y1 + 34, y2 - 8)).to(x2, y2 - 6);
  const std::string_view colour = exit_colour(c.which.result, r.to);
  return stroke(path, std::max(1.6, c.width(r)), colour, c.width(r) > 5 ? "0.5" : "0.9") +
         arrow_down(x2, y2 + 1, colour) +
         text_at(x2, y2 + 14, per_hundred(r.amount),
                 {.size = 12,
                  .weight = Weight::semibold,
                  .fill = colour,
                  .anchor = Anchor::middle,
                  .halo = true});
}

std::string arrival(const Canvas& c, const Ribbon& r) {
  if (r.to == 0) {
    Ribbon from_left = r;
    from_left.y_from = r.y_to;
    return straight(c, from_left, c.l.left - 2, c.l.x(0) - half_node, palette::ink, "0.17");
  }
  const double x = c.l.x(r.to);
  const double y = c.l.flow_top + 10;
  const double end = c.y(c.plan.nodes[r.to].top) - 19;
  return line(x, y + 5, x, end - 6, palette::quiet, 1.2, "3 2") +
         arrow_down(x, end, palette::quiet) +
         text_at(x, y, per_hundred(r.amount) + " start here",
                 {.size = 11.5, .fill = palette::quiet, .anchor = Anchor::middle, .halo = true});
}

std::string ribbon(const Canvas& c, const Ribbon& r) {
  switch (r.move) {
  case Move::next:
    return straight(c, r, c.l.x(r.from) + half_node, c.l.x(r.to) - half_node, palette::ink, "0.17");
  case Move::jump:
    return arc(c, r, palette::ink, "0.17");
  case Move::loop:
    return loop(c, r);
  case Move::served:
    return r.arc ? arc(c, r, palette::good, "0.42")
                 : straight(c, r, c.l.x(r.from) + half_node, c.l.exit_x(), palette::good, "0.42");
  case Move::dropped:
    return drop(c, r);
  case Move::arrival:
    return arrival(c, r);
  }
  return {};
}

std::string node(double x, const Canvas& c, const FlowNode& n, std::string_view colour) {
  return element("rect", {{"x", x - half_node},
                          {"y", c.y(n.top)},
                          {"width", 2 * half_node},
                          {"height", n.bottom - n.top},
                          {"rx", 2.0},
                          {"fill", colour}}) +
         text_at(x, c.y(n.top) - 6, per_hundred(n.visits),
                 {.size = 11.5,
                  .weight = Weight::semibold,
                  .fill = colour,
                  .anchor = Anchor::middle,
                  .halo = true});
}

std::string nodes(const Canvas& c) {
  std::string out;
  for (std::size_t t = 0; t < c.l.n; ++t) {
    out += c.plan.nodes[t].visits > 0 ? node(c.l.x(t), c, c.plan.nodes[t], palette::ink) : "";
  }
  for (std::size_t e = 0; e < c.plan.exits.size(); ++e) {
    const ExitInfo& exit = c.which.result.exits[e];
    if (exit.outcome == "served") {
      const double x = c.l.exit_x() + half_node;
      out += node(x, c, c.plan.exits[e], palette::good) +
             text_lines(x, c.y(c.plan.exits[e].bottom) + 15,
                        wrap(exit.name.empty() ? exit.id : exit.name, 12, 116, 2, Weight::semibold),
                        13,
                        {.size = 12,
                         .weight = Weight::semibold,
                         .fill = palette::good,
                         .anchor = Anchor::middle});
    }
  }
  return out;
}

std::string lane(const Canvas& c, std::size_t exit) {
  const ResultData& r = c.which.result;
  const MapView map = c.which.view();
  double all = 0;
  for (std::size_t from = 0; from <= c.l.n; ++from) {
    all += map.flow(from, c.l.n + exit);
  }
  const double y = lane_y(c, exit);
  const std::string name = exit == r.exits.size()       ? "still under way"
                           : r.exits[exit].name.empty() ? r.exits[exit].id
                                                        : r.exits[exit].name;
  const auto lines = wrap(name, 11.5, c.l.left - 18, 2);
  const Font font{.size = 11.5, .fill = exit_colour(r, exit), .anchor = Anchor::end};
  return line(c.l.left, y + 1.5, c.l.right() + 14, y + 1.5, palette::rule, 0.7) +
         text_lines(c.l.left - 14, y + (lines.size() > 1 ? -1 : 5), lines, 13, font) +
         text_at(c.l.right() + 20, y + 5, per_hundred(all) + " in all",
                 {.size = 12, .weight = Weight::semibold, .fill = exit_colour(r, exit)});
}

std::string labels(const Canvas& c) {
  const double x = c.l.left - 14;
  const Font quiet{.size = 11.5, .fill = palette::quiet, .anchor = Anchor::end};
  return text_lines(x, c.l.flow_middle - 12, {"Who goes", "where"}, 16,
                    {.weight = Weight::semibold, .anchor = Anchor::end}) +
         text_lines(x, c.l.flow_middle + 22, {"per 100", "journeys"}, 13, quiet);
}

} // namespace

FlowRoom flow_room(const ResultData& result, std::size_t group) {
  FlowRoom room{26, 40, flow_scale(result)}; // the words at the left need some
  for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
    const FlowPlan plan = plan_flow(result, arm, group, room.scale);
    room.above = std::max(room.above, -plan.top);
    room.below = std::max(room.below, plan.bottom);
  }
  return room;
}

std::string draw_flow(const Which& which, const Layout& l, const FlowRoom& room) {
  const FlowPlan plan = plan_flow(which.result, which.arm, which.group, room.scale);
  const Canvas c{which, l, plan};
  std::string out = labels(c);
  for (const std::size_t exit : dropped_exits(which.result)) {
    out += lane(c, exit);
  }
  // Wide ribbons first, arrivals and drops over them.
  for (const bool thin : {false, true}) {
    for (const Ribbon& r : plan.ribbons) {
      const bool on_top = r.move == Move::dropped || (r.move == Move::arrival && r.to > 0);
      out += on_top == thin ? ribbon(c, r) : "";
    }
  }
  if (plan.not_drawn >= 0.05) {
    out += text_at(l.left, l.front_top - 10,
                   "Not drawn: moves of fewer than " + per_hundred(least_drawn) +
                       " in 100 journeys, " + per_hundred(plan.not_drawn) + " in all.",
                   {.size = 11.5, .fill = palette::quiet});
  }
  return out + nodes(c);
}

} // namespace sojourn::output::map_parts
