// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/difference_rows.hpp"
#include "output/pictures/figures.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/view.hpp"

namespace sojourn::output {
namespace {

using namespace difference_parts;

constexpr double width = 400, arm_step = 36, gap = 18;

std::string arm_lines(const ResultData& r, const Row& row, std::size_t arm, const Scale& x,
                      double top) {
  const Estimate* e = find_estimate(r, static_cast<int>(arm), 0, row.measure, row.group);
  const MeasureFormat format = format_of(r, row.measure);
  const Font name{.weight = Weight::semibold, .fill = arm_colour(arm)};
  std::string out = text_at(0, top, shorten(short_name(r, arm), 13, 170, Weight::semibold), name);
  if (!has_value(e)) {
    return out + text_at(width, top, "no value", {.fill = palette::quiet, .anchor = Anchor::end});
  }
  const std::string range =
      has_interval(e) ? format.change_range(e->lower, e->upper) : "no interval";
  out += text_at(width, top, range, {.fill = palette::quiet, .anchor = Anchor::end});
  out += text_at(width - text_width(range, 13) - 12, top, format.change(e->estimate),
                 {.weight = Weight::semibold, .anchor = Anchor::end});
  return out + interval_and_dot(*e, arm, x, top + 13);
}

double height_of(const ResultData& r, const Row& row) {
  const double lines = static_cast<double>(wrap(row.name, 14, 290, 3, Weight::semibold).size());
  return lines * 17 + 16 + static_cast<double>(r.arms.size() - 1) * arm_step + gap;
}

std::string row_markup(const ResultData& r, const Row& row, const Scale& x, double top) {
  const auto names = wrap(row.name, 14, 290, 3, Weight::semibold);
  const Estimate* today = find_estimate(r, 0, -1, row.measure, row.group);
  const double below = top + static_cast<double>(names.size()) * 17;
  std::string out = line(0, top - 6, width, top - 6, palette::rule) +
                    text_lines(0, top + 14, names, 17, {.size = 14, .weight = Weight::semibold});
  if (has_value(today)) {
    out += text_at(width, top + 14, "today " + format_of(r, row.measure).level(today->estimate),
                   {.fill = palette::quiet, .anchor = Anchor::end});
  }
  const double height = static_cast<double>(r.arms.size() - 1) * arm_step;
  out += element("rect", {{"x", x.zero},
                          {"y", below + 6},
                          {"width", width - x.zero},
                          {"height", height},
                          {"fill", palette::good},
                          {"fill-opacity", "0.05"}}) +
         line(x.zero, below + 6, x.zero, below + 6 + height, palette::axis);
  for (std::size_t a = 1; a < r.arms.size(); ++a) {
    out += arm_lines(r, row, a, x, below + 22 + static_cast<double>(a - 1) * arm_step);
  }
  return out;
}

std::string heads(const std::string& words, double y) {
  return text_at(0, y, shorten(words, 12, 320), {.size = 12, .fill = palette::quiet}) +
         text_at(width, y, "better →", {.size = 12, .fill = palette::quiet, .anchor = Anchor::end});
}

} // namespace

Figure differences_narrow(const ResultData& result) {
  const std::vector<Row> rows = measure_rows(result);
  const std::vector<Row> people = persona_rows(result);
  Figure figure{width, 30, "What each change does, compared with today", {}, {}, {}};
  if (result.arms.size() < 2 || rows.empty()) {
    return figure;
  }
  figure.description = spoken(result, rows);
  figure.drawing = heads("the line is today", 12);
  for (const Row& row : rows) {
    figure.drawing += row_markup(result, row, scale_of(result, {row}, 0, width), figure.height);
    figure.height += height_of(result, row);
  }
  if (!people.empty()) {
    figure.drawing +=
        heads(tile_words(result, people.front().measure).name + ", by persona", figure.height + 10);
    figure.height += 26;
    const Scale scale = scale_of(result, people, 0, width);
    for (const Row& row : people) {
      figure.drawing += row_markup(result, row, scale, figure.height);
      figure.height += height_of(result, row);
    }
  }
  return figure;
}

} // namespace sojourn::output
