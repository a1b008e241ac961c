// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/axis.hpp"
#include "sim/study/design.hpp"

#include <span>
#include <string>
#include <vector>

namespace sojourn {

/// The most arms one study may ask for: each is a design of its own to be built and run.
inline constexpr std::uint64_t most_design_arms = 16384;

/// A study of points: the baseline, and every variant it names, at each point of a design. What it
/// looks at is the level of the baseline and, for a variant, its difference from the baseline at
/// the same point.
class PointStudy : public FixedStudy {
public:
  explicit PointStudy(const StudyContext& context);

protected:
  /// Refuses, before anything is built, a design of more than most_design_arms, with its size and
  /// how to make it smaller (`hint`), and axes whose ends cannot be set.
  void check_design(std::uint64_t n_points, const std::string& of_what, const std::string& hint,
                    const std::vector<Axis>& axes) const;
  /// Adds all arms of one more point; returns its number.
  std::size_t add_point(ArmPool& pool, const std::vector<ChangeLine>& lines);

  /// Compared arms looked at: 0 is the baseline, the others are variants.
  [[nodiscard]] const std::vector<std::size_t>& looked_at() const { return looked_at_; }
  [[nodiscard]] std::size_t n_points() const { return arms_.size() / looked_at_.size(); }
  /// Arm of the pool: compared arm looked_at()[i] at a point.
  [[nodiscard]] std::size_t arm_at(std::size_t point, std::size_t i) const {
    return arms_[point * looked_at_.size() + i];
  }
  /// Level of the baseline (i = 0) or difference of a variant, one value per replication.
  [[nodiscard]] std::vector<double> outcome(const ArmPool& pool, std::size_t point, std::size_t i,
                                            std::size_t measure, std::size_t group = 0) const;
  /// Its mean over the replications that have one; missing where none has.
  [[nodiscard]] double mean_outcome(const ArmPool& pool, std::size_t point, std::size_t i,
                                    std::size_t measure) const;
  [[nodiscard]] std::uint64_t seed() const;
  /// A whole number of the study's options.
  [[nodiscard]] std::size_t option(const char* word, std::size_t otherwise) const;
  /// Label of a measure, "Served" or "Served, live_status against the baseline".
  [[nodiscard]] std::string label(const ArmPool& pool, std::size_t i, std::size_t measure) const;

private:
  void check_size(std::uint64_t n_points, const std::string& of_what,
                  const std::string& hint) const;

  std::vector<std::size_t> looked_at_;
  std::vector<std::size_t> arms_; // [point][looked at]
};

} // namespace sojourn
