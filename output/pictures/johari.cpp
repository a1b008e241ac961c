// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/people_pictures.hpp"
#include "output/pictures/plot_parts.hpp"

#include <algorithm>
#include <array>

namespace sojourn::output {
namespace {

struct JohariPane {
  std::string_view id, name, about;
  int column, row; // the person sees it in column 0, the provider in row 0
};
constexpr std::array panes = {JohariPane{"open", "Open", "both see it", 0, 0},
                              JohariPane{"hidden", "Hidden", "only the provider sees it", 1, 0},
                              JohariPane{"blind", "Blind", "only the person sees it", 0, 1},
                              JohariPane{"unknown", "Unknown", "nobody sees it", 1, 1}};
constexpr double pane_height = 118, gap = 12;

/// nullptr where it was not found out.
const Finding* share_of(const ResultData& result, std::string_view quantity,
                        std::string_view pane) {
  const auto found =
      std::find_if(result.findings.begin(), result.findings.end(), [&](const Finding& each) {
        return each.quantity == quantity && each.subject == pane && each.measure < 0;
      });
  return found == result.findings.end() ? nullptr : &*found;
}

/// A name, a bar from 0 to 100 % with its interval, and the number.
std::string bar(const Finding* share, std::string_view name, double x, double y, double width,
                std::string_view colour) {
  if (share == nullptr || !(share->estimate >= 0)) {
    return {};
  }
  constexpr double names = 74, numbers = 44;
  const double length = width - names - numbers;
  const auto at = [&](double part) { return x + names + std::clamp(part, 0.0, 1.0) * length; };
  std::string out = text_at(x, y + 11, name, {.size = 12, .fill = palette::quiet}) +
                    plot::rectangle(x + names, y + 2, length, 10, palette::wash) +
                    plot::rectangle(x + names, y + 2, at(share->estimate) - x - names, 10, colour) +
                    text_at(x + width, y + 12, percent(share->estimate),
                            {.size = 13, .weight = Weight::semibold, .anchor = Anchor::end});
  return share->upper > share->lower
             ? out + plot::whisker(at(share->lower), at(share->upper), y + 7, palette::ink)
             : out;
}

std::string pane_at(const ResultData& result, const JohariPane& pane, double x, double y,
                    double width) {
  return element("rect", {{"x", x},
                          {"y", y},
                          {"width", width},
                          {"height", pane_height},
                          {"rx", 4.0},
                          {"fill", palette::card},
                          {"stroke", palette::rule}}) +
         text_at(x + 12, y + 23, pane.name, {.size = 14, .weight = Weight::semibold}) +
         text_at(x + 12, y + 41, shorten(pane.about, 12, width - 20),
                 {.size = 12, .fill = palette::quiet}) +
         bar(share_of(result, "felt", pane.id), "felt", x + 12, y + 56, width - 24,
             palette::today) +
         bar(share_of(result, "value lost", pane.id), "value lost", x + 12, y + 84, width - 24,
             palette::bad);
}

} // namespace

Figure johari(const ResultData& result, Room room) {
  const bool wide = room == Room::wide;
  Figure figure{wide ? 1132.0 : 400.0,
                0,
                "Johari’s window: who sees what is felt and what is lost",
                {},
                {},
                {}};
  if (share_of(result, "felt", panes.front().id) == nullptr) {
    return figure;
  }
  const double width = wide ? (figure.width - gap) / 2 : figure.width;
  double order = 0;
  for (const JohariPane& pane : panes) {
    const double x = wide ? pane.column * (width + gap) : 0;
    const double y = (wide ? static_cast<double>(pane.row) : order) * (pane_height + gap);
    figure.drawing += pane_at(result, pane, x, y, width);
    figure.height = std::max(figure.height, y + pane_height + 2);
    order += 1;
    const Finding* felt = share_of(result, "felt", pane.id);
    const Finding* lost = share_of(result, "value lost", pane.id);
    figure.description +=
        std::string(pane.name) + ", " + std::string(pane.about) + ": " +
        (felt == nullptr ? "" : percent(felt->estimate) + " of what is felt") +
        (lost == nullptr ? "" : ", " + percent(lost->estimate) + " of value lost") + ". ";
  }
  return figure;
}

} // namespace sojourn::output
