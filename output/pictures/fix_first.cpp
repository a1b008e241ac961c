// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>

// What to fix first: improvements by what each gains alone, with the ranks the data allow.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr std::size_t most_rows = 12;

/// One improvement and its numbers; those on money and per cost may be missing.
struct FixRow {
  const Finding* gain = nullptr;
  const Finding* money = nullptr;
  const Finding* per_cost = nullptr;
  PlainWords words;
};

struct FixSheet {
  bool narrow = false;
  double width = 1180, words_at = 62, words = 300, from = 388, to = 760, number = 838, range = 950;
  double money = 1050, per_cost = 1180, row = 46;
};

FixSheet sheet_of(Room room, bool money, bool per_cost) {
  if (room == Room::narrow) {
    return {true, 400, 0, 392, 8, 392, 400, 400, 400, 400, 94};
  }
  FixSheet sheet;
  const double spare = (money ? 0 : 110) + (per_cost ? 0 : 120); // goes to the plot
  for (double* at : {&sheet.to, &sheet.number, &sheet.range}) {
    *at += spare;
  }
  sheet.money += per_cost ? 0 : 130;
  return sheet;
}

std::vector<FixRow> fix_rows(const ResultData& r, const StudyView& view) {
  const int better = r.measures[static_cast<std::size_t>(view.measure())].better;
  std::vector<const Finding*> gains = view.all("gain", view.measure());
  std::stable_sort(gains.begin(), gains.end(), [better](const Finding* a, const Finding* b) {
    return better * a->estimate > better * b->estimate;
  });
  const auto money = value_measure(r);
  std::vector<FixRow> rows;
  for (const Finding* gain : gains) {
    if (rows.size() < most_rows) {
      rows.push_back(
          {gain,
           money && *money != view.measure() ? view.find("gain", gain->subject, *money) : nullptr,
           view.find("gain per 1000", gain->subject, view.measure()), improvement_words(r, *gain)});
    }
  }
  return rows;
}

std::string rank_words(const Finding& gain) {
  if (gain.rank_low < 1) {
    return "–";
  }
  return gain.rank_low == gain.rank_high
             ? std::to_string(gain.rank_low)
             : std::to_string(gain.rank_low) + " to " + std::to_string(gain.rank_high);
}

std::string bar(const FixRow& row, int better, const PlotScale& x, double y) {
  const Finding& gain = *row.gain;
  if (!has_value(&gain)) {
    return {};
  }
  const std::string_view colour = colour_of(gain.estimate, better);
  const double left = std::min(x(0), x(gain.estimate));
  const double length = std::abs(x(gain.estimate) - x(0));
  std::string out =
      rectangle(left, y - 7, std::max(length, 1.0), 14, colour, is_told(&gain) ? "0.8" : "0.3");
  return out + (has_interval(&gain) ? whisker(x(gain.lower), x(gain.upper), y, palette::ink) : "");
}

std::string wide_words(const FixRow& row, const FixSheet& sheet, double y) {
  return text_at(0, y + 5, rank_words(*row.gain), {.size = 13.5, .weight = Weight::semibold}) +
         text_at(sheet.words_at, y - 2, shorten(row.words.name, 14, sheet.words, Weight::semibold),
                 {.size = 14, .weight = Weight::semibold}) +
         text_at(sheet.words_at, y + 14, shorten(row.words.meaning, 12.5, sheet.words),
                 {.size = 12.5, .fill = palette::quiet});
}

std::string narrow_words(const FixRow& row, double y) {
  const Font quiet{.size = 12.5, .fill = palette::quiet};
  return text_at(0, y, shorten(row.words.name, 14, 392, Weight::semibold),
                 {.size = 14, .weight = Weight::semibold}) +
         text_at(0, y + 17, shorten(row.words.meaning, 12.5, 392), quiet) +
         text_at(0, y + 34, "rank " + rank_words(*row.gain), quiet);
}

/// How the numbers of the three columns are written.
struct FixFormats {
  MeasureFormat gain, money, per_cost;
};

std::string wide_numbers(const FixRow& row, const FixFormats& formats, const FixSheet& sheet,
                         double y) {
  const Font strong{.size = 13.5, .weight = Weight::semibold, .anchor = Anchor::end};
  const Font quiet{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  std::string out = text_at(sheet.number, y + 5, formats.gain.change(row.gain->estimate), strong);
  out +=
      text_at(sheet.range, y + 5,
              has_interval(row.gain) ? formats.gain.change_range(row.gain->lower, row.gain->upper)
                                     : "no interval",
              quiet);
  out += has_value(row.money)
             ? text_at(sheet.money, y + 5, formats.money.change(row.money->estimate),
                       {.size = 13, .anchor = Anchor::end})
             : "";
  return out + (has_value(row.per_cost) ? text_at(sheet.per_cost, y + 5,
                                                  formats.per_cost.change(row.per_cost->estimate),
                                                  {.size = 13, .anchor = Anchor::end})
                                        : "");
}

std::string narrow_numbers(const FixRow& row, const MeasureFormat& format, double y) {
  const std::string range = has_interval(row.gain)
                                ? format.change_range(row.gain->lower, row.gain->upper)
                                : std::string("no interval");
  return text_at(400, y + 34, range, {.size = 12, .fill = palette::quiet, .anchor = Anchor::end}) +
         text_at(400 - text_width(range, 12) - 8, y + 34, format.change(row.gain->estimate),
                 {.size = 13, .weight = Weight::semibold, .anchor = Anchor::end});
}

std::string row_markup(const FixRow& row, const FixFormats& formats, const FixSheet& sheet,
                       const PlotScale& x, int better, double top) {
  std::string out = line(0, top, sheet.width, top, palette::rule);
  if (sheet.narrow) {
    return out + narrow_words(row, top + 19) + narrow_numbers(row, formats.gain, top + 19) +
           line(x(0), top + 60, x(0), top + sheet.row - 8, palette::axis) +
           bar(row, better, x, top + 73);
  }
  const double y = top + sheet.row / 2;
  return out + line(x(0), top, x(0), top + sheet.row, palette::axis) + wide_words(row, sheet, y) +
         bar(row, better, x, y) + wide_numbers(row, formats, sheet, y);
}

std::string heads(const ResultData& r, const StudyView& view, const std::vector<FixRow>& rows,
                  const FixSheet& sheet) {
  const Font quiet{.size = 12, .fill = palette::quiet};
  const Font right{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  const std::string label = r.measures[static_cast<std::size_t>(view.measure())].label;
  if (sheet.narrow) {
    return text_at(0, 14, shorten(label, 12, 300), quiet) +
           text_at(sheet.width, 14, "better →", right);
  }
  std::string out = text_at(0, 14, "Rank", quiet) + text_at(sheet.words_at, 14, "What", quiet);
  out += text_at(sheet.from + 4, 14, shorten(label, 12, sheet.to - sheet.from - 70), quiet);
  out += text_at(sheet.to, 14, "better →", right);
  out +=
      text_at(sheet.range, 14, "gain, " + percent(rows.front().gain->level) + " interval", right);
  const auto any = [&rows](const Finding* FixRow::*part) {
    return std::any_of(rows.begin(), rows.end(),
                       [part](const FixRow& row) { return row.*part != nullptr; });
  };
  out += any(&FixRow::money) ? text_at(sheet.money, 14, "value", right) : "";
  return out + (any(&FixRow::per_cost)
                    ? text_at(sheet.per_cost, 14,
                              shorten("per " + currency_sign(r.currency) + "1000 of cost", 12, 108),
                              right)
                    : "");
}

std::string spoken(const std::vector<FixRow>& rows, const MeasureFormat& format) {
  std::string words;
  for (const FixRow& row : rows) {
    words += "Rank " + rank_words(*row.gain) + ": " + row.words.name + ", " + row.words.meaning +
             ", " + format.change(row.gain->estimate) + ". ";
  }
  return words;
}

FixFormats formats_of(const ResultData& r, const StudyView& view) {
  const int money = value_measure(r).value_or(view.measure());
  return {view.format("gain", view.measure()), view.format("gain", money),
          view.format("gain per 1000", view.measure())};
}

} // namespace

Figure fix_first(const ResultData& result, Room room) {
  Figure figure{room == Room::wide ? 1180.0 : 400.0, 24, "What to fix first", {}, {}, {}};
  const auto study = study_answering(result, "gain");
  if (!study || StudyView(result, *study).measure() < 0) {
    return figure;
  }
  const StudyView view(result, *study);
  const std::vector<FixRow> rows = fix_rows(result, view);
  const FixFormats formats = formats_of(result, view);
  const auto any = [&rows](const Finding* FixRow::*part) {
    return std::any_of(rows.begin(), rows.end(),
                       [part](const FixRow& row) { return row.*part != nullptr; });
  };
  const FixSheet sheet = sheet_of(room, any(&FixRow::money), any(&FixRow::per_cost));
  const int better = result.measures[static_cast<std::size_t>(view.measure())].better;
  Extent extent{0, 0};
  for (const FixRow& row : rows) {
    extent.include(*row.gain);
  }
  const PlotScale x = scale_over(extent, sheet.from, sheet.to, better);
  figure.description = spoken(rows, formats.gain);
  figure.drawing = heads(result, view, rows, sheet);
  for (const FixRow& row : rows) {
    figure.drawing += row_markup(row, formats, sheet, x, better, figure.height);
    figure.height += sheet.row;
  }
  return figure;
}

} // namespace sojourn::output
