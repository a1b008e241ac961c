// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

// What each mechanism does: a forest of effects, everyone as a diamond, personas by their shapes.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr double persona_step = 12;

struct ForestRow {
  PlainWords words;
  const Finding* everyone = nullptr;
  std::vector<const Finding*> personas; // nullptr where there is none
  const Finding* share = nullptr;       // of the effect of all, where it was shared out
};

/// Where things stand: beside the plot, or above it where there is little room.
struct ForestSheet {
  bool narrow = false;
  double width = 1180, words = 280, from = 304, to = 800, number = 900, range = 1012;
};

ForestSheet sheet_of(Room room, bool shared) {
  if (room == Room::narrow) {
    return {true, 400, 250, 8, 392, 400, 400};
  }
  return shared ? ForestSheet{} : ForestSheet{false, 1180, 280, 304, 960, 1058, 1180};
}

ForestRow row_of(const ResultData& r, const StudyView& view, const char* quantity,
                 const std::string& subject) {
  const int measure = view.measure();
  ForestRow row{mechanism_words(subject), view.find(quantity, subject, measure), {}, nullptr};
  for (std::size_t g = 1; g < r.n_groups(); ++g) {
    row.personas.push_back(view.find(quantity, subject, measure, static_cast<int>(g)));
  }
  row.share = view.find("shapley", subject, measure);
  return row;
}

/// The largest first, all of them together last.
std::vector<ForestRow> forest_rows(const ResultData& r, const StudyView& view) {
  std::vector<const Finding*> effects = view.all("effect", view.measure());
  std::stable_sort(effects.begin(), effects.end(), [](const Finding* a, const Finding* b) {
    return std::abs(a->estimate) > std::abs(b->estimate);
  });
  std::vector<ForestRow> rows;
  rows.reserve(effects.size() + 1);
  for (const Finding* effect : effects) {
    rows.push_back(row_of(r, view, "effect", effect->subject));
  }
  for (const Finding* together : view.all("together", view.measure())) {
    rows.push_back(row_of(r, view, "together", together->subject));
  }
  return rows;
}

Extent extent_of(const std::vector<ForestRow>& rows) {
  Extent extent{0, 0};
  for (const ForestRow& row : rows) {
    extent.include(*row.everyone);
    for (const Finding* persona : row.personas) {
      if (persona != nullptr) {
        extent.include(*persona);
      }
    }
  }
  return extent;
}

std::string diamond(double x, double y, bool filled) {
  Path path;
  path.move(x, y - 7).to(x + 7, y).to(x, y + 7).to(x - 7, y).close();
  return element("path", {{"d", path.text()},
                          {"fill", filled ? palette::ink : palette::paper},
                          {"stroke", palette::ink},
                          {"stroke-width", "1.8"}});
}

std::string marks(const ForestRow& row, const PlotScale& x, double y) {
  std::string out;
  for (std::size_t p = 0; p < row.personas.size(); ++p) {
    const Finding* persona = row.personas[p];
    const double below = y + 16 + static_cast<double>(p) * persona_step;
    if (has_interval(persona)) {
      out += line(x(persona->lower), below, x(persona->upper), below, palette::quiet, 1.4);
    }
    if (has_value(persona)) {
      out += group_mark(p + 1, x(persona->estimate), below, 3.6,
                        is_told(persona) ? palette::quiet : palette::paper, palette::quiet);
    }
  }
  if (has_interval(row.everyone)) {
    out += line(x(row.everyone->lower), y, x(row.everyone->upper), y, palette::ink, 2);
  }
  return out + (has_value(row.everyone)
                    ? diamond(x(row.everyone->estimate), y, is_told(row.everyone))
                    : "");
}

std::string numbers(const ForestRow& row, const MeasureFormat& format, const ForestSheet& sheet,
                    double y) {
  const Finding& e = *row.everyone;
  const Font strong{.size = 13.5, .weight = Weight::semibold, .anchor = Anchor::end};
  const Font quiet{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  const std::string range = has_interval(&e) ? format.change_range(e.lower, e.upper)
                            : e.note.empty() ? "no interval"
                                             : "";
  const double number =
      sheet.narrow && !range.empty() ? sheet.range - text_width(range, 12) - 8 : sheet.number;
  std::string out =
      text_at(number, y, format.change(e.estimate), strong) + text_at(sheet.range, y, range, quiet);
  if (!sheet.narrow && has_value(row.share)) {
    out += text_at(1080, y, format.change(row.share->estimate), strong);
    out += has_interval(row.share)
               ? text_at(sheet.width, y, format.change_range(row.share->lower, row.share->upper),
                         quiet)
               : "";
  }
  return out;
}

double height_of(const ForestRow& row, const ForestSheet& sheet) {
  const double marks = 34 + static_cast<double>(row.personas.size()) * persona_step;
  return sheet.narrow ? marks + 40 : std::max(marks, 58.0);
}

std::string row_markup(const ForestRow& row, const MeasureFormat& format, const ForestSheet& sheet,
                       const PlotScale& x, double top) {
  const double height = height_of(row, sheet);
  const double plot = sheet.narrow ? top + 40 : top;
  std::string out = line(0, top, sheet.width, top, palette::rule);
  out += text_at(0, top + 20, shorten(row.words.name, 14, sheet.words, Weight::semibold),
                 {.size = 14, .weight = Weight::semibold});
  out += text_lines(
      0, top + 36,
      wrap(row.words.meaning, 12, sheet.narrow ? 390 : sheet.words, sheet.narrow ? 1 : 2), 14,
      {.size = 12, .fill = palette::quiet});
  out += line(x(0), plot + (sheet.narrow ? 4 : 0), x(0), top + height, palette::axis);
  return out + marks(row, x, plot + 15) + numbers(row, format, sheet, top + 20);
}

std::string tick_lines(const PlotScale& x, double scale, double top, double bottom) {
  std::string out;
  const std::vector<double> ticks = round_ticks(x.low * scale, x.high * scale, 7);
  for (const double tick : ticks) {
    const double at = x(tick / scale);
    out += line(at, top, at, bottom, palette::rule);
    out += text_at(at, bottom + 16, with_sign(tick, tick_decimals(ticks)),
                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle});
  }
  return out;
}

/// The shapes and whom they stand for, in lines as wide as there is room; `height` grows.
std::string legend(const ResultData& r, const ForestSheet& sheet, double& height) {
  double x = 0;
  std::string out;
  for (std::size_t g = 0; g < r.n_groups(); ++g) {
    const std::string name = shorten(group_name(r, g), 12.5, 190);
    const double room = text_width(name, 12.5) + 36;
    if (x > 0 && x + room > sheet.width) {
      x = 0;
      height += 20;
    }
    out += g == 0 ? diamond(x + 8, height - 4, true)
                  : group_mark(g, x + 8, height - 4, 4, palette::quiet, palette::quiet);
    out += text_at(x + 22, height, name, {.size = 12.5});
    x += room;
  }
  height += 26;
  return out;
}

std::string heads(const ForestSheet& sheet, double level, bool shared, double y) {
  const Font quiet{.size = 12, .fill = palette::quiet};
  const Font right{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  std::string out = text_at(sheet.from, y, "← makes it worse", quiet) +
                    text_at(sheet.to, y, "makes it better →", right);
  if (!sheet.narrow) {
    out += text_at(sheet.range, y, "everyone, " + percent(level) + " interval", right);
    out += shared ? text_at(sheet.width, y, "share of all effects", right) : "";
  }
  return out;
}

std::string spoken(const ResultData& r, const std::vector<ForestRow>& rows,
                   const MeasureFormat& format) {
  std::string words;
  for (const ForestRow& row : rows) {
    words += row.words.name + ": everyone " + format.change(row.everyone->estimate);
    for (std::size_t p = 0; p < row.personas.size(); ++p) {
      words += has_value(row.personas[p])
                   ? ", " + group_name(r, p + 1) + " " + format.change(row.personas[p]->estimate)
                   : "";
    }
    words += ". ";
  }
  return words;
}

} // namespace

Figure mechanisms(const ResultData& result, Room room) {
  Figure figure{room == Room::wide ? 1180.0 : 400.0, 24, "What each bias does", {}, {}, {}};
  const auto study = study_answering(result, "effect");
  if (!study || StudyView(result, *study).measure() < 0) {
    return figure;
  }
  const StudyView view(result, *study);
  const MeasureInfo& measure = result.measures[static_cast<std::size_t>(view.measure())];
  const std::vector<ForestRow> rows = forest_rows(result, view);
  const MeasureFormat format = view.format("effect", view.measure());
  const bool shared = std::any_of(rows.begin(), rows.end(),
                                  [](const ForestRow& row) { return row.share != nullptr; });
  const ForestSheet sheet = sheet_of(room, shared);
  figure.name = "What each bias does to: " + measure.label;
  figure.description = spoken(result, rows, format);
  double top = 14;
  figure.drawing = legend(result, sheet, top);
  figure.drawing += heads(sheet, rows.front().everyone->level, shared, top);
  top += 10;
  const PlotScale x = scale_over(extent_of(rows), sheet.from, sheet.to, measure.better);
  double bottom = top;
  for (const ForestRow& row : rows) {
    bottom += height_of(row, sheet);
  }
  figure.drawing += tick_lines(x, format.scale, sheet.narrow ? bottom : top, bottom);
  for (const ForestRow& row : rows) {
    figure.drawing += row_markup(row, format, sheet, x, top);
    top += height_of(row, sheet);
  }
  figure.height = bottom + 26;
  return figure;
}

} // namespace sojourn::output
