// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/week.hpp"

#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace sojourn {
namespace {

constexpr std::array<std::string_view, 7> day_names = {"Mon", "Tue", "Wed", "Thu",
                                                       "Fri", "Sat", "Sun"};
constexpr std::string_view form = "write it like Mon-Fri 08:00-18:00 or Sat 09:00-13:00";

std::optional<int> day_index(std::string_view name) {
  for (std::size_t i = 0; i < day_names.size(); ++i)
    if (day_names[i] == name)
      return static_cast<int>(i);
  return std::nullopt;
}

// "08:00" in minutes; 24:00 is the end of the day.
std::optional<int> clock_minutes(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
    return std::nullopt;
  const auto two = [&](std::size_t at) { return 10 * (text[at] - '0') + (text[at + 1] - '0'); };
  const int minutes = 60 * two(0) + two(3);
  return two(3) < 60 && minutes <= 24 * 60 ? std::optional(minutes) : std::nullopt;
}

Refusal bad_day(const std::string& word) {
  std::vector<std::string> names(day_names.begin(), day_names.end());
  const auto meant = did_you_mean(word, names);
  return {"names no day: \"" + word + "\"", "days are " + list_words(names),
          meant ? "did you mean \"" + *meant + "\"?" : std::string(form)};
}

// Fri-Mon runs over the weekend.
Read<std::vector<int>> read_days(std::string_view text) {
  std::vector<int> days;
  for (const std::string& part : split(text, ',')) {
    const std::vector<std::string> ends = split(trim(part), '-');
    for (const std::string& end : ends)
      if (!day_index(end) || ends.size() > 2)
        return bad_day(end);
    const int last = *day_index(ends.back());
    for (int day = *day_index(ends.front());; day = (day + 1) % 7) {
      days.push_back(day);
      if (day == last)
        break;
    }
  }
  return days;
}

void add_hours(WeekIntervals& into, int day, int from, int to) {
  const Ticks begin = day * ticks_per_day + from * ticks_per_minute;
  const Ticks end = day * ticks_per_day + (to > from ? to : to + 24 * 60) * ticks_per_minute;
  into.emplace_back(begin, std::min(end, ticks_per_week));
  if (end > ticks_per_week)
    into.emplace_back(0, end - ticks_per_week);
}

} // namespace

Read<WeekIntervals> read_week(std::string_view text) {
  if (text == "always")
    return WeekIntervals{{0, ticks_per_week}};
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos)
    return Refusal{"gives no days and hours", {}, std::string(form)};
  const std::vector<std::string> hours = split(text.substr(space + 1), '-');
  const auto from = clock_minutes(hours.front());
  const auto to = clock_minutes(hours.back());
  if (hours.size() != 2 || !from || !to || *from == *to || *from == 24 * 60)
    return Refusal{"gives no hours from 00:00 to 24:00", {}, std::string(form)};
  const auto days = read_days(trim(text.substr(0, space)));
  if (const auto* refusal = std::get_if<Refusal>(&days))
    return *refusal;
  WeekIntervals intervals;
  for (const int day : std::get<std::vector<int>>(days))
    add_hours(intervals, day, *from, *to);
  return joined(std::move(intervals));
}

namespace {

/// "week 3 Mon": the Monday of that week, and what follows it.
std::optional<std::pair<Ticks, std::string>> numbered_week(std::string_view text) {
  constexpr std::string_view word = "week ";
  if (text.rfind(word, 0) != 0)
    return std::nullopt;
  const std::size_t space = std::min(text.find(' ', word.size()), text.size());
  int week = 0;
  const char* end = text.data() + space;
  const auto read = std::from_chars(text.data() + word.size(), end, week);
  if (read.ec != std::errc() || read.ptr != end || week < 1 || week > 1000)
    return std::nullopt;
  return std::pair(Ticks{week - 1} * ticks_per_week, trim(text.substr(space)));
}

} // namespace

Read<WeekIntervals> read_closed(std::string_view text) {
  const auto week = numbered_week(text);
  if (!week)
    return Refusal{"names no week from 1 to 1000",
                   {},
                   "write it like week 5, week 3 Mon, or week 51 Fri 12:00-24:00"};
  const auto& [monday, days] = *week;
  if (days.empty())
    return WeekIntervals{{monday, monday + ticks_per_week}};
  const bool hours = days.back() >= '0' && days.back() <= '9';
  auto closed = read_week(hours ? days : days + " 00:00-24:00");
  if (auto* intervals = std::get_if<WeekIntervals>(&closed))
    for (auto& [begin, end] : *intervals) {
      begin += week->first;
      end += week->first;
    }
  return closed;
}

Read<WeekMoment> read_moment(std::string_view text) {
  const auto week = numbered_week(text);
  const std::string rest = week ? week->second : std::string(text);
  const std::size_t space = rest.rfind(' ');
  const auto day = day_index(trim(rest.substr(0, space)));
  const auto minutes =
      clock_minutes(space == std::string::npos ? "" : std::string_view(rest).substr(space + 1));
  if (!day || !minutes || *minutes == 24 * 60)
    return Refusal{"is no moment", {}, "write it like Mon 09:00, or week 2 Tue 10:30"};
  const Ticks within = *day * ticks_per_day + *minutes * ticks_per_minute;
  return WeekMoment{(week ? week->first : 0) + within, !week};
}

WeekIntervals joined(WeekIntervals intervals) {
  std::sort(intervals.begin(), intervals.end());
  WeekIntervals out;
  for (const auto& each : intervals)
    if (!out.empty() && each.first <= out.back().second)
      out.back().second = std::max(out.back().second, each.second);
    else
      out.push_back(each);
  return out;
}

bool overlap(const WeekIntervals& a, const WeekIntervals& b) {
  for (const auto& one : a)
    for (const auto& other : b)
      if (one.first < other.second && other.first < one.second)
        return true;
  return false;
}

double longest_day(const WeekIntervals& intervals) {
  std::array<Ticks, 7> open{};
  for (const auto& [begin, end] : intervals)
    for (int day = 0; day < 7; ++day) {
      const Ticks from = std::max(begin, day * ticks_per_day);
      const Ticks to = std::min(end, (day + 1) * ticks_per_day);
      open[static_cast<std::size_t>(day)] += std::max<Ticks>(0, to - from);
    }
  const Ticks longest = *std::max_element(open.begin(), open.end());
  return static_cast<double>(longest > 0 ? longest : ticks_per_day) / ticks_per_minute;
}

} // namespace sojourn
