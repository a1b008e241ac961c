// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

constexpr double width = 1180;
constexpr double plot_left = 304, plot_right = 850, number_left = 872;
constexpr double arm_step = 19, row_top = 36;
constexpr std::size_t most_measures = 12;

/// One row: a measure for a group, with a difference per variant.
struct Row {
  int measure = 0;
  int group = 0;
  std::string name, note;
};

/// Where zero stands and how many px one unit is; better is to the right whatever the sign.
struct Scale {
  double zero = 0, unit = 1;
  int better = 1;
  [[nodiscard]] double operator()(double value) const {
    return std::clamp(zero + better * value * unit, plot_left, plot_right);
  }
};

double row_height(const ResultData& result) {
  return std::max(60.0, static_cast<double>(result.arms.size() - 1) * arm_step + 17);
}

/// One scale for all given rows: the worst and the best end both inside the plot. Zero stands a
/// quarter in from the left, or further right where things get worse.
Scale scale_of(const ResultData& result, const std::vector<Row>& rows) {
  double worst = 0;
  double best = 0;
  const int better = result.measures[static_cast<std::size_t>(rows.front().measure)].better;
  for (const Row& row : rows) {
    for (int a = 1; a < static_cast<int>(result.arms.size()); ++a) {
      const Estimate* e = find_estimate(result, a, 0, row.measure, row.group);
      for (const double end : {has_interval(e) ? e->lower : 0, has_interval(e) ? e->upper : 0,
                               has_value(e) ? e->estimate : 0}) {
        worst = std::max(worst, -better * end);
        best = std::max(best, better * end);
      }
    }
  }
  const double span = plot_right - plot_left - 24;
  const double left_share = worst + best > 0 ? std::clamp(worst / (worst + best), 0.24, 0.9) : 0.24;
  const double left = span * left_share;
  const double unit =
      std::min(worst > 0 ? left / worst : HUGE_VAL, best > 0 ? (span - left) / best : HUGE_VAL);
  return {plot_left + 12 + left, std::isfinite(unit) ? unit : 1, better};
}

std::string interval_and_dot(const Estimate& e, std::size_t arm, const Scale& x, double y) {
  const std::string_view colour = arm_colour(arm);
  const bool leaves_out_zero = has_interval(&e) && e.lower * e.upper > 0;
  std::string out;
  if (has_interval(&e)) {
    out = element("line", {{"x1", x(e.lower)},
                           {"x2", x(e.upper)},
                           {"y1", y},
                           {"y2", y},
                           {"stroke", colour},
                           {"stroke-opacity", "0.35"},
                           {"stroke-width", "5"},
                           {"stroke-linecap", "round"}});
  }
  if (e.group > 0) {
    return out + group_mark(static_cast<std::size_t>(e.group), x(e.estimate), y, 4.2,
                            leaves_out_zero ? colour : palette::paper, colour);
  }
  return out + arm_mark(arm, x(e.estimate), y, 4.2, leaves_out_zero);
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
  const double x = row.group > 0 ? 18 : 0;
  const auto names = wrap(row.name, 14, 204 - x, 2, Weight::semibold);
  const double lines = static_cast<double>(names.size());
  const auto room = static_cast<std::size_t>(std::max(1.0, (height - 14 - lines * 16) / 14));
  const std::string mark = row.group == 0
                               ? ""
                               : group_mark(static_cast<std::size_t>(row.group), 5, top + 10, 4.2,
                                            palette::paper, palette::quiet);
  return mark + text_lines(x, top + 15, names, 16, {.size = 14, .weight = Weight::semibold}) +
         text_lines(x, top + 16 + lines * 16, wrap(row.note, 12, 206 - x, room), 14,
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
  return text_at(0, y, first, quiet) + text_at(plot_left - 22, y, "today", right) +
         text_at(plot_left + 2, y, "← worse", quiet) +
         text_at((plot_left + plot_right) / 2, y, "the line is today",
                 {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle}) +
         text_at(plot_right - 4, y, "better →", right) +
         text_at(number_left, y, "change, with " + percent(level) + " interval", quiet);
}

std::vector<Row> measure_rows(const ResultData& result) {
  std::vector<Row> rows;
  for (const int m : headline_measures(result)) {
    if (rows.size() < most_measures) {
      const TileWords words = tile_words(result, m);
      const AgreementInfo* agreement = agreement_of(result, m);
      rows.push_back({m, 0, words.name, agreement != nullptr ? agreement->text : words.note});
    }
  }
  return rows;
}

std::vector<Row> persona_rows(const ResultData& result) {
  std::vector<Row> rows;
  const auto measure = headline_measure(result);
  if (!measure || !result.measures[static_cast<std::size_t>(*measure)].per_person) {
    return rows;
  }
  for (std::size_t g = 1; g < result.n_groups(); ++g) {
    rows.push_back({*measure, static_cast<int>(g), group_name(result, g),
                    percent(result.personas[g - 1].share) + " of the people"});
  }
  return rows;
}

std::string spoken(const ResultData& result, const std::vector<Row>& rows) {
  std::string words = "Paired differences against today; right is better. ";
  for (const Row& row : rows) {
    const MeasureFormat format = format_of(result, row.measure);
    words += row.name + ": ";
    for (std::size_t a = 1; a < result.arms.size(); ++a) {
      const Estimate* e = find_estimate(result, static_cast<int>(a), 0, row.measure, row.group);
      words += short_name(result, a) + " " + (has_value(e) ? format.change(e->estimate) : "–") +
               (a + 1 < result.arms.size() ? ", " : ". ");
    }
  }
  return words;
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
    figure.drawing += row_markup(result, row, scale_of(result, {row}), top);
    top += row_height(result);
  }
  if (!people.empty()) {
    top += 24;
    const TileWords words = tile_words(result, people.front().measure);
    figure.drawing += header(words.name + ", by persona", top, interval_level(result));
    top += 20;
    const Scale scale = scale_of(result, people);
    for (const Row& row : people) {
      figure.drawing += row_markup(result, row, scale, top);
      top += row_height(result);
    }
  }
  figure.height = top;
  return figure;
}

} // namespace sojourn::output
