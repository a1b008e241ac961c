// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/sweep_points.hpp"

#include "output/pictures/study_words.hpp"
#include "output/stats/estimate.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn::output {
namespace {

SweepAxis& axis_of(const ResultData& r, SweepPoints& points, const std::string& path) {
  const auto found = std::find_if(points.axes.begin(), points.axes.end(),
                                  [&](const SweepAxis& axis) { return axis.path == path; });
  if (found != points.axes.end()) {
    return *found;
  }
  points.axes.push_back({path, path_words(r, path), {}, {}, {}});
  return points.axes.back();
}

std::map<std::string, const Finding*> by_subject(const std::vector<const Finding*>& rows) {
  std::map<std::string, const Finding*> found;
  for (const Finding* row : rows) {
    found.emplace(row->subject, row);
  }
  return found;
}

/// The level of a variant where that of today and the difference are known.
Finding variant_level(const StudyView& view, const Finding& level, const Finding& difference) {
  const auto today = view.values(level);
  const auto change = view.values(difference);
  std::vector<double> sum;
  for (std::size_t r = 0; r < std::min(today.size(), change.size()); ++r) {
    sum.push_back(today[r] + change[r]);
  }
  const Interval interval = mean_interval(sum, level.level);
  Finding row = level;
  row.estimate = interval.estimate;
  row.lower = interval.lower;
  row.upper = interval.upper;
  return row;
}

} // namespace

bool SweepAxis::numeric() const {
  return std::all_of(value.begin(), value.end(), [](double v) { return std::isfinite(v); });
}

double SweepAxis::at(std::size_t point) const {
  if (numeric()) {
    return value[point];
  }
  return static_cast<double>(std::find(different.begin(), different.end(), written[point]) -
                             different.begin());
}

bool SweepPoints::is_grid() const {
  return axes.size() == 2 &&
         subjects.size() == axes[0].different.size() * axes[1].different.size() &&
         axes[0].different.size() <= 10 && axes[1].different.size() <= 14;
}

SweepPoints sweep_points(const ResultData& result, int study) {
  SweepPoints points;
  for (const StudyPoint& point : result.study_points) {
    if (point.study != study || point.path.empty()) {
      continue;
    }
    if (points.subjects.empty() || points.subjects.back() != point.subject) {
      points.subjects.push_back(point.subject);
    }
    SweepAxis& axis = axis_of(result, points, point.path);
    axis.written.push_back(point.written);
    axis.value.push_back(point.value);
    if (std::find(axis.different.begin(), axis.different.end(), point.written) ==
        axis.different.end()) {
      axis.different.push_back(point.written);
    }
  }
  std::erase_if(points.axes, [&](const SweepAxis& axis) {
    return axis.written.size() != points.subjects.size();
  });
  return points;
}

std::vector<Finding> found_at(const StudyView& view, const SweepPoints& points, int measure,
                              int arm, std::string_view quantity) {
  const auto rows = by_subject(view.all(quantity, measure, 0, arm));
  std::vector<Finding> found;
  for (const std::string& subject : points.subjects) {
    const auto row = rows.find(subject);
    found.push_back(row == rows.end() ? Finding{} : *row->second);
  }
  return found;
}

std::vector<StepMark> step_marks_of(const StudyView& view, const SweepPoints& points,
                                    const SweepAxis& axis) {
  std::vector<StepMark> marks;
  for (const int arm : view.arms("taken")) {
    std::size_t number = 0;
    for (const Finding* step : view.all("taken", -1, 0, arm)) {
      ++number;
      double weight = 0, sum = 0;
      for (std::size_t point = 0; point < points.subjects.size(); ++point) {
        const std::string subject = step->subject + ", " + points.subjects[point];
        const Finding* share = view.find("taken_in", subject, -1, 0, arm);
        weight += share == nullptr ? 0 : share->estimate;
        sum += share == nullptr ? 0 : share->estimate * axis.at(point);
      }
      if (weight > 0) {
        marks.push_back({static_cast<std::size_t>(arm), number, sum / weight});
      }
    }
  }
  return marks;
}

std::vector<Finding> levels_at(const StudyView& view, const SweepPoints& points, int measure,
                               int arm) {
  const auto levels = by_subject(view.all("level", measure));
  const auto differences = arm == 0 ? levels : by_subject(view.all("difference", measure, 0, arm));
  std::vector<Finding> found;
  for (const std::string& subject : points.subjects) {
    const auto level = levels.find(subject);
    const auto difference = differences.find(subject);
    if (level == levels.end() || difference == differences.end()) {
      found.emplace_back();
    } else {
      found.push_back(arm == 0 ? *level->second
                               : variant_level(view, *level->second, *difference->second));
    }
  }
  return found;
}

} // namespace sojourn::output
