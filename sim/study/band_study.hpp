// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/point_study.hpp"

#include <span>
#include <vector>

namespace sojourn {

/// A study of points between the ends of bands: one axis per doubtful number.
class BandStudy : public PointStudy {
public:
  explicit BandStudy(const StudyContext& context);

protected:
  [[nodiscard]] const std::vector<Axis>& axes() const { return axes_; }
  void require_bands() const;
  /// The ends of every band as points of the study: subjects "low" and "high".
  void list_bands(Findings& findings) const;
  void add_points(ArmPool& pool, const Points& points);
  /// mean_outcome at the first `n` points.
  [[nodiscard]] std::vector<double> means(const ArmPool& pool, std::size_t n, std::size_t i,
                                          std::size_t measure) const;

private:
  std::vector<Axis> axes_;
};

/// Index of the largest value; missing ones come last. `values` is not empty.
[[nodiscard]] std::size_t largest(std::span<const double> values);

} // namespace sojourn
