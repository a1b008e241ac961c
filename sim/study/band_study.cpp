// SPDX-License-Identifier: Apache-2.0
#include "sim/study/band_study.hpp"

#include <cmath>

namespace sojourn {

BandStudy::BandStudy(const StudyContext& context)
    : PointStudy(context), axes_(banded_axes(context)) {}

void BandStudy::require_bands() const {
  if (axes_.empty()) {
    refuse_study(context(), "there is no band to vary",
                 "no mechanism with published numbers acts here, and no path is named",
                 "write it like bands: { resources.desk.capacity: [4, 8] }, or bands: published");
  }
}

void BandStudy::list_bands(Findings& findings) const {
  for (const Axis& axis : axes_) {
    for (const double u : {0.0, 1.0}) {
      findings.points.push_back(
          {0, u == 0.0 ? "low" : "high", axis.name(), axis.number(u), axis.unit(), axis.text(u)});
    }
  }
}

void BandStudy::add_points(ArmPool& pool, const Points& points) {
  for (std::size_t point = 0; point < points.size(); ++point) {
    add_point(pool, lines_at(axes_, points.row(point)));
  }
}

std::vector<double> BandStudy::means(const ArmPool& pool, std::size_t n, std::size_t i,
                                     std::size_t measure) const {
  std::vector<double> y;
  for (std::size_t point = 0; point < n; ++point) {
    y.push_back(mean_outcome(pool, point, i, measure));
  }
  return y;
}

std::size_t largest(std::span<const double> values) {
  std::size_t top = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    top = values[i] > values[top] || std::isnan(values[top]) ? i : top;
  }
  return top;
}

} // namespace sojourn
