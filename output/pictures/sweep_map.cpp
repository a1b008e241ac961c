// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/sweep_points.hpp"

#include <algorithm>
#include <cmath>

// Two numbers varied at once: the level at every crossing, coloured by how far it is from today.
namespace sojourn::output {
namespace {

using namespace plot;

struct GridCell {
  const Finding *level = nullptr, *change = nullptr;
};

struct GridRoom {
  double left = 190, cell = 92, row = 44, top = 62;
};

double largest_change(const std::vector<const Finding*>& changes) {
  double largest = 0;
  for (const Finding* change : changes) {
    largest = has_value(change) ? std::max(largest, std::abs(change->estimate)) : largest;
  }
  return largest;
}

std::string cell_markup(const GridCell& cell, const MeasureFormat& format, int better,
                        double largest, double x, double y, const GridRoom& room) {
  std::string out;
  if (is_told(cell.change) && largest > 0) {
    out = rectangle(x + 1, y + 1, room.cell - 2, room.row - 2,
                    colour_of(cell.change->estimate, better),
                    fixed(0.06 + 0.5 * std::abs(cell.change->estimate) / largest, 2));
  }
  if (!has_value(cell.level)) {
    return out;
  }
  out += text_at(x + room.cell / 2, y + 19, format.level(cell.level->estimate),
                 {.size = 13, .weight = Weight::semibold, .anchor = Anchor::middle});
  const bool as_it_is = has_value(cell.change) && cell.change->estimate == 0;
  return out + text_at(x + room.cell / 2, y + 35,
                       as_it_is                 ? std::string("as today")
                       : has_value(cell.change) ? format.change(cell.change->estimate)
                                                : std::string(),
                       {.size = 11.5, .anchor = Anchor::middle});
}

std::string grid_heads(const SweepAxis& across, const SweepAxis& down, const GridRoom& room) {
  std::string out = text_at(room.left, 34, shorten(across.name, 12.5, 500, Weight::semibold),
                            {.size = 12.5, .weight = Weight::semibold}) +
                    text_lines(0, 34, wrap(down.name, 12.5, room.left - 16, 2, Weight::semibold),
                               16, {.size = 12.5, .weight = Weight::semibold});
  for (std::size_t i = 0; i < across.different.size(); ++i) {
    out += text_at(room.left + (static_cast<double>(i) + 0.5) * room.cell, 54,
                   shorten(across.different[i], 12.5, room.cell - 4),
                   {.size = 12.5, .fill = palette::quiet, .anchor = Anchor::middle});
  }
  for (std::size_t i = 0; i < down.different.size(); ++i) {
    out += text_at(room.left - 12, room.top + (static_cast<double>(i) + 0.5) * room.row + 5,
                   shorten(down.different[i], 12.5, room.left - 16),
                   {.size = 12.5, .fill = palette::quiet, .anchor = Anchor::end});
  }
  return out;
}

std::size_t index_of(const SweepAxis& axis, std::size_t point) {
  return static_cast<std::size_t>(
      std::find(axis.different.begin(), axis.different.end(), axis.written[point]) -
      axis.different.begin());
}

GridRoom room_for(const SweepAxis& across, Room room) {
  const double n = static_cast<double>(std::max<std::size_t>(across.different.size(), 1));
  return room == Room::wide ? GridRoom{230, std::min(110.0, 940 / n), 44, 70}
                            : GridRoom{110, 290 / n, 44, 70};
}

} // namespace

Figure sweep_map(const ResultData& result, const SweepPoints& points, Room room) {
  const StudyView view(result, *study_answering(result, "change"));
  const MeasureInfo& measure = result.measures[static_cast<std::size_t>(view.measure())];
  const MeasureFormat format = view.format("change", view.measure());
  // The shorter list across, so that it fits a phone.
  const bool turned = points.axes[0].different.size() > points.axes[1].different.size();
  const SweepAxis& across = points.axes[turned ? 1 : 0];
  const SweepAxis& down = points.axes[turned ? 0 : 1];
  const GridRoom sheet = room_for(across, room);
  const auto changes = view.all("change", view.measure());
  const double largest = largest_change(changes);
  Figure figure{room == Room::wide ? 1180.0 : 400.0,
                sheet.top + sheet.row * static_cast<double>(down.different.size()) + 8,
                "What if two numbers were others",
                {},
                {},
                {}};
  figure.drawing = text_at(0, 14, shorten(measure.label, 14, figure.width - 10, Weight::semibold),
                           {.size = 14, .weight = Weight::semibold}) +
                   grid_heads(across, down, sheet);
  for (std::size_t point = 0; point < points.subjects.size(); ++point) {
    const std::string& subject = points.subjects[point];
    const GridCell cell{view.find("level", subject, view.measure()),
                        view.find("change", subject, view.measure())};
    figure.drawing +=
        cell_markup(cell, format, measure.better, largest,
                    sheet.left + static_cast<double>(index_of(across, point)) * sheet.cell,
                    sheet.top + static_cast<double>(index_of(down, point)) * sheet.row, sheet);
    figure.description += across.written[point] + ", " + down.written[point] + ": " +
                          (has_value(cell.level) ? format.level(cell.level->estimate) : "–") + ". ";
  }
  return figure;
}

} // namespace sojourn::output
