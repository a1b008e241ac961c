// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/page.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/view.hpp"
#include "output/pictures/watermelon_slices.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// Time against memory: every dot a journey, those who gave up in a strip of their own.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr std::size_t most_dots = 420;
constexpr double lowest = -5, highest = 5; // affect points

struct MelonSheet {
  double width = 700, left = 52, right = 600, strip = 612, top = 12, bottom = 372;
};

/// The journeys of an arm that are drawn, and the shares of all that are in the file.
struct MelonCloud {
  std::vector<std::size_t> finished, gave_up; // rows
  double shortest = HUGE_VAL, longest = 0;    // min
  double well = 0, badly = 0, left = 0;       // shares
  bool orderly = false;                       // some were off-boarded
  bool elsewhere = false;                     // some went to a competitor
};

std::string_view outcome_of(const ResultData& r, std::int32_t exit) {
  return exit >= 0 && static_cast<std::size_t>(exit) < r.exits.size()
             ? std::string_view(r.exits[static_cast<std::size_t>(exit)].outcome)
             : std::string_view();
}

bool is_lost(const ResultData& r, std::int32_t exit) {
  const std::string_view outcome = outcome_of(r, exit);
  return !outcome.empty() && outcome != "served" && outcome != "off-boarded";
}

/// Every k-th of the rows, `most` at most.
std::vector<std::size_t> thinned(const std::vector<std::size_t>& rows, std::size_t most) {
  std::vector<std::size_t> kept;
  const std::size_t step = std::max<std::size_t>(1, (rows.size() + most - 1) / most);
  for (std::size_t i = 0; i < rows.size(); i += step) {
    kept.push_back(rows[i]);
  }
  return kept;
}

MelonCloud cloud_of(const ResultData& r, std::size_t arm, double threshold) {
  const JourneyRows& rows = r.journeys;
  MelonCloud cloud;
  for (std::size_t i = 0; i < rows.arm.size(); ++i) {
    if (rows.arm[i] != static_cast<std::int32_t>(arm) || rows.exit[i] < 0 ||
        !std::isfinite(rows.remembered[i]) || !(rows.duration_min[i] > 0)) {
      continue;
    }
    cloud.orderly = cloud.orderly || outcome_of(r, rows.exit[i]) == "off-boarded";
    cloud.elsewhere = cloud.elsewhere || outcome_of(r, rows.exit[i]) == "competitor";
    if (is_lost(r, rows.exit[i])) {
      cloud.gave_up.push_back(i);
      continue;
    }
    cloud.finished.push_back(i);
    cloud.well += static_cast<double>(rows.remembered[i]) >= threshold ? 1 : 0;
    cloud.shortest = std::min(cloud.shortest, rows.duration_min[i]);
    cloud.longest = std::max(cloud.longest, rows.duration_min[i]);
  }
  const double all = static_cast<double>(cloud.finished.size() + cloud.gave_up.size());
  cloud.badly = (static_cast<double>(cloud.finished.size()) - cloud.well) / all;
  cloud.well /= all;
  cloud.left = static_cast<double>(cloud.gave_up.size()) / all;
  const double kept = std::min(1.0, static_cast<double>(most_dots) / all);
  cloud.finished =
      thinned(cloud.finished,
              static_cast<std::size_t>(kept * static_cast<double>(cloud.finished.size()) + 1));
  cloud.gave_up =
      thinned(cloud.gave_up,
              static_cast<std::size_t>(kept * static_cast<double>(cloud.gave_up.size()) + 1));
  return cloud;
}

struct TimeTick {
  double minutes;
  std::string_view words;
};
constexpr std::array time_ticks = {
    TimeTick{1, "1 min"},         TimeTick{5, "5 min"},       TimeTick{15, "15 min"},
    TimeTick{30, "30 min"},       TimeTick{60, "1 h"},        TimeTick{120, "2 h"},
    TimeTick{240, "4 h"},         TimeTick{480, "8 h"},       TimeTick{1440, "1 day"},
    TimeTick{2880, "2 days"},     TimeTick{5760, "4 days"},   TimeTick{10080, "1 week"},
    TimeTick{20160, "2 weeks"},   TimeTick{43200, "30 days"}, TimeTick{129600, "90 days"},
    TimeTick{259200, "180 days"}, TimeTick{525600, "1 year"}, TimeTick{1051200, "2 years"},
    TimeTick{2102400, "4 years"}};

std::string time_axis(const PlotScale& x, double y) {
  std::string out;
  double free = -HUGE_VAL;
  for (const TimeTick& tick : time_ticks) {
    const double at = x(std::log10(tick.minutes));
    const double half = text_width(tick.words, 12) / 2;
    if (at >= x.from && at <= x.to && at - half > free) {
      out += text_at(at, y, tick.words,
                     {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle});
      free = at + half + 10;
    }
  }
  return out;
}

std::string field(const MelonSheet& sheet, const PlotScale& y, double threshold) {
  const double line_at = y(threshold);
  std::string out = rectangle(sheet.left, sheet.top, sheet.right - sheet.left, line_at - sheet.top,
                              palette::good, "0.07") +
                    rectangle(sheet.left, line_at, sheet.right - sheet.left, sheet.bottom - line_at,
                              palette::bad, "0.07") +
                    rectangle(sheet.strip, sheet.top, sheet.width - sheet.strip,
                              sheet.bottom - sheet.top, palette::today, "0.08");
  for (const double tick : {-5.0, -2.5, 0.0, 2.5, 5.0}) {
    out += text_at(sheet.left - 8, y(tick) + 4, with_sign(tick, tick == std::round(tick) ? 0 : 1),
                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::end});
  }
  return out + line(sheet.left, line_at, sheet.width, line_at, palette::ink, 1.2);
}

std::string dots(const ResultData& r, const MelonCloud& cloud, const MelonSheet& sheet,
                 const PlotScale& x, const PlotScale& y, double threshold) {
  std::string good, bad, out;
  for (const std::size_t row : cloud.finished) {
    const double remembered = static_cast<double>(r.journeys.remembered[row]);
    (remembered >= threshold ? good : bad) += element(
        "circle",
        {{"cx", x(std::log10(r.journeys.duration_min[row]))}, {"cy", y(remembered)}, {"r", 2.6}});
  }
  // Those who gave up have no time to a result: they stand side by side by their number.
  for (std::size_t i = 0; i < cloud.gave_up.size(); ++i) {
    const double spread = static_cast<double>(i * 7 % 11) / 10;
    const double px = sheet.strip + 12 + spread * (sheet.width - sheet.strip - 24);
    const double py = y(static_cast<double>(r.journeys.remembered[cloud.gave_up[i]]));
    out += line(px - 3, py - 3, px + 3, py + 3, palette::today, 1.3) +
           line(px - 3, py + 3, px + 3, py - 3, palette::today, 1.3);
  }
  return element("g", {{"fill", palette::good}, {"fill-opacity", "0.55"}}, good) +
         element("g", {{"fill", palette::bad}, {"fill-opacity", "0.55"}}, bad) + out;
}

std::string corner(double x, double y, double share, const std::string& words,
                   std::string_view colour) {
  return text_at(x, y, percent(share),
                 {.size = 24, .weight = Weight::semibold, .fill = colour, .halo = true}) +
         text_at(x, y + 19, words, {.size = 13, .halo = true});
}

/// Off-boarded people came to an end that was agreed, and not always to what they wanted.
std::string arrived(const MelonCloud& cloud) {
  return cloud.orderly ? "came to an orderly end" : "got there";
}

std::string strayed(const MelonCloud& cloud) {
  return cloud.elsewhere ? "left on the way" : "gave up";
}

std::string scatter(const ResultData& r, const MelonCloud& cloud, const MelonSheet& sheet,
                    double threshold) {
  const PlotScale y{lowest, highest, sheet.bottom, sheet.top};
  const PlotScale x{std::log10(cloud.shortest) - 0.05, std::log10(cloud.longest) + 0.05, sheet.left,
                    sheet.right};
  const bool wide = sheet.width > 500;
  std::string out = field(sheet, y, threshold) + dots(r, cloud, sheet, x, y, threshold) +
                    time_axis(x, sheet.bottom + 18);
  out += text_at(sheet.left, sheet.bottom + 38,
                 wide ? "time from the first moment to the end, on the clock" : "time to the end",
                 {.size = 12, .fill = palette::quiet});
  out += text_at((sheet.strip + sheet.width) / 2, sheet.bottom + 18, strayed(cloud),
                 {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle});
  out += text_at((sheet.strip + sheet.width) / 2, sheet.bottom + 38, percent(cloud.left),
                 {.size = 13, .weight = Weight::semibold, .anchor = Anchor::middle});
  out +=
      corner(sheet.left + 12, sheet.top + 28, cloud.well,
             wide ? arrived(cloud) + ", and remember it well" : "remembered well", palette::good);
  return out +
         corner(sheet.left + 12, sheet.bottom - 30, cloud.badly,
                wide ? arrived(cloud) + ", and remember it badly" : "remembered badly",
                palette::bad) +
         text_at(sheet.right - 6, y(threshold) - 6, "XLA " + with_sign(threshold, 1),
                 {.size = 12, .weight = Weight::semibold, .anchor = Anchor::end, .halo = true});
}

std::vector<std::size_t> shown_arms(const ResultData& r, std::size_t arm) {
  const std::size_t other = arm > 0 ? arm : page::first_shown_arm(r);
  return other == 0 ? std::vector<std::size_t>{0} : std::vector<std::size_t>{0, other};
}

} // namespace

bool has_watermelon(const ResultData& result) {
  return melon_measures(result).has_value() && !result.arms.empty();
}

Figure watermelon(const ResultData& result, std::size_t arm, Room room) {
  const bool wide = room == Room::wide;
  Figure figure{wide ? 1180.0 : 400.0,
                24,
                "Green outside, red inside: " + short_name(result, arm),
                {},
                {},
                {}};
  const auto measures = melon_measures(result);
  if (!measures) {
    return figure;
  }
  const double threshold = remembered_threshold(result);
  const MelonCloud cloud = cloud_of(result, arm, threshold);
  const bool journeys = std::isfinite(threshold) && cloud.finished.size() > 1;
  const MelonSheet sheet = wide ? MelonSheet{} : MelonSheet{400, 40, 326, 334, 12, 312};
  double top = 0, height = 0;
  if (journeys) {
    figure.drawing = scatter(result, cloud, sheet, threshold);
    figure.description = percent(cloud.well) + " of the people of saved journeys " +
                         arrived(cloud) + " and remember it well, " + percent(cloud.badly) +
                         " badly; " + percent(cloud.left) + " " + strayed(cloud) + ". ";
    top = sheet.bottom + 50;
  }
  const std::string slices = melon_slices(result, *measures, shown_arms(result, arm), height);
  const bool beside = wide && journeys;
  figure.drawing += moved(beside ? 776 : 0, beside || !journeys ? 0 : top + 20, slices);
  figure.height = beside ? std::max(top, height) : top + 20 + height;
  return figure;
}

} // namespace sojourn::output
