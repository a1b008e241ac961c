// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>

// Which assumptions matter at all: how far each moves the answer, against how much that depends on
// the others.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr double label_size = 12.5;

struct ScreenDot {
  std::string name;
  const Finding *size = nullptr, *spread = nullptr;
  double x = 0, y = 0; // px
};

/// A rectangle that is taken.
struct TakenBox {
  double left, top, right, bottom;
  [[nodiscard]] bool meets(const TakenBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

struct ScreenSheet {
  double width = 1180, from = 70, to = 1100, top = 30, bottom = 430;
  std::size_t labels = 12;
  double label_width = 330;
};

ScreenSheet sheet_of(Room room) {
  return room == Room::wide ? ScreenSheet{} : ScreenSheet{400, 44, 392, 34, 404, 6, 190};
}

/// Those that move the measure, the largest first.
std::vector<ScreenDot> dots_of(const ResultData& r, const StudyView& view) {
  std::vector<ScreenDot> dots;
  for (const Finding* size : view.all("mu_star", view.measure())) {
    const Finding* spread = view.find("sigma", size->subject, view.measure());
    if (has_value(size) && has_value(spread) && size->estimate > 0) {
      dots.push_back({path_words(r, size->subject), size, spread, 0, 0});
    }
  }
  std::stable_sort(dots.begin(), dots.end(), [](const ScreenDot& a, const ScreenDot& b) {
    return a.size->estimate > b.size->estimate;
  });
  return dots;
}

/// A label beside, above or below its dot, where nothing else is; nothing where there is no room.
std::string label(const ScreenDot& dot, const ScreenSheet& sheet, std::vector<TakenBox>& taken) {
  const std::string words = shorten(dot.name, label_size, sheet.label_width);
  const double width = text_width(words, label_size);
  struct Spot {
    double x, y;
  };
  const std::array spots = {
      Spot{dot.x + 9, dot.y + 4},          Spot{dot.x - 9 - width, dot.y + 4},
      Spot{dot.x - width / 2, dot.y - 11}, Spot{dot.x - width / 2, dot.y + 19},
      Spot{dot.x + 9, dot.y - 9},          Spot{dot.x + 9, dot.y + 17}};
  for (const Spot& spot : spots) {
    const TakenBox box{spot.x - 2, spot.y - 12, spot.x + width + 2, spot.y + 5};
    const bool inside = box.left > sheet.from && box.right < sheet.width && box.top > sheet.top;
    if (inside && std::none_of(taken.begin(), taken.end(),
                               [&](const TakenBox& other) { return box.meets(other); })) {
      taken.push_back(box);
      return text_at(spot.x, spot.y, words, {.size = label_size, .halo = true});
    }
  }
  return {};
}

std::string axes(const ScreenSheet& sheet, const PlotScale& x, const PlotScale& y,
                 const MeasureFormat& format, const std::string& measure) {
  const Font quiet{.size = 12, .fill = palette::quiet};
  const Font right{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  std::string out = text_at(0, 14, "↑ depends on the other assumptions", quiet);
  const auto across = round_ticks(x.low * format.scale, x.high * format.scale, 6);
  for (const double tick : across) {
    const double at = x(tick / format.scale);
    out += line(at, sheet.top, at, sheet.bottom, palette::rule) +
           text_at(at, sheet.bottom + 17, fixed(tick, tick_decimals(across)),
                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle});
  }
  const auto upwards = round_ticks(y.low * format.scale, y.high * format.scale, 5);
  for (const double tick : upwards) {
    const double at = y(tick / format.scale);
    out += line(sheet.from, at, sheet.to, at, palette::rule) +
           text_at(sheet.from - 8, at + 4, fixed(tick, tick_decimals(upwards)), right);
  }
  return out + text_at(sheet.to, sheet.bottom + 38,
                       shorten("moves it further: " + measure + " →", 12, sheet.to - 20), right);
}

std::string unmoved(std::size_t n, const ScreenSheet& sheet) {
  return n == 0 ? ""
                : text_at(0, sheet.bottom + 60,
                          std::to_string(n) + (n == 1 ? " assumption moves" : " assumptions move") +
                              " nothing at all; see the table.",
                          {.size = 12.5, .fill = palette::quiet});
}

std::string spoken(const std::vector<ScreenDot>& dots, const MeasureFormat& format) {
  std::string words;
  for (const ScreenDot& dot : dots) {
    words += dot.name + " moves it by " + format.amount(dot.size->estimate) + ", spread " +
             format.amount(dot.spread->estimate) + ". ";
  }
  return words;
}

/// Puts the dots where they belong and draws them with their intervals.
std::string place(std::vector<ScreenDot>& dots, const PlotScale& x, const PlotScale& y,
                  std::vector<TakenBox>& taken) {
  std::string out;
  for (ScreenDot& dot : dots) {
    dot.x = x(dot.size->estimate);
    dot.y = y(dot.spread->estimate);
    taken.push_back({dot.x - 6, dot.y - 6, dot.x + 6, dot.y + 6});
    out += has_interval(dot.size) ? interval_bar(x(std::max(dot.size->lower, 0.0)),
                                                 x(dot.size->upper), dot.y, palette::today)
                                  : "";
  }
  for (const ScreenDot& dot : dots) {
    out += group_mark(0, dot.x, dot.y, 4.5, palette::ink, palette::ink);
  }
  return out;
}

} // namespace

Figure screen(const ResultData& result, Room room) {
  const ScreenSheet sheet = sheet_of(room);
  Figure figure{sheet.width, 24, "Which assumptions matter at all", {}, {}, {}};
  const auto study = study_answering(result, "mu_star");
  if (!study || StudyView(result, *study).measure() < 0) {
    return figure;
  }
  const StudyView view(result, *study);
  std::vector<ScreenDot> dots = dots_of(result, view);
  const MeasureFormat format = view.format("mu_star", view.measure());
  Extent across{0, 0}, upwards{0, 0};
  for (const ScreenDot& dot : dots) {
    across.include(*dot.size);
    upwards.include(dot.spread->estimate);
  }
  across.low = 0; // a size is never below it, whatever its interval
  const PlotScale x = scale_over(across, sheet.from, sheet.to);
  const PlotScale y = scale_over(upwards, sheet.bottom, sheet.top);
  std::vector<TakenBox> taken;
  figure.description = spoken(dots, format);
  figure.drawing =
      axes(sheet, x, y, format, result.measures[static_cast<std::size_t>(view.measure())].label);
  figure.drawing += place(dots, x, y, taken);
  for (std::size_t i = 0; i < std::min(dots.size(), sheet.labels); ++i) {
    figure.drawing += label(dots[i], sheet, taken);
  }
  figure.drawing += unmoved(view.all("mu_star", view.measure()).size() - dots.size(), sheet);
  figure.height = sheet.bottom + 70;
  return figure;
}

} // namespace sojourn::output
