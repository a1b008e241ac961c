// SPDX-License-Identifier: Apache-2.0
#include "sim/study/point_study.hpp"

#include "output/stats/moments.hpp"
#include "output/text.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {

PointStudy::PointStudy(const StudyContext& context) : FixedStudy(context), looked_at_{0} {
  if (context.spec.options.find("arms") != nullptr) {
    for (const std::size_t variant : variants_of(context)) {
      looked_at_.push_back(variant);
    }
  }
}

void PointStudy::check_size(std::uint64_t n_points, const std::string& of_what,
                            const std::string& hint) const {
  const std::uint64_t each = looked_at_.size();
  if (n_points <= most_design_arms / each) {
    return;
  }
  const std::string size = n_points == uncountable ? "more than 10^19" : std::to_string(n_points);
  refuse_study(context(),
               output::text("{} has {} points{}", of_what, size,
                            each == 1 ? "" : output::text(", each with {} arms", each)),
               output::text("every point is a design of its own to be built and run; at most {} "
                            "can be",
                            most_design_arms / each),
               hint);
}

void PointStudy::check_design(std::uint64_t n_points, const std::string& of_what,
                              const std::string& hint, const std::vector<Axis>& axes) const {
  Refusals refusals;
  refusals.of([&] { check_size(n_points, of_what, hint); });
  refusals.of([&] { check_ends(context(), axes); });
  refusals.raise();
}

std::size_t PointStudy::add_point(ArmPool& pool, const std::vector<ChangeLine>& lines) {
  for (const std::size_t on : looked_at_) {
    arms_.push_back(add(pool, {on, lines}));
  }
  return n_points() - 1;
}

std::vector<double> PointStudy::outcome(const ArmPool& pool, std::size_t point, std::size_t i,
                                        std::size_t measure, std::size_t group) const {
  std::vector<double> values = pool.values(arm_at(point, i), replications(), measure, group);
  if (i > 0) {
    const auto base = pool.values(arm_at(point, 0), replications(), measure, group);
    std::transform(values.begin(), values.end(), base.begin(), values.begin(), std::minus<>());
  }
  return values;
}

double PointStudy::mean_outcome(const ArmPool& pool, std::size_t point, std::size_t i,
                                std::size_t measure) const {
  output::Moments moments;
  for (const double value : outcome(pool, point, i, measure)) {
    if (!std::isnan(value)) {
      moments.add(value);
    }
  }
  return moments.mean();
}

std::uint64_t PointStudy::seed() const {
  return context().arms.front().scenario.experiment.seed_value;
}

std::size_t PointStudy::option(const char* word, std::size_t otherwise) const {
  const Group options{&context().spec.options, nullptr};
  return static_cast<std::size_t>(options.number(word, static_cast<double>(otherwise)));
}

std::string PointStudy::label(const ArmPool& pool, std::size_t i, std::size_t measure) const {
  const std::string& name = pool.measures()[measure].info.label;
  return i == 0 ? name : name + ", " + context().arms[looked_at_[i]].id + " against the baseline";
}

} // namespace sojourn
