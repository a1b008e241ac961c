// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/difference_rows.hpp"
#include "output/pictures/figures.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

using namespace difference_parts;

constexpr double width = 1180;
constexpr double plot_left = 304, plot_right = 850, number_left = 872;
constexpr double arm_step = 19, row_top = 36;

double row_height(const ResultData& result) {
  return std::max(60.0, static_cast<double>(result.arms.size() - 1) * arm_step + 17);
}

std::string numbers(const ResultData& result, const Estimate* e, std::size_t arm, int measure,
                    double y) {
  const MeasureFormat format = format_of(result, measure);
  const Font name{.size = 12.5, .weight = Weight::semibold, .fill = arm_colour(arm)};
  const Font value{.size = 12.5, .weight = Weight::semibold, .anchor = Anchor::end};
  const Font quiet{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  std::string out = text_at(number_left, y + 4,
                            shorten(short_name(result, arm), 12.5, 128, Weight::semibold), name);
  if (!has_value(e)) {
    return out + text_at(width - 100, y + 4, "no value", quiet);
  }
  out += text_at(width - 104, y + 4, format.change(e->estimate), value);
  return out + text_at(width, y + 4,
                       has_interval(e) ? format.change_range(e->lower, e->upper) : "no interval",
                       quiet);
}

std::string row_words(const Row& row, double top, double height) {
  const auto names = wrap(row.name, 14, 204, 2, Weight::semibold);
  const double lines = static_cast<double>(names.size());
  const auto room = static_cast<std::size_t>(std::max(1.0, (height - 14 - lines * 16) / 14));
  return text_lines(0, top + 15, names, 16, {.size = 14, .weight = Weight::semibold}) +
         text_lines(0, top + 16 + lines * 16, wrap(row.note, 12, 206, room), 14,
                    {.size = 12, .fill = palette::quiet});
}

std::string row_markup(const ResultData& result, const Row& row, const Scale& x, double top) {
  const double height = row_height(result);
  std::string out = line(0, top - 6, width, top - 6, palette::rule);
  const Estimate* today = find_estimate(result, 0, -1, row.measure, row.group);
  out += row_words(row, top, height);
  if (has_value(today)) {
    out += text_at(plot_left - 22, top + 16, format_of(result, row.measure).level(today->estimate),
                   {.size = 15, .weight = Weight::semibold, .anchor = Anchor::end});
  }
  out += element("rect", {{"x", x.zero},
                          {"y", top - 1},
                          {"width", plot_right - x.zero},
                          {"height", height - 10},
                          {"fill", palette::good},
                          {"fill-opacity", "0.05"}});
  out += line(x.zero, top - 1, x.zero, top + height - 11, palette::axis);
  for (std::size_t a = 1; a < result.arms.size(); ++a) {
    const double y = top + 11 + static_cast<double>(a - 1) * arm_step;
    const Estimate* e = find_estimate(result, static_cast<int>(a), 0, row.measure, row.group);
    out +=
        (has_value(e) ? interval_and_dot(*e, a, x, y) : "") + numbers(result, e, a, row.measure, y);
  }
  return out;
}

std::string header(const std::string& first, double y, double level) {
  const Font quiet{.size = 12, .fill = palette::quiet};
  const Font right{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  return text_at(0, y, shorten(first, 12, 230), quiet) +
         text_at(plot_left - 22, y, "today", right) + text_at(plot_left + 2, y, "← worse", quiet) +
         text_at((plot_left + plot_right) / 2, y, "the line is today",
                 {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle}) +
         text_at(plot_right - 4, y, "better →", right) +
         text_at(number_left, y, "change, with " + percent(level) + " interval", quiet);
}

} // namespace

Figure differences(const ResultData& result) {
  Figure figure{width, 40, "What each change does, compared with today", {}, {}, {}};
  if (result.arms.size() < 2 || headline_measures(result).empty()) {
    figure.drawing = text_at(0, 20, "There is one design only, so there is nothing to compare.",
                             {.fill = palette::quiet});
    return figure;
  }
  const std::vector<Row> rows = measure_rows(result);
  const std::vector<Row> people = persona_rows(result);
  figure.description = spoken(result, rows);
  figure.drawing = header("Measure", 16, interval_level(result));
  double top = row_top;
  for (const Row& row : rows) {
    figure.drawing += row_markup(result, row, scale_of(result, {row}, plot_left, plot_right), top);
    top += row_height(result);
  }
  if (!people.empty()) {
    top += 24;
    const TileWords words = tile_words(result, people.front().measure);
    figure.drawing += header(words.name + ", by persona", top, interval_level(result));
    top += 20;
    const Scale scale = scale_of(result, people, plot_left, plot_right);
    for (const Row& row : people) {
      figure.drawing += row_markup(result, row, scale, top);
      top += row_height(result);
    }
  }
  figure.height = top;
  return figure;
}

} // namespace sojourn::output
