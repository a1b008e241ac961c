// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/sweep_points.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

// What if a number were another: levels along what is varied. And how the weeks went, where a
// design changes on the way: the same panels.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr std::size_t most_panels = 4;

/// Which study is drawn, and by which quantities.
struct SweepLook {
  std::string_view headline, level, arms;
  const char* name;
};
constexpr SweepLook varied = {"change", "level", "difference", "What if a number were another"};
constexpr SweepLook weekly = {"by_week", "by_week", "by_week", "What was changed on the way"};

/// One arm along one axis.
struct SweepLine {
  std::size_t arm = 0;
  std::vector<std::size_t> order; // of the points along the axis
  std::vector<Finding> levels;    // [point]
};

/// A panel: a measure along an axis.
struct SweepPanel {
  const SweepLook* look = &varied;
  const SweepAxis* axis = nullptr;
  int measure = 0;
  bool joined = true; // by a line and a band
  std::vector<SweepLine> lines;
  std::vector<StepMark> marks;
};

struct PanelRoom {
  double width = 560, height = 250, left = 60, right = 110, top = 26, bottom = 46;
};

const SweepLook& look_of(const StudyView& view) {
  return view.info().headline == weekly.headline ? weekly : varied;
}

SweepPanel panel_of(const StudyView& view, const SweepPoints& points, const SweepAxis& axis,
                    int measure, bool joined) {
  SweepPanel panel{&look_of(view), &axis, measure, joined, {}, {}};
  std::vector<int> arms = {0};
  for (const int arm : view.arms(panel.look->arms)) {
    if (arm != 0) {
      arms.push_back(arm);
    }
  }
  if (panel.look == &weekly) {
    panel.marks = step_marks_of(view, points, axis);
  }
  for (const int arm : arms) {
    SweepLine line{static_cast<std::size_t>(arm),
                   {},
                   panel.look == &weekly ? found_at(view, points, measure, arm, weekly.level)
                                         : levels_at(view, points, measure, arm)};
    for (std::size_t point = 0; point < points.subjects.size(); ++point) {
      if (has_value(&line.levels[point])) {
        line.order.push_back(point);
      }
    }
    std::stable_sort(line.order.begin(), line.order.end(),
                     [&axis](std::size_t a, std::size_t b) { return axis.at(a) < axis.at(b); });
    panel.lines.push_back(std::move(line));
  }
  return panel;
}

/// The measures a reader knows from the tiles, then the study's own.
std::vector<int> measures_of(const ResultData& r, const StudyView& view) {
  const std::vector<int> known = view.measures(look_of(view).level);
  std::vector<int> chosen = {view.measure()};
  const auto take = [&](int measure) {
    if (chosen.size() < most_panels &&
        std::find(chosen.begin(), chosen.end(), measure) == chosen.end() &&
        std::find(known.begin(), known.end(), measure) != known.end()) {
      chosen.push_back(measure);
    }
  };
  const std::vector<int> tiles = tile_measures(r);
  std::for_each(tiles.begin(), tiles.end(), take);
  std::for_each(known.begin(), known.end(), take);
  return chosen;
}

std::vector<SweepPanel> panels_of(const ResultData& r, const StudyView& view,
                                  const SweepPoints& points) {
  std::vector<SweepPanel> panels;
  if (points.axes.size() == 1) {
    for (const int measure : measures_of(r, view)) {
      panels.push_back(panel_of(view, points, points.axes.front(), measure, true));
    }
    return panels;
  }
  for (const SweepAxis& axis : points.axes) {
    if (panels.size() < most_panels) {
      panels.push_back(panel_of(view, points, axis, view.measure(), false));
    }
  }
  return panels;
}

std::string band(const SweepLine& line, const SweepAxis& axis, const PlotScale& x,
                 const PlotScale& y) {
  if (std::none_of(line.order.begin(), line.order.end(),
                   [&](std::size_t point) { return has_interval(&line.levels[point]); })) {
    return {};
  }
  Path path;
  bool begun = false;
  for (const std::size_t point : line.order) {
    const double value = line.levels[point].upper;
    begun ? path.to(x(axis.at(point)), y(value)) : path.move(x(axis.at(point)), y(value));
    begun = true;
  }
  for (auto point = line.order.rbegin(); point != line.order.rend(); ++point) {
    path.to(x(axis.at(*point)), y(line.levels[*point].lower));
  }
  return element(
      "path",
      {{"d", path.close().text()}, {"fill", arm_colour(line.arm)}, {"fill-opacity", "0.18"}});
}

std::string joined_line(const SweepLine& line, const SweepAxis& axis, const PlotScale& x,
                        const PlotScale& y) {
  Path path;
  bool begun = false;
  for (const std::size_t point : line.order) {
    const double px = x(axis.at(point)), py = y(line.levels[point].estimate);
    begun ? path.to(px, py) : path.move(px, py);
    begun = true;
  }
  return element("path", {{"d", path.text()},
                          {"fill", "none"},
                          {"stroke", arm_colour(line.arm)},
                          {"stroke-width", "2"}});
}

std::string dots(const SweepLine& line, const SweepAxis& axis, const PlotScale& x,
                 const PlotScale& y, bool joined) {
  std::string out;
  for (const std::size_t point : line.order) {
    out += arm_mark(line.arm, x(axis.at(point)), y(line.levels[point].estimate), joined ? 3.4 : 2.6,
                    joined);
  }
  return out;
}

/// The names at the ends of the lines, moved apart.
std::string end_names(const ResultData& r, const SweepPanel& panel, const PlotScale& y, double left,
                      double width) {
  struct EndName {
    double y;
    std::size_t arm;
  };
  std::vector<EndName> names;
  for (const SweepLine& line : panel.lines) {
    if (!line.order.empty()) {
      names.push_back({y(line.levels[line.order.back()].estimate), line.arm});
    }
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const EndName& a, const EndName& b) { return a.y < b.y; });
  std::string out;
  double free = -HUGE_VAL;
  for (const EndName& name : names) {
    const double at = std::max(name.y, free);
    free = at + 15;
    out += text_at(left, at + 4, shorten(short_name(r, name.arm), 12.5, width, Weight::semibold),
                   {.size = 12.5, .weight = Weight::semibold, .fill = arm_colour(name.arm)});
  }
  return out;
}

std::string value_axis(const MeasureFormat& format, const PlotScale& y, double from, double to) {
  std::string out;
  const auto ticks = round_ticks(y.low * format.scale, y.high * format.scale, 5);
  for (const double tick : ticks) {
    const double at = y(tick / format.scale);
    const int decimals = tick_decimals(ticks);
    out += line(from, at, to, at, palette::rule) +
           text_at(from - 8, at + 4,
                   (format.level_sign ? with_sign(tick, decimals) : fixed(tick, decimals)) +
                       (format.after == std::string(no_break_space) + "%" ? format.after : ""),
                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::end});
  }
  return out;
}

/// The values tried, left out where they would touch.
std::string varied_axis(const SweepAxis& axis, const PlotScale& x, double y) {
  std::vector<std::pair<double, std::string>> values;
  for (std::size_t point = 0; point < axis.written.size(); ++point) {
    values.emplace_back(x(axis.at(point)), axis.written[point]);
  }
  std::stable_sort(values.begin(), values.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  double free = -HUGE_VAL;
  for (const auto& [at, written] : values) {
    const std::string words = shorten(written, 12, 90);
    const double half = text_width(words, 12) / 2;
    if (at - half > free) {
      out += text_at(at, y, words, {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle});
      free = at + half + 8;
    }
  }
  return out;
}

/// Dashed, with the number of the step above.
std::string step_marks(const SweepPanel& panel, const PlotScale& x, double top, double bottom) {
  std::string out;
  for (const StepMark& mark : panel.marks) {
    const double at = x(mark.at);
    out += element("line", {{"x1", at},
                            {"y1", top},
                            {"x2", at},
                            {"y2", bottom},
                            {"stroke", arm_colour(mark.arm)},
                            {"stroke-width", 1.2},
                            {"stroke-dasharray", "4 3"}}) +
           text_at(at + 3, top + 10, std::to_string(mark.number),
                   {.size = 12, .fill = arm_colour(mark.arm)});
  }
  return out;
}

std::string panel_markup(const ResultData& r, const StudyView& view, const SweepPanel& panel,
                         const PanelRoom& room) {
  Extent across, upwards;
  for (const SweepLine& line : panel.lines) {
    for (const std::size_t point : line.order) {
      across.include(panel.axis->at(point));
      upwards.include(line.levels[point]);
    }
  }
  const double right = room.width - room.right, bottom = room.height - room.bottom;
  const PlotScale x = scale_over(across, room.left, right);
  const PlotScale y = scale_over(upwards, bottom, room.top);
  const MeasureInfo& measure = r.measures[static_cast<std::size_t>(panel.measure)];
  std::string out =
      text_at(0, 14, shorten(measure.label, 14, room.width, Weight::semibold),
              {.size = 14, .weight = Weight::semibold}) +
      value_axis(view.format(panel.look->level, panel.measure), y, room.left, right) +
      varied_axis(*panel.axis, x, bottom + 18) +
      text_at(room.left, bottom + 36, shorten(panel.axis->name, 12.5, room.width - room.left),
              {.size = 12.5, .fill = palette::quiet});
  out += step_marks(panel, x, room.top, bottom);
  for (const SweepLine& each : panel.lines) {
    out += panel.joined ? band(each, *panel.axis, x, y) : "";
  }
  for (const SweepLine& each : panel.lines) {
    out += panel.joined ? joined_line(each, *panel.axis, x, y) : "";
    out += dots(each, *panel.axis, x, y, panel.joined);
  }
  return out + (panel.joined ? end_names(r, panel, y, right + 8, room.right - 10) : "");
}

std::string spoken(const ResultData& r, const StudyView& view,
                   const std::vector<SweepPanel>& panels) {
  std::string words;
  for (const SweepPanel& panel : panels) {
    const MeasureFormat format = view.format(panel.look->level, panel.measure);
    for (const SweepLine& line : panel.lines) {
      if (!line.order.empty()) {
        const std::size_t first = line.order.front(), last = line.order.back();
        words += r.measures[static_cast<std::size_t>(panel.measure)].label + ", " +
                 short_name(r, line.arm) + ": " + format.level(line.levels[first].estimate) +
                 " at " + panel.axis->written[first] + ", " +
                 format.level(line.levels[last].estimate) + " at " + panel.axis->written[last] +
                 ". ";
      }
    }
  }
  return words;
}

Figure drawn(const ResultData& result, const SweepLook& look, Room room) {
  const bool wide = room == Room::wide;
  Figure figure{wide ? 1180.0 : 400.0, 24, look.name, {}, {}, {}};
  const auto study = study_answering(result, look.headline);
  if (!study || StudyView(result, *study).measure() < 0) {
    return figure;
  }
  const StudyView view(result, *study);
  const SweepPoints points = sweep_points(result, *study);
  if (points.is_grid()) {
    return sweep_map(result, points, room);
  }
  const std::vector<SweepPanel> panels = panels_of(result, view, points);
  const PanelRoom sheet = wide ? PanelRoom{} : PanelRoom{400, 240, 52, 92, 26, 46};
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const double left = wide && i % 2 == 1 ? 620 : 0;
    const double top = static_cast<double>(wide ? i / 2 : i) * (sheet.height + 24);
    figure.drawing += moved(left, top, panel_markup(result, view, panels[i], sheet));
    figure.height = top + sheet.height;
  }
  figure.description = spoken(result, view, panels);
  return figure;
}

} // namespace

Figure sweep(const ResultData& result, Room room) { return drawn(result, varied, room); }

Figure weeks(const ResultData& result, Room room) {
  Figure figure = drawn(result, weekly, room);
  if (const auto study = study_answering(result, weekly.headline)) {
    figure.description += reading_words(result, *study);
  }
  return figure;
}

} // namespace sojourn::output
