// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

constexpr double tile_width = 255;
constexpr double row_height = 19;
constexpr double number_room = 56;

/// A linear scale over levels, intervals and the target of one measure.
struct Scale {
  double low = 0, high = 1, left = 0, right = 1;
  [[nodiscard]] double operator()(double value) const {
    return left + (value - low) / (high - low) * (right - left);
  }
};

void widen(Scale& scale, double value) {
  if (std::isfinite(value)) {
    scale.low = std::min(scale.low, value);
    scale.high = std::max(scale.high, value);
  }
}

Scale scale_of(const ResultData& result, int measure, double left) {
  Scale scale{HUGE_VAL, -HUGE_VAL, left, tile_width - number_room};
  for (const Estimate& e : result.estimates) {
    if (e.measure == measure && e.group == 0 && e.versus < 0) {
      widen(scale, e.estimate);
      widen(scale, e.lower);
      widen(scale, e.upper);
    }
  }
  if (const AgreementInfo* agreement = agreement_of(result, measure)) {
    widen(scale, agreement->target);
  }
  if (!(scale.low <= scale.high)) {
    scale.low = scale.high = 0;
  }
  const double margin = scale.high > scale.low ? (scale.high - scale.low) * 0.08 : 1;
  scale.low -= margin;
  scale.high += margin;
  return scale;
}

double name_room(const ResultData& result) {
  double widest = 30;
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    widest = std::max(widest, text_width(short_name(result, a), 12.5, Weight::semibold));
  }
  return std::min(widest, 122.0);
}

std::string row(const ResultData& result, std::size_t arm, int measure, const Scale& scale,
                double y) {
  const Estimate* e = find_estimate(result, static_cast<int>(arm), -1, measure);
  const std::string_view colour = arm_colour(arm);
  const Weight weight = arm == 0 ? Weight::regular : Weight::semibold;
  std::string out =
      text_at(0, y + 4, shorten(short_name(result, arm), 12.5, scale.left - 6, weight),
              {.size = 12.5, .weight = weight, .fill = colour});
  if (has_interval(e)) {
    out += element("line", {{"x1", scale(e->lower)},
                            {"x2", scale(e->upper)},
                            {"y1", y},
                            {"y2", y},
                            {"stroke", colour},
                            {"stroke-opacity", "0.4"},
                            {"stroke-width", "4"},
                            {"stroke-linecap", "round"}});
  }
  if (has_value(e)) {
    out += arm_mark(arm, scale(e->estimate), y, 3, true);
  }
  const std::string number =
      has_value(e) ? format_of(result, measure).level(e->estimate) : std::string("–");
  return out + text_at(tile_width, y + 4, number,
                       {.size = 12.5, .weight = weight, .anchor = Anchor::end});
}

std::string spoken(const ResultData& result, int measure) {
  const MeasureFormat format = format_of(result, measure);
  std::string words;
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const Estimate* e = find_estimate(result, static_cast<int>(a), -1, measure);
    words += short_name(result, a) + " " + (has_value(e) ? format.level(e->estimate) : "no value");
    words += has_interval(e) ? " (" + format.level_range(e->lower, e->upper) + "); " : "; ";
  }
  return words;
}

} // namespace

TileWords tile_words(const ResultData& result, int measure) {
  const MeasureInfo& info = result.measures[static_cast<std::size_t>(measure)];
  TileWords words{info.label.empty() ? info.id : info.label, info.about};
  if (const AgreementInfo* agreement = agreement_of(result, measure)) {
    words.name += " (" + agreement->kind + ")";
    words.note = agreement->text + "; target dashed";
  }
  return words;
}

std::vector<int> tile_measures(const ResultData& result) {
  const std::vector<int> ordered = headline_measures(result);
  std::vector<int> chosen;
  const auto take_first = [&](const auto& fits) {
    const auto found = std::find_if(ordered.begin(), ordered.end(), fits);
    if (found != ordered.end()) {
      chosen.push_back(*found);
    }
  };
  const auto of_kind = [&](const char* kind) {
    return [&result, kind](int m) {
      const AgreementInfo* agreement = agreement_of(result, m);
      return agreement != nullptr && agreement->kind == kind;
    };
  };
  take_first([&](int m) { return m == headline_measure(result).value_or(-1); });
  take_first(of_kind("XLA"));
  take_first(of_kind("SLA"));
  take_first([&](int m) { return m == value_measure(result).value_or(-1); });
  for (const int m : ordered) {
    if (chosen.size() < 4 && std::find(chosen.begin(), chosen.end(), m) == chosen.end()) {
      chosen.push_back(m);
    }
  }
  return chosen;
}

Figure tile(const ResultData& result, int measure) {
  const double rows = static_cast<double>(result.arms.size());
  Figure figure{tile_width,
                rows * row_height + 6,
                tile_words(result, measure).name,
                spoken(result, measure),
                {},
                {}};
  const Scale scale = scale_of(result, measure, name_room(result) + 10);
  if (const AgreementInfo* agreement = agreement_of(result, measure)) {
    const double x = scale(agreement->target);
    figure.drawing += line(x, 0, x, figure.height, palette::ink, 1.2, "2 2.5");
  }
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    figure.drawing += row(result, a, measure, scale, 12 + static_cast<double>(a) * row_height);
  }
  return figure;
}

Figure tiles(const ResultData& result) {
  constexpr double step = 308;
  const std::vector<int> measures = tile_measures(result);
  Figure figure{24, 0, "Measures in every design", {}, {}, {}};
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const double x = 24 + static_cast<double>(i) * step;
    const TileWords words = tile_words(result, measures[i]);
    const Figure one = tile(result, measures[i]);
    const auto note = wrap(words.note, 12, tile_width, 3);
    figure.drawing += text_at(x, 34, shorten(words.name, 14, tile_width, Weight::semibold),
                              {.size = 14, .weight = Weight::semibold});
    figure.drawing += text_lines(x, 52, note, 15, {.size = 12, .fill = palette::quiet});
    figure.drawing +=
        element("g", {{"transform", "translate(" + coordinate(x) + " 96)"}}, one.drawing);
    figure.description += words.name + ": " + one.description + " ";
    figure.height = std::max(figure.height, one.height + 116);
    figure.width = x + tile_width + 24;
  }
  figure.height = std::max(figure.height, 60.0);
  return figure;
}

} // namespace sojourn::output
