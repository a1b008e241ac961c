// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"
#include "output/stats/estimate.hpp"

#include <algorithm>

// Where value leaks: from the potential of one journey down to what is realised, cause by cause.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr double words_width = 216, gap = 22, bar_height = 20;
constexpr double kept_room = 62; // beside the last bar
constexpr std::size_t most_beside = 4;

/// One bar: from where to where it runs, and what is written beside it.
struct FallBar {
  PlainWords words;
  const Finding* size = nullptr;
  double begin = 0, end = 0;
  bool total = false;    // stands on zero
  std::string won_back;  // against today, where that can be told
  std::string_view fill; // of the bar
};

/// Everything about one arm.
struct Waterfall {
  std::size_t arm = 0;
  std::vector<FallBar> bars;
  double kept = missing; // share of the potential that is realised
};

/// How much less of a cause leaks than today, pair by pair.
Interval won_back(const StudyView& view, const Finding& share) {
  const Finding* today = view.find("shapley", share.subject, share.measure);
  if (share.arm == 0 || today == nullptr) {
    return {};
  }
  const auto before = view.values(*today);
  const auto after = view.values(share);
  std::vector<double> less;
  for (std::size_t r = 0; r < std::min(before.size(), after.size()); ++r) {
    less.push_back(before[r] - after[r]);
  }
  return mean_interval(less, share.level);
}

FallBar cause_bar(const StudyView& view, const Finding& share, double running,
                  const MeasureFormat& format) {
  FallBar bar{cause_words(share.subject),   &share, running, running - share.estimate, false, {},
              colour_of(-share.estimate, 1)};
  const Interval less = won_back(view, share);
  if (less.known() && (less.lower > 0 || less.upper < 0)) {
    const std::string shown = format.change(less.estimate);
    const bool rounds_to_zero = shown.front() >= '0' && shown.front() <= '9';
    bar.won_back = rounds_to_zero ? "" : shown;
  }
  return bar;
}

Waterfall waterfall_of(const StudyView& view, int arm, const MeasureFormat& format) {
  const Finding* potential = view.find("potential", "", view.measure(), 0, arm);
  const Finding* realised = view.find("realised", "", view.measure(), 0, arm);
  Waterfall fall{static_cast<std::size_t>(arm), {}, missing};
  if (!has_value(potential) || !has_value(realised)) {
    return fall;
  }
  double running = potential->estimate;
  fall.bars.push_back(
      {{"Full potential", "what the ideals allow"}, potential, 0, running, true, {}, palette::ink});
  for (const Finding* share : view.all("shapley", view.measure(), 0, arm)) {
    fall.bars.push_back(cause_bar(view, *share, running, format));
    running = fall.bars.back().end;
  }
  fall.bars.push_back(
      {{"Realised", "what is left"}, realised, 0, realised->estimate, true, {}, palette::good});
  fall.kept = realised->estimate / potential->estimate;
  return fall;
}

std::vector<Waterfall> waterfalls(const StudyView& view) {
  std::vector<Waterfall> all;
  for (const int arm : view.arms("shapley")) {
    all.push_back(waterfall_of(view, arm, view.format("shapley", view.measure())));
  }
  std::erase_if(all, [](const Waterfall& fall) { return fall.bars.empty(); });
  return all;
}

Extent extent_of(const std::vector<Waterfall>& falls) {
  Extent extent{0, 0};
  for (const Waterfall& fall : falls) {
    for (const FallBar& bar : fall.bars) {
      extent.include(bar.begin);
      extent.include(bar.end);
      extent.include(bar.total ? bar.size->upper : bar.begin - bar.size->lower);
    }
  }
  return extent;
}

std::string shape(const FallBar& bar, const PlotScale& x, double y) {
  const double left = std::min(x(bar.begin), x(bar.end));
  const double length = std::max(std::abs(x(bar.end) - x(bar.begin)), 1.5);
  std::string out = rectangle(left, y, length, bar_height, bar.fill, bar.total ? "" : "0.85");
  if (!has_interval(bar.size)) {
    return out;
  }
  const Finding& size = *bar.size;
  const double low = bar.total ? size.lower : bar.begin - size.upper;
  const double high = bar.total ? size.upper : bar.begin - size.lower;
  return out +
         whisker(x(low), x(high), y + bar_height / 2, bar.total ? palette::axis : palette::ink);
}

std::string amount(const FallBar& bar, const MeasureFormat& format) {
  return bar.total ? format.level(bar.size->estimate) : format.change(-bar.size->estimate);
}

std::string range(const FallBar& bar, const MeasureFormat& format) {
  if (!has_interval(bar.size)) {
    return {};
  }
  return bar.total ? format.level_range(bar.size->lower, bar.size->upper)
                   : format.change_range(-bar.size->upper, -bar.size->lower);
}

/// The number beside a floating bar, or in one that stands on zero.
std::string number_beside(const FallBar& bar, const MeasureFormat& format, const PlotScale& x,
                          double y, bool roomy) {
  const double left = std::min(x(bar.begin), x(bar.end)) - 8;
  const std::string number = amount(bar, format);
  const std::string aside = roomy ? range(bar, format) : "";
  double at = bar.total ? x(bar.end) - 8 : left;
  if (has_interval(bar.size)) {
    at = std::min(at, (bar.total ? x(bar.size->lower) : x(bar.begin - bar.size->upper)) - 8);
  }
  const Font font{.size = 13,
                  .weight = Weight::semibold,
                  .fill = bar.total ? palette::paper : palette::ink,
                  .anchor = Anchor::end};
  std::string out = text_at(at, y + 15, number, font);
  if (bar.total) {
    return out;
  }
  at -= text_width(number, 13, Weight::semibold) + 9;
  out += text_at(at, y + 15, aside, {.size = 12, .fill = palette::quiet, .anchor = Anchor::end});
  at -= aside.empty() ? 0 : text_width(aside, 12) + 9;
  return out + text_at(at, y + 15, bar.won_back,
                       {.size = 12,
                        .weight = Weight::semibold,
                        .fill = bar.won_back.starts_with('+') ? palette::good : palette::bad,
                        .anchor = Anchor::end});
}

std::string connector(const FallBar& from, const FallBar& to, const PlotScale& x, double y,
                      double step) {
  return line(x(from.end), y + bar_height, x(from.end), y + (to.total ? step : step + 1),
              palette::axis);
}

std::string kept_words(const Waterfall& fall) { return percent(fall.kept) + " of it"; }

std::string panel(const ResultData& r, const Waterfall& fall, const MeasureFormat& format,
                  const PlotScale& x, bool roomy) {
  constexpr double step = 38;
  std::string out =
      text_at(x.from, 14,
              shorten(capitalised(short_name(r, fall.arm)), 13.5, x.to - x.from, Weight::semibold),
              {.size = 13.5, .weight = Weight::semibold, .fill = arm_colour(fall.arm)});
  out += line(x(0), 24, x(0), 34 + step * static_cast<double>(fall.bars.size()), palette::axis);
  for (std::size_t i = 0; i < fall.bars.size(); ++i) {
    const double y = 32 + static_cast<double>(i) * step;
    out += i + 1 < fall.bars.size() ? connector(fall.bars[i], fall.bars[i + 1], x, y, step) : "";
    out += shape(fall.bars[i], x, y) + number_beside(fall.bars[i], format, x, y, roomy);
  }
  const double last = 32 + static_cast<double>(fall.bars.size() - 1) * step;
  const FallBar& realised = fall.bars.back();
  return out + text_at(std::max(x(realised.end), x(realised.size->upper)) + 8, last + 15,
                       kept_words(fall), {.size = 12, .fill = palette::quiet});
}

std::string names(const Waterfall& fall) {
  std::string out;
  for (std::size_t i = 0; i < fall.bars.size(); ++i) {
    const double y = 32 + static_cast<double>(i) * 38;
    const FallBar& bar = fall.bars[i];
    out += text_at(0, y + 10, shorten(bar.words.name, 14, words_width - 12, Weight::semibold),
                   {.size = 14, .weight = bar.total ? Weight::semibold : Weight::regular});
    out += text_at(0, y + 25, shorten(bar.words.meaning, 12, words_width - 8),
                   {.size = 12, .fill = palette::quiet});
  }
  return out;
}

void draw_wide(Figure& figure, const ResultData& r, const std::vector<Waterfall>& falls,
               const MeasureFormat& format) {
  const std::size_t beside = std::min(falls.size(), most_beside);
  const double width = (figure.width - words_width - gap * static_cast<double>(beside - 1)) /
                       static_cast<double>(beside);
  const double height = 32 + 38 * static_cast<double>(falls.front().bars.size()) + 8;
  for (std::size_t i = 0; i < falls.size(); ++i) {
    const double left = words_width + static_cast<double>(i % beside) * (width + gap);
    const std::size_t row = i / beside;
    const double top = static_cast<double>(row) * (height + 20);
    const PlotScale x =
        scale_over(extent_of(falls), left, left + std::min(width, 900.0) - kept_room);
    const PlotScale from_zero{0, x.high, x.from, x.to};
    figure.drawing += i % beside == 0 ? moved(0, top, names(falls[i])) : "";
    figure.drawing += moved(
        0, top, panel(r, falls[i], format, extent_of(falls).low < 0 ? x : from_zero, width > 420));
    figure.height = top + height;
  }
}

double draw_narrow(Figure& figure, const ResultData& r, const Waterfall& fall,
                   const MeasureFormat& format, const PlotScale& x, double top) {
  constexpr double step = 48;
  std::string& out = figure.drawing;
  out +=
      text_at(0, top + 16, shorten(capitalised(short_name(r, fall.arm)), 14, 390, Weight::semibold),
              {.size = 14, .weight = Weight::semibold, .fill = arm_colour(fall.arm)});
  for (std::size_t i = 0; i < fall.bars.size(); ++i) {
    const FallBar& bar = fall.bars[i];
    const double y = top + 40 + static_cast<double>(i) * step;
    const std::string aside = i + 1 == fall.bars.size() ? kept_words(fall) : range(bar, format);
    out += text_at(0, y, shorten(bar.words.name, 13.5, 190), {.size = 13.5});
    out += text_at(400, y, aside, {.size = 12, .fill = palette::quiet, .anchor = Anchor::end});
    out += text_at(400 - text_width(aside, 12) - 8, y, amount(bar, format),
                   {.size = 13, .weight = Weight::semibold, .anchor = Anchor::end});
    out += shape(bar, x, y + 6);
    out += i + 1 < fall.bars.size()
               ? line(x(bar.end), y + 6 + bar_height, x(bar.end), y + 6 + step, palette::rule)
               : "";
  }
  return top + 40 + step * static_cast<double>(fall.bars.size());
}

std::string spoken(const ResultData& r, const std::vector<Waterfall>& falls,
                   const MeasureFormat& format) {
  std::string words;
  for (const Waterfall& fall : falls) {
    words += capitalised(short_name(r, fall.arm)) + ": ";
    for (const FallBar& bar : fall.bars) {
      const std::string aside = bar.total ? std::string() : range(bar, format);
      words += bar.words.name + " " + amount(bar, format) +
               (aside.empty() ? "; " : " (" + aside + "); ");
    }
  }
  return words;
}

} // namespace

Figure leakage(const ResultData& result, Room room) {
  Figure figure{room == Room::wide ? 1180.0 : 400.0, 24, "Where value leaks", {}, {}, {}};
  const auto study = study_answering(result, "shapley");
  if (!study || StudyView(result, *study).measure() < 0) {
    return figure;
  }
  const StudyView view(result, *study);
  const std::vector<Waterfall> falls = waterfalls(view);
  if (falls.empty()) {
    return figure;
  }
  const MeasureFormat format = view.format("shapley", view.measure());
  figure.description = spoken(result, falls, format);
  if (room == Room::wide) {
    draw_wide(figure, result, falls, format);
    return figure;
  }
  const Extent extent = extent_of(falls);
  const PlotScale x = scale_over(extent, 0, 396);
  double top = 0;
  for (const Waterfall& fall : falls) {
    top = draw_narrow(figure, result, fall, format,
                      extent.low < 0 ? x : PlotScale{0, x.high, 0, 396}, top) +
          12;
  }
  figure.height = top;
  return figure;
}

} // namespace sojourn::output
