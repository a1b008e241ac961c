// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "output/pictures/hours_view.hpp"
#include "output/pictures/palette.hpp"
#include "output/pictures/plot_parts.hpp"
#include "output/pictures/view.hpp"

#include <algorithm>
#include <cmath>

// A week at each resource: above, how much of the staffed time is worked; below, how long those
// who come in an hour wait.
namespace sojourn::output {
namespace {

using namespace plot;

constexpr std::size_t most_resources = 6;
constexpr double hours = static_cast<double>(hours_per_week);

struct WeekSheet {
  double width = 1180, left = 56, name = 16, words = 38, strip = 84, between = 38, days = 18;
  [[nodiscard]] double busy_top() const { return words + 14; }
  [[nodiscard]] double busy_bottom() const { return busy_top() + strip; }
  [[nodiscard]] double wait_top() const { return busy_bottom() + between; }
  [[nodiscard]] double wait_bottom() const { return wait_top() + strip; }
  [[nodiscard]] double height() const { return wait_bottom() + days; }
  [[nodiscard]] PlotScale across() const { return {0, hours, left, width}; }
};

/// One column of one resource, every arm that is drawn.
struct WeekStrip {
  const ResultData& result;
  const std::vector<double>& column;
  std::size_t resource = 0;
  PlotScale x, y;
  [[nodiscard]] double at(std::size_t arm, std::size_t hour) const {
    return hour_value(result, column, arm, resource, hour);
  }
};

std::size_t arms_drawn(const ResultData& r) { return std::min(most_arms_by_hour, r.arms.size()); }

double largest_of(const ResultData& r, const std::vector<double>& column, std::size_t resource) {
  double largest = 0;
  for (std::size_t arm = 0; arm < arms_drawn(r); ++arm) {
    if (const auto hour = largest_hour(r, column, arm, resource)) {
      largest = std::max(largest, hour_value(r, column, arm, resource, *hour));
    }
  }
  return largest;
}

/// Goes on at height y from one hour to the next; hours at one height are one line.
class Stairs {
public:
  explicit Stairs(const PlotScale& x) : x_(x) {}
  void step(std::size_t hour, double y) {
    if (!open_) {
      path_.move(x_(static_cast<double>(hour)), y);
    } else if (y != y_) {
      end(hour);
      path_.to(x_(static_cast<double>(hour)), y);
    }
    open_ = true;
    y_ = y;
  }
  /// The height at hand up to this hour.
  void end(std::size_t hour) {
    if (open_) {
      path_.to(x_(static_cast<double>(hour)), y_);
    }
  }
  /// What comes next is a stretch of its own.
  void break_off(std::size_t hour) {
    end(hour);
    open_ = false;
  }
  [[nodiscard]] Path& path() { return path_; }

private:
  PlotScale x_;
  Path path_;
  bool open_ = false;
  double y_ = 0;
};

/// A stair for each stretch of hours that have a value.
std::string stairs(const WeekStrip& strip, std::size_t arm) {
  Stairs all(strip.x);
  for (std::size_t hour = 0; hour < hours_per_week; ++hour) {
    const double value = strip.at(arm, hour);
    std::isfinite(value) ? all.step(hour, strip.y(value)) : all.break_off(hour);
  }
  all.end(hours_per_week);
  const std::string& path = all.path().text();
  return path.empty() ? ""
                      : element("path", {{"d", path},
                                         {"fill", "none"},
                                         {"stroke", arm_colour(arm)},
                                         {"stroke-width", arm == 0 ? "1.8" : "1.4"}});
}

/// The mark of the arm, on some days and beside those of other arms: told apart without colour.
std::string marks_on(const WeekStrip& strip, std::size_t arm) {
  std::string out;
  for (const std::size_t day : {0UL, 2UL, 4UL}) {
    const std::size_t hour = day * 24 + 9 + 2 * arm;
    if (const double value = strip.at(arm, hour); std::isfinite(value)) {
      out += arm_mark(arm, strip.x(static_cast<double>(hour) + 0.5), strip.y(value), 2.6, true);
    }
  }
  return out;
}

/// What lies under the stairs of today.
std::string ground(const WeekStrip& strip) {
  Stairs all(strip.x);
  const double zero = strip.y(0);
  all.step(0, zero);
  for (std::size_t hour = 0; hour < hours_per_week; ++hour) {
    const double value = strip.at(0, hour);
    all.step(hour, std::isfinite(value) ? strip.y(value) : zero);
  }
  all.end(hours_per_week);
  return element("path", {{"d", all.path().to(strip.x(hours), zero).close().text()},
                          {"fill", arm_colour(0)},
                          {"fill-opacity", "0.2"}});
}

/// The hours in which nobody is staffed today.
std::string closed_hours(const ResultData& r, std::size_t resource, const WeekSheet& sheet) {
  const auto closed = [&](std::size_t hour) {
    return hour_value(r, r.hours.staffed, 0, resource, hour) == 0;
  };
  const PlotScale x = sheet.across();
  std::string out;
  for (std::size_t from = 0; from < hours_per_week;) {
    std::size_t to = from;
    while (to < hours_per_week && closed(to)) {
      ++to;
    }
    if (to > from) {
      const double left = x(static_cast<double>(from));
      const double width = x(static_cast<double>(to)) - left;
      out += rectangle(left, sheet.busy_top(), width, sheet.strip, palette::wash) +
             rectangle(left, sheet.wait_top(), width, sheet.strip, palette::wash);
    }
    from = to + 1;
  }
  return out;
}

std::string strip_axis(const PlotScale& y, const WeekSheet& sheet, double scale,
                       const std::string& unit, std::size_t most) {
  std::string out;
  const auto ticks = round_ticks(y.low * scale, y.high * scale, most);
  for (const double tick : ticks) {
    const double at = y(tick / scale);
    out += line(sheet.left, at, sheet.width, at, palette::rule) +
           text_at(sheet.left - 8, at + 4, fixed(tick, tick_decimals(ticks)) + unit,
                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::end});
  }
  return out;
}

std::string days_axis(const WeekSheet& sheet) {
  std::string out;
  const PlotScale x = sheet.across();
  for (std::size_t day = 0; day < 7; ++day) {
    const double begin = x(24 * static_cast<double>(day));
    const double middle = x(24 * static_cast<double>(day) + 12);
    if (day > 0) {
      out += line(begin, sheet.busy_top(), begin, sheet.busy_bottom(), palette::rule) +
             line(begin, sheet.wait_top(), begin, sheet.wait_bottom(), palette::rule);
    }
    out += text_at(middle, sheet.height() - 2, day_name(day),
                   {.size = 12, .fill = palette::quiet, .anchor = Anchor::middle});
  }
  return out;
}

std::string lines_of(const WeekStrip& strip) {
  std::string out = ground(strip);
  for (std::size_t arm = arms_drawn(strip.result); arm-- > 0;) { // today on top
    out += stairs(strip, arm) + marks_on(strip, arm);
  }
  return out;
}

std::string week_of(const ResultData& r, std::size_t resource, const WeekSheet& sheet) {
  const PlotScale x = sheet.across();
  const double worked = std::max(1.0, largest_of(r, r.hours.utilisation, resource));
  const double waited = largest_of(r, r.hours.wait_mean_min, resource);
  const WeekStrip busy{
      r, r.hours.utilisation, resource, x, {0, worked, sheet.busy_bottom(), sheet.busy_top()}};
  const WeekStrip wait{r,
                       r.hours.wait_mean_min,
                       resource,
                       x,
                       {0, waited > 0 ? waited * 1.05 : 1, sheet.wait_bottom(), sheet.wait_top()}};
  const Font words{.size = 12.5, .fill = palette::quiet};
  return closed_hours(r, resource, sheet) +
         text_at(0, sheet.name,
                 shorten(r.resources[resource].name, 14, sheet.width, Weight::semibold),
                 {.size = 14, .weight = Weight::semibold}) +
         text_at(0, sheet.words, "Staffed time that is worked", words) +
         text_at(0, sheet.wait_top() - 14, "Mean wait of who comes then, minutes", words) +
         strip_axis(busy.y, sheet, 100, std::string(no_break_space) + "%", 2) +
         strip_axis(wait.y, sheet, 1, "", 3) + days_axis(sheet) + lines_of(busy) + lines_of(wait);
}

/// Which colour and mark is which arm, in as many rows as it takes.
std::string key_of_arms(const ResultData& r, double width, double& height) {
  std::string out;
  double x = 0;
  height = 16;
  for (std::size_t arm = 0; arm < arms_drawn(r); ++arm) {
    const std::string name = shorten(short_name(r, arm), 13, width - 30, Weight::semibold);
    const double room = 26 + text_width(name, 13, Weight::semibold) + 22;
    if (x > 0 && x + room - 22 > width) {
      x = 0;
      height += 20;
    }
    out += line(x, height - 8, x + 20, height - 8, arm_colour(arm), arm == 0 ? 3 : 2.4) +
           arm_mark(arm, x + 10, height - 8, 3.6, true) +
           text_at(x + 26, height - 4, name,
                   {.size = 13, .weight = Weight::semibold, .fill = arm_colour(arm)});
    x += room;
  }
  return out;
}

std::string spoken_week(const ResultData& r, std::size_t resource) {
  std::string words;
  for (std::size_t arm = 0; arm < arms_drawn(r); ++arm) {
    if (const auto hour = largest_hour(r, r.hours.wait_mean_min, arm, resource)) {
      words += r.resources[resource].name + ", " + short_name(r, arm) + ": the longest mean wait " +
               fixed(hour_value(r, r.hours.wait_mean_min, arm, resource, *hour), 1) + " min, " +
               hour_name(*hour) + ". ";
    }
  }
  return words;
}

} // namespace

Figure queues_by_hour(const ResultData& result, Room room) {
  const bool wide = room == Room::wide;
  Figure figure{wide ? 1180.0 : 400.0, 24, "Queues by hour of the week", {}, {}, {}};
  const WeekSheet sheet = wide ? WeekSheet{} : WeekSheet{.width = 400, .left = 46};
  double top = 0;
  figure.drawing = key_of_arms(result, sheet.width, top);
  for (const std::size_t resource : resources_by_hour(result, most_resources)) {
    top += 16;
    figure.drawing += moved(0, top, week_of(result, resource, sheet));
    figure.description += spoken_week(result, resource);
    top += sheet.height();
  }
  figure.height = top + 4;
  return figure;
}

} // namespace sojourn::output
