// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/study_view.hpp"
#include "output/pictures/study_words.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

// How far each doubtful number moves the answer from one end of its band to the other, and which
// share of the doubt is its own.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr std::size_t most_rows = 14;

struct TornadoRow {
  std::string subject, name;
  const Finding *low = nullptr, *high = nullptr; // at the ends of the band
  std::string low_value, high_value;             // as written
  const Finding *alone = nullptr, *in_all = nullptr;
};

struct TornadoSheet {
  bool narrow = false;
  double width = 1180, words = 300, from = 320, to = 890, alone = 990, in_all = 1090, row = 48;
};

TornadoSheet sheet_of(Room room) {
  return room == Room::wide ? TornadoSheet{} : TornadoSheet{true, 400, 392, 8, 392, 290, 400, 84};
}

std::string end_value(const ResultData& r, int study, const std::string& path,
                      std::string_view end) {
  for (const StudyPoint& point : r.study_points) {
    if (point.study == study && point.path == path && point.subject == end) {
      return point.written;
    }
  }
  return {};
}

double size_of(const TornadoRow& row) {
  const auto size = [](const Finding* end) { return has_value(end) ? std::abs(end->estimate) : 0; };
  return std::max(size(row.low), size(row.high));
}

std::vector<TornadoRow> tornado_rows(const ResultData& r, int study, const StudyView& view) {
  std::vector<TornadoRow> rows;
  for (const Finding* total : view.all("total_order", view.measure())) {
    const std::string& subject = total->subject;
    rows.push_back({subject, path_words(r, subject), view.find("at_low", subject, view.measure()),
                    view.find("at_high", subject, view.measure()),
                    end_value(r, study, subject, "low"), end_value(r, study, subject, "high"),
                    view.find("first_order", subject, view.measure()), total});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const TornadoRow& a, const TornadoRow& b) {
    return size_of(a) > size_of(b);
  });
  rows.resize(std::min(rows.size(), most_rows));
  return rows;
}

Extent extent_of(const std::vector<TornadoRow>& rows) {
  Extent extent{0, 0};
  for (const TornadoRow& row : rows) {
    for (const Finding* end : {row.low, row.high}) {
      if (end != nullptr) {
        extent.include(*end);
      }
    }
  }
  return extent;
}

/// One end of a band: a bar from zero, its interval, and the value there beside it.
std::string end_bar(const Finding* end, const std::string& value, const PlotScale& x, int better,
                    double y) {
  if (!has_value(end)) {
    return {};
  }
  const double to = x(end->estimate);
  const bool right = to >= x(0);
  std::string out = rectangle(std::min(to, x(0)), y - 6, std::max(std::abs(to - x(0)), 1.0), 12,
                              colour_of(end->estimate, better), is_told(end) ? "0.8" : "0.3");
  double beyond = to;
  if (has_interval(end)) {
    out += whisker(x(end->lower), x(end->upper), y, palette::ink);
    const double one = x(end->lower), other = x(end->upper);
    beyond = right ? std::max({one, other, to}) : std::min({one, other, to});
  }
  return out + text_at(beyond + (right ? 6 : -6), y + 4, value,
                       {.size = 12,
                        .fill = palette::quiet,
                        .anchor = right ? Anchor::start : Anchor::end,
                        .halo = true});
}

std::string share_words(const Finding* share) {
  return has_value(share) ? percent(std::max(share->estimate, 0.0)) : std::string("–");
}

std::string row_markup(const TornadoRow& row, const TornadoSheet& sheet, const PlotScale& x,
                       int better, double top) {
  const Font right{.size = 13, .anchor = Anchor::end};
  std::string out = line(0, top, sheet.width, top, palette::rule);
  out += text_lines(0, top + 19,
                    wrap(row.name, 13, sheet.narrow ? 296 : sheet.words, sheet.narrow ? 1 : 2), 16);
  const double bars = sheet.narrow ? top + 32 : top + 4;
  out += line(x(0), bars, x(0), top + sheet.row - 4, palette::axis);
  out += end_bar(row.low, row.low_value, x, better, bars + 12);
  out += end_bar(row.high, row.high_value, x, better, bars + 30);
  if (sheet.narrow) {
    return out + text_at(400, top + 19, share_words(row.in_all) + " of doubt",
                         {.size = 12, .fill = palette::quiet, .anchor = Anchor::end});
  }
  out += text_at(sheet.alone, top + 28, share_words(row.alone), right);
  out += text_at(sheet.in_all, top + 28, share_words(row.in_all),
                 {.size = 13, .weight = Weight::semibold, .anchor = Anchor::end});
  return out + (has_interval(row.in_all)
                    ? text_at(sheet.width, top + 28,
                              fixed(100 * row.in_all->lower, 0) + " to " +
                                  fixed(100 * row.in_all->upper, 0),
                              {.size = 12, .fill = palette::quiet, .anchor = Anchor::end})
                    : "");
}

std::string heads(const TornadoSheet& sheet, const std::string& label) {
  const Font quiet{.size = 12, .fill = palette::quiet};
  const Font right{.size = 12, .fill = palette::quiet, .anchor = Anchor::end};
  if (sheet.narrow) {
    return text_at(0, 14, "← worse", quiet) + text_at(400, 14, "better →", right);
  }
  return text_at(0, 14, "Assumption", quiet) + text_at(sheet.from, 14, "← worse", quiet) +
         text_at((sheet.from + sheet.to) / 2, 14,
                 shorten(label + ", at the ends of the band", 12, 380),
                 {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle}) +
         text_at(sheet.to, 14, "better →", right) + text_at(sheet.alone, 14, "alone", right) +
         text_at(sheet.width, 14, "share of doubt, 95 %", right);
}

std::string spoken(const std::vector<TornadoRow>& rows, const MeasureFormat& format) {
  std::string words;
  for (const TornadoRow& row : rows) {
    words += row.name + ": ";
    words += has_value(row.low) ? format.change(row.low->estimate) + " at " + row.low_value : "";
    words += has_value(row.high)
                 ? ", " + format.change(row.high->estimate) + " at " + row.high_value
                 : "";
    words += ", " + share_words(row.in_all) + " of the doubt. ";
  }
  return words;
}

} // namespace

Figure tornado(const ResultData& result, Room room) {
  const TornadoSheet sheet = sheet_of(room);
  Figure figure{sheet.width, 24, "Which assumption the answer hangs on", {}, {}, {}};
  const auto study = study_answering(result, "total_order");
  if (!study || StudyView(result, *study).measure() < 0) {
    return figure;
  }
  const StudyView view(result, *study);
  const MeasureInfo& measure = result.measures[static_cast<std::size_t>(view.measure())];
  const std::vector<TornadoRow> rows = tornado_rows(result, *study, view);
  const double labels = 46; // the values beside the bars
  const PlotScale x =
      scale_over(extent_of(rows), sheet.from + labels, sheet.to - labels, measure.better);
  figure.description = spoken(rows, view.format("at_low", view.measure()));
  figure.drawing = heads(sheet, measure.label);
  for (const TornadoRow& row : rows) {
    figure.drawing += row_markup(row, sheet, x, measure.better, figure.height);
    figure.height += sheet.row;
  }
  figure.height += 6;
  return figure;
}

} // namespace sojourn::output
