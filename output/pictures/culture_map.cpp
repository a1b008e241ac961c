// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/people_pictures.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace sojourn::output {
namespace {

struct CulturePoles {
  std::string_view id, from, to;
};
/// Meyer's eight scales, as scenarios write them.
constexpr std::array scales = {
    CulturePoles{"communicating", "low context", "high context"},
    CulturePoles{"evaluating", "direct negative feedback", "indirect negative feedback"},
    CulturePoles{"persuading", "principles first", "applications first"},
    CulturePoles{"leading", "egalitarian", "hierarchical"},
    CulturePoles{"deciding", "consensual", "top-down"},
    CulturePoles{"trusting", "task-based", "relationship-based"},
    CulturePoles{"disagreeing", "confrontational", "avoids confrontation"},
    CulturePoles{"scheduling", "linear time", "flexible time"}};

/// Where a persona stands: its own word, else that of everyone, else the middle.
double place_on(const ResultData& result, const std::string& persona, std::string_view scale) {
  for (const std::string& who : {persona, std::string("everyone")}) {
    const auto written = written_at(result, "personas." + who + ".culture." + std::string(scale));
    if (!written.empty()) {
      std::string_view text = written.front();
      text.remove_prefix(text.starts_with('+') ? 1 : 0);
      double value = 0;
      std::from_chars(text.data(), text.data() + text.size(), value);
      return std::clamp(value, -1.0, 1.0);
    }
  }
  return 0;
}

bool says_culture(const ResultData& result) {
  return std::any_of(result.parameters.begin(), result.parameters.end(),
                     [](const ParameterInfo& each) {
                       return each.path.starts_with("personas.") &&
                              each.path.find(".culture.") != std::string::npos;
                     });
}

/// Marks and names of the groups in a line, broken where it is full.
std::string legend(const ResultData& result, double width, double& height) {
  double x = 0, y = 12;
  std::string out;
  for (std::size_t g = 1; g < result.n_groups(); ++g) {
    const std::string name = shorten(group_name(result, g), 13, width - 20);
    const double room = 22 + text_width(name, 13) + 18;
    if (x > 0 && x + room > width) {
      x = 0;
      y += 20;
    }
    out += group_mark(g, x + 6, y, 5.5, palette::ink, palette::ink) +
           text_at(x + 18, y + 4, name, {.size = 13});
    x += room;
  }
  height = y + 22;
  return out;
}

/// Groups that stand at one place are drawn side by side, px.
double beside(const ResultData& result, std::size_t group, std::string_view scale) {
  constexpr double apart = 12;
  const double place = place_on(result, result.personas[group - 1].id, scale);
  double before = 0, all = 0;
  for (std::size_t g = 1; g < result.n_groups(); ++g) {
    const bool here = std::abs(place_on(result, result.personas[g - 1].id, scale) - place) < 0.01;
    before += here && g < group ? 1 : 0;
    all += here ? 1 : 0;
  }
  return apart * (before - (all - 1) / 2);
}

std::string row(const ResultData& result, const CulturePoles& scale, double y, double from,
                double to) {
  const plot::PlotScale x{-1, 1, from, to};
  std::string out =
      line(from, y, to, y, palette::rule) + line(x(0), y - 6, x(0), y + 6, palette::axis);
  double low = 1, high = -1;
  for (std::size_t g = 1; g < result.n_groups(); ++g) {
    const double at = place_on(result, result.personas[g - 1].id, scale.id);
    low = std::min(low, at);
    high = std::max(high, at);
  }
  out += high > low ? line(x(low), y, x(high), y, palette::today, 2.5) : "";
  for (std::size_t g = 1; g < result.n_groups(); ++g) {
    const double at = x(place_on(result, result.personas[g - 1].id, scale.id));
    out += group_mark(g, at + beside(result, g, scale.id), y, 5.5, palette::ink, palette::paper);
  }
  return out;
}

std::string spoken(const ResultData& result) {
  std::string words;
  for (const CulturePoles& scale : scales) {
    words += std::string(scale.id) + ", −1 " + std::string(scale.from) + ", +1 " +
             std::string(scale.to) + ": ";
    for (std::size_t g = 1; g < result.n_groups(); ++g) {
      words += (g > 1 ? ", " : "") + group_name(result, g) + " " +
               with_sign(place_on(result, result.personas[g - 1].id, scale.id), 1);
    }
    words += ". ";
  }
  return words;
}

} // namespace

Figure culture_map(const ResultData& result, Room room) {
  const bool wide = room == Room::wide;
  Figure figure{
      wide ? 1132.0 : 400.0, 0, "Groups of people on eight scales of culture", {}, {}, {}};
  if (!says_culture(result)) {
    return figure;
  }
  double y = 0;
  figure.drawing = legend(result, figure.width, y);
  const double from = wide ? 330 : 24, to = wide ? 880 : 376;
  for (const CulturePoles& scale : scales) {
    figure.drawing += text_at(0, y + (wide ? 18 : 14), capitalised(std::string(scale.id)),
                              {.size = 13, .weight = Weight::semibold});
    const double axis = y + (wide ? 14 : 52);
    const double words = wide ? axis + 4 : y + 32;
    figure.drawing +=
        text_at(
            wide ? from - 14 : 0, words, scale.from,
            {.size = 12, .fill = palette::quiet, .anchor = wide ? Anchor::end : Anchor::start}) +
        text_at(wide ? to + 14 : figure.width, words, scale.to,
                {.size = 12, .fill = palette::quiet, .anchor = wide ? Anchor::start : Anchor::end});
    figure.drawing += row(result, scale, axis, from, to);
    y += wide ? 34 : 72;
  }
  figure.description = spoken(result);
  figure.height = y + 4;
  return figure;
}

} // namespace sojourn::output
