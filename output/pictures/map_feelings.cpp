// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/curve.hpp"
#include "output/pictures/map_layout.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output::map_parts {
namespace {

constexpr Font left_label{.weight = Weight::semibold, .anchor = Anchor::end};
constexpr Font left_note{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};

/// Columns that somebody visited, with a value of the function.
template <class Value>
std::vector<Point> points_of(const Layout& l, const MapView& map, const Value& value) {
  std::vector<Point> points;
  for (std::size_t t = 0; t < l.n; ++t) {
    const double affect = value(map, t);
    if (std::isfinite(affect) && map.visits(t) > 0) {
      points.push_back({l.x(t), l.y(affect)});
    }
  }
  return points;
}

std::vector<Point> quantile_points(const Layout& l, const MapView& map, double level) {
  return points_of(l, map,
                   [level](const MapView& m, std::size_t t) { return m.quantile(t, level); });
}

std::string face(double x, double y, int mood) {
  const double corner = mood > 0 ? 1.8 : mood < 0 ? 4.0 : 2.8;
  const double bend = mood * 3.2;
  Path mouth;
  mouth.move(x - 3.4, y + corner)
      .cubic(x - 1.1, y + corner + bend * 0.67, x + 1.1, y + corner + bend * 0.67, x + 3.4,
             y + corner);
  const auto eye = [&](double side) {
    return element("circle", {{"cx", x + side}, {"cy", y - 1.8}, {"r", 0.9}});
  };
  return element("circle", {{"cx", x},
                            {"cy", y},
                            {"r", 7.5},
                            {"fill", "none"},
                            {"stroke", palette::quiet},
                            {"stroke-width", "1.2"}}) +
         element("g", {{"fill", palette::quiet}}, eye(-2.6) + eye(2.6)) +
         element("path", {{"d", mouth.text()},
                          {"fill", "none"},
                          {"stroke", palette::quiet},
                          {"stroke-width", "1.2"},
                          {"stroke-linecap", "round"}});
}

std::string axis(const Layout& l) {
  std::string out = text_at(l.left - 14, l.channels_y + 12, "How it feels", left_label);
  for (double affect = -l.limit; affect <= l.limit; affect += 1) {
    out += line(l.left, l.y(affect), l.right() + 14, l.y(affect),
                affect == 0 ? palette::axis : palette::rule, affect == 0 ? 1 : 0.7);
  }
  const auto label = [&](double affect, const char* words, int mood) {
    const double y = l.y(affect * 0.93);
    out += face(l.left - 22, y, mood) +
           text_at(l.left - 36, y + 4, words + with_sign(affect, 0), left_note);
  };
  label(l.limit, l.limit >= 5 ? "delighted " : "good ", 1);
  label(0, "neutral ", 0);
  label(-l.limit, l.limit >= 5 ? "desperate " : "bad ", -1);
  return out;
}

std::string filled(const std::string& path, std::string_view colour, const char* opacity) {
  return path.empty() ? ""
                      : element("path", {{"d", path}, {"fill", colour}, {"fill-opacity", opacity}});
}

std::string box(double x, double half, double top, double bottom, std::string_view colour,
                const char* opacity) {
  return element("rect", {{"x", x - half},
                          {"y", top},
                          {"width", 2 * half},
                          {"height", std::max(0.0, bottom - top)},
                          {"fill", colour},
                          {"fill-opacity", opacity}});
}

/// A band between two quantiles; a lone column gets a bar.
std::string band(const Layout& l, const MapView& map, double low, double high,
                 std::string_view colour, const char* opacity) {
  const auto lower = quantile_points(l, map, low);
  const auto upper = quantile_points(l, map, high);
  if (lower.size() == 1 && upper.size() == 1) {
    return box(lower[0].x, 11, upper[0].y, lower[0].y, colour, opacity);
  }
  return filled(area_path(upper, lower), colour, opacity);
}

std::string stroke(const std::string& path, std::string_view colour, const char* width,
                   const char* dashes = "") {
  return path.empty() ? ""
                      : element("path", {{"d", path},
                                         {"fill", "none"},
                                         {"stroke", colour},
                                         {"stroke-width", width},
                                         {"stroke-dasharray", dashes},
                                         {"stroke-linecap", "round"}});
}

/// Names of the two lines where they end, moved apart where they are too close.
std::string line_names(const Which& w, const Layout& l, const std::vector<Point>& own,
                       const std::vector<Point>& today) {
  if (own.empty()) {
    return {};
  }
  const double x = own.back().x + 10;
  const double room = l.remembered_x() - 22 - x;
  const std::string_view colour = arm_colour(w.arm);
  const auto lines =
      wrap(w.arm == 0 ? "today" : short_name(w.result, w.arm), 12, room, 2, Weight::semibold);
  const double height = static_cast<double>(lines.size()) * 13;
  double y = own.back().y + 4;
  double other = today.empty() ? y : today.back().y + 4;
  if (w.arm > 0 && !today.empty() && other > y - 14 && other < y + height) {
    (other < y ? other : y) -= 0.5 * (14 - std::abs(other - y));
    other = other < y ? y - 14 : y + height;
  }
  return text_lines(x, y, lines, 13,
                    {.size = 12, .weight = Weight::semibold, .fill = colour, .halo = true}) +
         (w.arm > 0 && !today.empty()
              ? text_at(x, other, "today", {.size = 12, .fill = palette::today, .halo = true})
              : "");
}

std::string dots(const std::vector<Point>& points, std::string_view colour) {
  std::string out;
  for (const Point& p : points) {
    out += element("circle", {{"cx", p.x},
                              {"cy", p.y},
                              {"r", 3.6},
                              {"fill", palette::paper},
                              {"stroke", colour},
                              {"stroke-width", "2"}});
  }
  return out;
}

/// What is left at the end of the journey, beside what was lived: same bands, a full dot.
std::string remembered(const Which& w, const Layout& l) {
  const MapView map = w.view();
  const double x = l.remembered_x();
  const double median = map.remembered(0.5);
  const Font head{.size = 11.5, .fill = palette::quiet, .anchor = Anchor::middle};
  std::string out = text_lines(x, l.panel_top - 22, {"remembered", "at the end"}, 13, head);
  if (!std::isfinite(median)) {
    return out + text_at(x, l.y(0) + 4, "–", head);
  }
  const std::string_view colour = arm_colour(w.arm);
  out += line(x - 24, l.y(0), x + 24, l.y(0), palette::axis);
  out += box(x, 13, l.y(map.remembered(0.95)), l.y(map.remembered(0.05)), colour, "0.09");
  out += box(x, 13, l.y(map.remembered(0.75)), l.y(map.remembered(0.25)), colour, "0.2");
  const double before = MapView(w.result, 0, w.group).remembered(0.5);
  if (w.arm > 0 && std::isfinite(before)) {
    out += line(x - 17, l.y(before), x + 17, l.y(before), palette::today, 1.6, "5 4");
  }
  out += element("circle", {{"cx", x}, {"cy", l.y(median)}, {"r", 4.5}, {"fill", colour}});
  const double below = std::max(l.y(map.remembered(0.05)), l.y(median) + 5) + 17;
  return out + text_at(x, below, with_sign(median, 1),
                       {.weight = Weight::semibold, .fill = colour, .anchor = Anchor::middle});
}

} // namespace

std::string draw_feelings(const Which& w, const Layout& l) {
  const MapView map = w.view();
  const MapView baseline(w.result, 0, w.group);
  const std::string_view colour = arm_colour(w.arm);
  const auto own = quantile_points(l, map, 0.5);
  const auto today = quantile_points(l, baseline, 0.5);
  const auto memory =
      points_of(l, map, [](const MapView& m, std::size_t t) { return m.remembered_after(t); });
  std::string out =
      axis(l) + band(l, map, 0.05, 0.95, colour, "0.09") + band(l, map, 0.25, 0.75, colour, "0.2");
  out += w.arm > 0 ? stroke(curve_path(today), palette::today, "1.6", "5 4") : "";
  out += stroke(curve_path(memory), palette::ink, "1.5", "0.1 4");
  out += stroke(curve_path(own), colour, "2.6") + dots(own, colour);
  return out + line_names(w, l, own, today) + remembered(w, l);
}

} // namespace sojourn::output::map_parts
