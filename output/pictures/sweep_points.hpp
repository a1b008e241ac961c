// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/figures.hpp"
#include "output/pictures/study_view.hpp"
#include "output/store/result.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

// The points of a sweep and what was found there.
namespace sojourn::output {

/// One number that is varied, and its value at every point.
struct SweepAxis {
  std::string path, name;             // the name in words
  std::vector<std::string> written;   // [point]
  std::vector<double> value;          // [point]; NaN where a word was set
  std::vector<std::string> different; // the values in their order
  [[nodiscard]] bool numeric() const;
  /// Where a point stands on the axis: its value, or which of the different ones it has.
  [[nodiscard]] double at(std::size_t point) const;
};

struct SweepPoints {
  std::vector<std::string> subjects; // [point]
  std::vector<SweepAxis> axes;
  /// Two axes, and a point at each crossing.
  [[nodiscard]] bool is_grid() const;
};

[[nodiscard]] SweepPoints sweep_points(const ResultData& result, int study);

/// A level with its interval at every point, in one arm: for a variant, that of today plus the
/// difference, replication by replication. Missing where there is none.
[[nodiscard]] std::vector<Finding> levels_at(const StudyView& view, const SweepPoints& points,
                                             int measure, int arm);

/// What was found at every point, by one quantity. Missing where there is none.
[[nodiscard]] std::vector<Finding> found_at(const StudyView& view, const SweepPoints& points,
                                            int measure, int arm, std::string_view quantity);

/// When an arm took a step to another design, on average.
struct StepMark {
  std::size_t arm = 0, number = 0;
  double at = 0; // along the axis
};

/// The steps of all arms, from the findings "taken" and, of single weeks, "taken_in".
[[nodiscard]] std::vector<StepMark> step_marks_of(const StudyView& view, const SweepPoints& points,
                                                  const SweepAxis& axis);

/// The heat map of a grid over two numbers; `points` must be one.
[[nodiscard]] Figure sweep_map(const ResultData& result, const SweepPoints& points, Room room);

} // namespace sojourn::output
