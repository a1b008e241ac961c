// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/people_pictures.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/verdict.hpp"
#include "output/pictures/view.hpp"

#include <array>

namespace sojourn::output {
namespace {

struct DriverBand {
  std::string_view id, name, about;
};
constexpr std::array layers = {DriverBand{"resources", "Resources", "what the provider puts in"},
                               DriverBand{"service", "Service", "how it performs"},
                               DriverBand{"consumer", "Consumer", "outcome and experience"},
                               DriverBand{"objectives", "Objectives", "what it is to reach"}};
constexpr std::string_view purpose_path = "drivers.purpose";
constexpr double box_height = 84, gap = 10, head_height = 44, between = 28;

/// One column, or one band where the drawing is narrow.
struct DriverBox {
  double x = 0, y = 0, width = 0;
};

std::string head(const DriverBox& at, std::string_view name, std::string_view about) {
  return text_at(at.x, at.y + 15, name, {.size = 14, .weight = Weight::semibold}) +
         text_at(at.x, at.y + 32, shorten(about, 12, at.width),
                 {.size = 12, .fill = palette::quiet});
}

std::string frame(const DriverBox& at, double height) {
  return element("rect", {{"x", at.x},
                          {"y", at.y},
                          {"width", at.width},
                          {"height", height},
                          {"rx", 4.0},
                          {"fill", palette::card},
                          {"stroke", palette::rule}});
}

/// What the arm changes, in the colour of good or bad where that can be told.
std::string change_line(const ResultData& result, int measure, std::size_t arm,
                        const DriverBox& at) {
  const Estimate* change = find_estimate(result, static_cast<int>(arm), 0, measure);
  if (arm == 0 || !has_value(change)) {
    return {};
  }
  const int better = result.measures[static_cast<std::size_t>(measure)].better;
  const Verdict verdict = verdict_of(change, better);
  const std::string_view colour = verdict == Verdict::better  ? palette::good
                                  : verdict == Verdict::worse ? palette::bad
                                                              : palette::quiet;
  const std::string words =
      format_of(result, measure).change(change->estimate) + " " + short_name(result, arm);
  return text_at(at.x + 10, at.y + 74, shorten(words, 12, at.width - 20),
                 {.size = 12, .fill = colour});
}

std::string indicator(const ResultData& result, const std::string& id, std::size_t arm,
                      const DriverBox& at, std::string& spoken) {
  const auto measure = measure_named(result, id);
  const std::string name = measure ? tile_words(result, *measure).name : as_words(id);
  std::string out =
      frame(at, box_height) +
      text_at(at.x + 10, at.y + 20, shorten(name, 12.5, at.width - 20), {.size = 12.5});
  const Estimate* level = measure ? find_estimate(result, 0, -1, *measure) : nullptr;
  if (!has_value(level)) {
    spoken += name + " is not measured here. ";
    return out +
           text_at(at.x + 10, at.y + 44, "not measured here", {.size = 12, .fill = palette::quiet});
  }
  const MeasureFormat format = format_of(result, *measure);
  spoken += name + " " + format.level(level->estimate) + ". ";
  out += text_at(at.x + 10, at.y + 44, format.level(level->estimate),
                 {.size = 17, .weight = Weight::semibold});
  if (has_interval(level)) {
    out += text_at(at.x + 10, at.y + 60,
                   shorten(format.level_range(level->lower, level->upper), 12, at.width - 20),
                   {.size = 12, .fill = palette::quiet});
  }
  return out + change_line(result, *measure, arm, at);
}

/// An arrow from one layer to the next.
std::string arrow(double x, double y, bool across) {
  Path path;
  across ? path.move(x, y - 5).to(x + 8, y).to(x, y + 5)
         : path.move(x - 5, y).to(x, y + 8).to(x + 5, y);
  return element(
      "path",
      {{"d", path.text()}, {"fill", "none"}, {"stroke", palette::axis}, {"stroke-width", 1.6}});
}

std::string purpose(const ResultData& result, const DriverBox& at, double& height) {
  std::string words;
  for (const std::string& each : written_at(result, purpose_path)) {
    words += (words.empty() ? "" : " ") + each;
  }
  const std::vector<std::string> lines = wrap(words.empty() ? "not said" : words, 13, at.width, 12);
  height = head_height + 17 * static_cast<double>(lines.size()) + 6;
  return head(at, "Purpose", "what it is all for") +
         text_lines(at.x, at.y + head_height + 14, lines, 17, {.size = 13});
}

/// Draws one layer; returns its height through `height`.
std::string layer(const ResultData& result, const DriverBand& which, const DriverBox& at,
                  std::size_t columns, std::size_t arm, double& height, std::string& spoken) {
  std::string out = head(at, which.name, which.about);
  const std::vector<std::string> ids = written_at(result, "drivers." + std::string(which.id));
  spoken += std::string(which.name) + ": " + (ids.empty() ? "nothing named. " : "");
  const auto n = static_cast<double>(columns);
  const double width = (at.width - (n - 1) * gap) / n;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const DriverBox box{at.x + static_cast<double>(i % columns) * (width + gap),
                        at.y + head_height + static_cast<double>(i / columns) * (box_height + gap),
                        width};
    out += indicator(result, ids[i], arm, box, spoken);
  }
  if (ids.empty()) {
    out += text_at(at.x, at.y + head_height + 14, "nothing named",
                   {.size = 12, .fill = palette::quiet});
  }
  const auto rows =
      static_cast<double>((std::max<std::size_t>(ids.size(), 1) + columns - 1) / columns);
  height = head_height + rows * (box_height + gap);
  return out;
}

bool says_drivers(const ResultData& result) {
  for (const ParameterInfo& each : result.parameters) {
    if (each.path.starts_with("drivers.")) {
      return true;
    }
  }
  return false;
}

} // namespace

Figure drivers(const ResultData& result, Room room) {
  const bool wide = room == Room::wide;
  Figure figure{
      wide ? 1132.0 : 400.0, 0, "What drives value, from resources to purpose", {}, {}, {}};
  if (!says_drivers(result)) {
    return figure;
  }
  const std::size_t arm = page::first_shown_arm(result);
  const double step = figure.width + between;
  const double width = wide ? step / 5 - between : figure.width;
  DriverBox at{0, 0, width};
  double height = 0;
  for (const DriverBand& each : layers) {
    figure.drawing += layer(result, each, at, wide ? 1 : 2, arm, height, figure.description);
    figure.height = std::max(figure.height, at.y + height);
    figure.drawing += wide ? arrow(at.x + width + between / 2 - 4, 12, true)
                           : arrow(figure.width - 12, at.y + height + 2, false);
    (wide ? at.x : at.y) += wide ? width + between : height + between / 2;
  }
  figure.drawing += purpose(result, at, height);
  figure.height = std::max(figure.height, at.y + height);
  return figure;
}

} // namespace sojourn::output
