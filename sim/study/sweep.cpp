// SPDX-License-Identifier: Apache-2.0
#include "sim/study/sweep.hpp"

#include "output/text.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/study/point_study.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

class Sweep : public PointStudy {
public:
  explicit Sweep(const StudyContext& context) : PointStudy(context), axes_(swept_axes(context)) {}

  void design(ArmPool& pool) override {
    const std::string kind =
        Group{&context().spec.options, nullptr}.word("design", std::string("grid"));
    const std::uint64_t n = kind == "grid" ? grid_size(levels()) : option("points", 64);
    check_design(n, "its " + std::string(kind == "grid" ? "grid" : "design"),
                 kind == "grid" ? "take fewer values, or design: sobol with points: 256"
                                : "take fewer points",
                 axes_);
    check_rows(n, pool.n_groups());
    points_ = drawn(kind, n);
    baseline_ = add(pool, {});
    for (std::size_t point = 0; point < points_.size(); ++point) {
      add_point(pool, lines_at(axes_, points_.row(point)));
    }
  }

  [[nodiscard]] Findings report(const ArmPool& pool, output::ResultData&) const override {
    Findings findings(info("What if these numbers were others?", "change"));
    for (std::size_t point = 0; point < points_.size(); ++point) {
      list_point(findings, point);
    }
    for (const std::size_t measure : measures()) {
      const bool per_person = pool.measures()[measure].info.per_person;
      for (std::size_t group = 0; group < (per_person ? pool.n_groups() : 1); ++group) {
        for (std::size_t point = 0; point < points_.size(); ++point) {
          report_point(findings, pool, point, measure, group);
        }
      }
    }
    findings.info.reading = reading(pool);
    return findings;
  }

private:
  [[nodiscard]] std::vector<std::size_t> levels() const {
    std::vector<std::size_t> levels;
    for (const Axis& axis : axes_) {
      levels.push_back(axis.n_levels());
    }
    return levels;
  }

  [[nodiscard]] Points drawn(const std::string& kind, std::size_t n) const {
    if (kind == "latin_hypercube") {
      return latin_hypercube(n, axes_.size(), seed());
    }
    return kind == "sobol" ? sobol_points(n, axes_.size(), seed()) : full_grid(levels());
  }

  [[nodiscard]] std::string subject(std::size_t point) const {
    return words_at(axes_, points_.row(point));
  }

  /// Every point is a row for each measure and group, of level and of change.
  void check_rows(std::uint64_t n, std::size_t n_groups) const {
    constexpr std::uint64_t most_rows = 200000;
    const std::uint64_t rows = n * measures().size() * n_groups * (1 + looked_at().size());
    if (rows > most_rows) {
      refuse_study(context(),
                   output::text("{} points of {} measures make a table of {} rows", n,
                                measures().size(), rows),
                   output::text("at most {} can be kept", most_rows),
                   "name the measures you want, like measures: [served]");
    }
  }

  void list_point(Findings& findings, std::size_t point) const {
    for (std::size_t i = 0; i < axes_.size(); ++i) {
      const double u = points_.at(point, i);
      findings.points.push_back({0, subject(point), axes_[i].name(), axes_[i].number(u),
                                 axes_[i].unit(), axes_[i].text(u)});
    }
  }

  void report_point(Findings& findings, const ArmPool& pool, std::size_t point, std::size_t measure,
                    std::size_t group) const {
    const std::string at = subject(point);
    findings.add_mean(pool, {"level", at, 0, measure, group},
                      outcome(pool, point, 0, measure, group));
    findings.add_difference(pool, {"change", at, 0, measure, group}, arm_at(point, 0), baseline_,
                            replications());
    for (std::size_t i = 1; i < looked_at().size(); ++i) {
      findings.add_difference(pool, {"difference", at, looked_at()[i], measure, group},
                              arm_at(point, i), arm_at(point, 0), replications());
    }
  }

  /// Where the first measure is lowest and highest; descriptive, not a test.
  [[nodiscard]] std::string reading(const ArmPool& pool) const {
    const std::size_t measure = measures().front();
    std::size_t low = 0, high = 0;
    std::vector<double> level;
    for (std::size_t point = 0; point < points_.size(); ++point) {
      level.push_back(mean_outcome(pool, point, 0, measure));
      low = level[point] < level[low] || std::isnan(level[low]) ? point : low;
      high = level[point] > level[high] || std::isnan(level[high]) ? point : high;
    }
    return output::text("{} over {} points: from {:.3g} at {} to {:.3g} at {}.",
                        label(pool, 0, measure), points_.size(), level[low], subject(low),
                        level[high], subject(high));
  }

  std::vector<Axis> axes_;
  Points points_;
  std::size_t baseline_ = 0;
};

} // namespace

std::unique_ptr<Study> make_sweep(const StudyContext& context) {
  return std::make_unique<Sweep>(context);
}

} // namespace sojourn
