// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/pictures/svg.hpp"
#include "output/store/result.hpp"

#include <algorithm>
#include <string>
#include <vector>

// What the wide and the narrow figure of differences share: their rows, scales and marks.
namespace sojourn::output::difference_parts {

/// One row: a measure for a group, with a difference per variant.
struct Row {
  int measure = 0;
  int group = 0;
  std::string name, note;
};

/// Where zero stands and how many px one unit is; better is to the right whatever the sign.
struct Scale {
  double zero = 0, unit = 1;
  double left = 0, right = 0;
  int better = 1;
  [[nodiscard]] double operator()(double value) const {
    return std::clamp(zero + better * value * unit, left, right);
  }
};

/// One scale for all given rows: the worst and the best end both inside the plot. Zero stands a
/// quarter in from the left, or further right where things get worse.
[[nodiscard]] Scale scale_of(const ResultData& result, const std::vector<Row>& rows, double left,
                             double right);

/// The interval as a bar and the estimate on it, filled where the interval leaves out zero.
[[nodiscard]] std::string interval_and_dot(const Estimate& e, std::size_t arm, const Scale& x,
                                           double y);

/// A row per headline measure, twelve at most.
[[nodiscard]] std::vector<Row> measure_rows(const ResultData& result);

/// The headline measure once per persona; empty where it is not counted by persona.
[[nodiscard]] std::vector<Row> persona_rows(const ResultData& result);

/// The rows as a text alternative.
[[nodiscard]] std::string spoken(const ResultData& result, const std::vector<Row>& rows);

} // namespace sojourn::output::difference_parts
