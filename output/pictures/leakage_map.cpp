// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Where leakage shows and where it starts, cause by cause, and whether each step adds more than it
// deducts.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr double row_height = 30, head_height = 62;
constexpr std::array<std::string_view, 7> steps = {"explore", "engage",    "offer",  "agree",
                                                   "onboard", "co-create", "realize"};

struct HeatRow {
  std::string id, name, step;
  std::size_t at = 0;                // of its step on the way; what is in none comes last
  std::vector<const Finding*> cells; // one per cause; nullptr where nothing leaks
};

struct HeatMap {
  std::string title;
  std::vector<std::string> causes; // ids
  std::vector<HeatRow> rows;
};

/// Where a block of the figure stands and how wide its columns are.
struct HeatRoom {
  double words = 220, cell = 72;
  double step = 0; // of the words, for the step a touchpoint is in
};

/// A block and the height it takes.
struct DrawnBlock {
  std::string drawing;
  double height = 0;
};

std::vector<std::string> causes_of(const StudyView& view) {
  std::vector<std::string> causes;
  for (const Finding* share : view.all("shapley", view.measure())) {
    causes.push_back(share->subject);
  }
  return causes;
}

/// What a row is about: a step, or a touchpoint in a step.
HeatRow new_row(const ResultData& r, const std::vector<std::string>& parts, std::size_t n_causes) {
  const auto at = std::find(steps.begin(), steps.end(), parts[1]) - steps.begin();
  const std::string name = parts.size() < 3         ? capitalised(step_words(parts[1]))
                           : parts[2] == "who came" ? "Who finishes at all"
                                                    : touchpoint_words(r, parts[2]);
  const bool in_step = parts.size() > 2 && parts[1] != "everywhere";
  return {parts.back(), name, in_step ? parts[1] : "", static_cast<std::size_t>(at),
          std::vector<const Finding*>(n_causes, nullptr)};
}

/// The row of a cell, made where there is none yet.
HeatRow& row_of(const ResultData& r, HeatMap& map, const std::vector<std::string>& parts) {
  const auto found = std::find_if(map.rows.begin(), map.rows.end(),
                                  [&](const HeatRow& row) { return row.id == parts.back(); });
  if (found != map.rows.end()) {
    return *found;
  }
  map.rows.push_back(new_row(r, parts, map.causes.size()));
  return map.rows.back();
}

/// "cause / step / touchpoint" taken apart.
std::vector<std::string> parts_of(const std::string& subject) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= subject.size();) {
    const std::size_t slash = std::min(subject.find(" / ", at), subject.size());
    parts.push_back(subject.substr(at, slash - at));
    at = slash + 3;
  }
  return parts;
}

HeatMap heat_map_of(const ResultData& r, const StudyView& view, const std::string& quantity,
                    const std::string& title) {
  HeatMap map{title, causes_of(view), {}};
  for (const Finding* cell : view.all(quantity, view.measure())) {
    const std::vector<std::string> parts = parts_of(cell->subject);
    const auto cause = std::find(map.causes.begin(), map.causes.end(), parts.front());
    if (parts.size() < 2 || cause == map.causes.end()) {
      continue;
    }
    row_of(r, map, parts).cells[static_cast<std::size_t>(cause - map.causes.begin())] = cell;
  }
  std::stable_sort(map.rows.begin(), map.rows.end(),
                   [](const HeatRow& a, const HeatRow& b) { return a.at < b.at; });
  return map;
}

double largest_of(const HeatMap& map) {
  double largest = 0;
  for (const HeatRow& row : map.rows) {
    for (const Finding* cell : row.cells) {
      largest = has_value(cell) ? std::max(largest, std::abs(cell->estimate)) : largest;
    }
  }
  return largest;
}

/// Rows in which nothing is as much as half a per cent of the largest cell.
std::size_t drop_small_rows(HeatMap& map) {
  const double least = 0.005 * largest_of(map);
  return std::erase_if(map.rows, [least](const HeatRow& row) {
    return std::none_of(row.cells.begin(), row.cells.end(), [least](const Finding* cell) {
      return has_value(cell) && std::abs(cell->estimate) > least;
    });
  });
}

std::string cell_markup(const Finding* cell, const MeasureFormat& format, double largest, double x,
                        double y, double width) {
  if (!has_value(cell)) {
    return {};
  }
  const double strength = largest > 0 ? std::abs(cell->estimate) / largest : 0;
  std::string out;
  if (is_told(cell)) {
    out = rectangle(x + 1, y + 1, width - 2, row_height - 2, colour_of(-cell->estimate, 1),
                    fixed(0.06 + 0.5 * strength, 2));
  }
  return out + text_at(x + width / 2, y + 20,
                       fixed(cell->estimate * format.scale, format.change_decimals),
                       {.size = 12.5,
                        .weight = strength > 0.25 ? Weight::semibold : Weight::regular,
                        .fill = is_told(cell) ? palette::ink : palette::quiet,
                        .anchor = Anchor::middle});
}

std::string cause_heads(const HeatMap& map, const HeatRoom& room) {
  std::string out;
  for (std::size_t c = 0; c < map.causes.size(); ++c) {
    const auto lines = wrap(cause_words(map.causes[c]).name, 11.5, room.cell - 3, 3);
    out += text_lines(room.words + (static_cast<double>(c) + 0.5) * room.cell,
                      head_height - 6 - 13 * static_cast<double>(lines.size() - 1), lines, 13,
                      {.size = 11.5, .fill = palette::quiet, .anchor = Anchor::middle});
  }
  return out;
}

std::string row_words(const HeatRow& row, const HeatRoom& room, double y) {
  const double width = room.words - room.step - 8;
  const bool fits = text_width(row.name, 13) <= width;
  return fits ? text_at(0, y + 20, row.name)
              : text_lines(0, y + 13, wrap(row.name, 12, width, 2), 13, {.size = 12});
}

DrawnBlock drawn(const HeatMap& map, const MeasureFormat& format, const HeatRoom& room) {
  DrawnBlock block{text_at(0, 14, map.title, {.size = 14, .weight = Weight::semibold}) +
                       cause_heads(map, room),
                   head_height};
  const double width = room.words + room.cell * static_cast<double>(map.causes.size());
  const double largest = largest_of(map);
  for (std::size_t i = 0; i < map.rows.size(); ++i) {
    const HeatRow& row = map.rows[i];
    const bool new_step = i == 0 || row.step != map.rows[i - 1].step;
    block.drawing +=
        line(0, block.height, width, block.height, new_step ? palette::axis : palette::rule);
    block.drawing += row_words(row, room, block.height);
    block.drawing += room.step > 0 && new_step
                         ? text_at(room.words - 8, block.height + 20, row.step,
                                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::end})
                         : "";
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      block.drawing +=
          cell_markup(row.cells[c], format, largest,
                      room.words + static_cast<double>(c) * room.cell, block.height, room.cell);
    }
    block.height += row_height;
  }
  block.drawing += line(0, block.height, width, block.height, palette::rule);
  return block;
}

/// Every step: what it adds, what it deducts, what is left.
DrawnBlock step_test(const StudyView& view, const MeasureFormat& format, double words,
                     double cell) {
  DrawnBlock block{text_at(0, 14, "Does each step add more than it deducts?",
                           {.size = 14, .weight = Weight::semibold}),
                   44};
  const double width = words + 3 * cell;
  const auto put = [&](std::size_t column, const std::string& text, std::string_view fill) {
    block.drawing += text_at(words + static_cast<double>(column + 1) * cell, block.height, text,
                             {.size = 12.5, .fill = fill, .anchor = Anchor::end});
  };
  put(0, "adds", palette::quiet);
  put(1, "deducts", palette::quiet);
  put(2, "leaves", palette::quiet);
  block.height += 8;
  for (const Finding* net : view.all("step_net", view.measure())) {
    const Finding* added = view.find("step_added", net->subject, view.measure());
    const Finding* deducted = view.find("step_deducted", net->subject, view.measure());
    block.drawing += line(0, block.height, width, block.height, palette::rule);
    block.height += 20;
    const bool seen = fixed(net->estimate * format.scale, format.change_decimals) !=
                      fixed(0, format.change_decimals);
    const bool loses = has_interval(net) && net->upper < 0 && seen;
    block.drawing += text_at(0, block.height, capitalised(net->subject), {});
    block.drawing += loses ? text_at(words - 4, block.height, "▼ costs more",
                                     {.size = 12, .fill = palette::bad, .anchor = Anchor::end})
                           : "";
    put(0, has_value(added) ? format.level(added->estimate) : "–", palette::ink);
    put(1, has_value(deducted) ? format.level(deducted->estimate) : "–", palette::ink);
    put(2, format.change(net->estimate), loses ? palette::bad : palette::ink);
    block.height += 10;
  }
  return block;
}

std::string spoken(const HeatMap& map, const MeasureFormat& format) {
  std::string words = map.title + ". ";
  for (const HeatRow& row : map.rows) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (is_told(row.cells[c])) {
        words += row.name + ", " + cause_words(map.causes[c]).name + ": " +
                 format.change(-row.cells[c]->estimate) + ". ";
      }
    }
  }
  return words;
}

/// The blocks one below the other; where there is room, the first at the left of the others.
void arrange(Figure& figure, const std::vector<DrawnBlock>& blocks, Room room) {
  constexpr double second = 620, between = 34;
  double left_height = 0, right_height = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool right = room == Room::wide && i > 0;
    double& height = right ? right_height : left_height;
    figure.drawing += moved(right ? second : 0, height, blocks[i].drawing);
    height += blocks[i].height + between;
  }
  figure.height = std::max(left_height, right_height) - between + 14;
}

} // namespace

Figure leakage_map(const ResultData& result, Room room) {
  Figure figure{
      room == Room::wide ? 1180.0 : 400.0, 24, "Where leakage shows and starts", {}, {}, {}};
  const auto study = study_answering(result, "shapley");
  if (!study || StudyView(result, *study).measure() < 0) {
    return figure;
  }
  const StudyView view(result, *study);
  const MeasureFormat format = view.format("shapley", view.measure());
  const bool wide = room == Room::wide;
  const std::string& code = result.measures[static_cast<std::size_t>(view.measure())].unit;
  const std::string unit = currency_sign(code).substr(0, currency_sign(code).find(no_break_space));
  HeatMap shows =
      heat_map_of(result, view, "shows", "Where it shows, " + unit + " lost per journey");
  drop_small_rows(shows);
  const HeatMap starts =
      heat_map_of(result, view, "starts", "Where it starts, " + unit + " per journey");
  std::vector<DrawnBlock> blocks;
  if (!shows.rows.empty()) {
    blocks.push_back(drawn(shows, format, wide ? HeatRoom{264, 74, 62} : HeatRoom{120, 70, 0}));
  }
  if (!starts.rows.empty()) {
    blocks.push_back(drawn(starts, format, wide ? HeatRoom{264, 74, 0} : HeatRoom{120, 70, 0}));
  }
  blocks.push_back(step_test(view, format, wide ? 264.0 : 172.0, wide ? 98.0 : 76.0));
  figure.description = spoken(shows, format) + spoken(starts, format);
  arrange(figure, blocks, room);
  return figure;
}

} // namespace sojourn::output
