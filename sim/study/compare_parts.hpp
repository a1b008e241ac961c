// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include "sim/study/control_twins.hpp"
#include "sim/study/study.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

// The parts of compare. Each adds its findings and returns what they say in a sentence or two;
// empty where there is nothing to say.
namespace sojourn {

/// The comparison as it was run: baseline and variants, replications [0, replications).
struct Compared {
  const StudyContext& context;
  const ArmPool& pool;
  int replications = 0;

  [[nodiscard]] const std::string& id(std::size_t arm) const { return context.arms[arm].id; }
  [[nodiscard]] std::vector<double> values(std::size_t arm, std::size_t measure,
                                           std::size_t group) const {
    return pool.values(arm, replications, measure, group);
  }
  [[nodiscard]] std::size_t n_groups(std::size_t measure) const {
    return pool.measures()[measure].info.per_person ? pool.n_groups() : 1;
  }
  /// Whether a variant is simulated exactly like the baseline.
  [[nodiscard]] output::Plans plans(std::size_t arm) const;
};

/// left - right, number by number.
[[nodiscard]] std::vector<double> less(std::vector<double> left, const std::vector<double>& right);

/// Findings "equivalence" (the paired difference, interval at 90 %, p of the two one-sided tests)
/// and "margin". `margins`: by measure.
[[nodiscard]] std::string report_margins(Findings& findings, const Compared& compared,
                                         const std::map<std::size_t, double>& margins);

/// An arm that is made of other arms of this run.
struct Combination {
  std::size_t arm = 0;
  std::vector<std::size_t> parts; // two or more
};
[[nodiscard]] std::vector<Combination> combinations_of(const std::vector<ArmSpec>& arms);

/// Findings "interaction": effect of the combination less the sum of its parts' effects.
[[nodiscard]] std::string report_interactions(Findings& findings, const Compared& compared,
                                              const std::vector<Combination>& combinations);

/// Whether any arm costs anything once, and the run measures money that could pay it back.
[[nodiscard]] bool has_one_off_cost(const StudyContext& context);

/// Findings "gain per week", "staff cost per week", and where an arm costs more once than the
/// baseline "one-off cost", "pays back after" and "highest one-off cost worth".
[[nodiscard]] std::string report_money(Findings& findings, const Compared& compared);

/// Findings "adjusted level" and "adjusted difference", with the variance factor in the note:
/// means over replications, corrected by the twins' luck. `twins`: [compared arm].
[[nodiscard]] std::string report_adjusted(Findings& findings, const Compared& compared,
                                          const std::vector<Twin>& twins);

} // namespace sojourn
