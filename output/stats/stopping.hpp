// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/estimate.hpp"
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sojourn::output {

/// One line of `until:`: the half-width asked for, in the measure's own unit.
struct StoppingTarget {
  std::string measure;   // as shown in the reason
  double half_width = 0; // shares: 0.02 is two points
  std::string unit;      // shown after the number; ignored for shares
  bool share = false;    // shown in per cent
};

/// The values one target is judged on: a level, or with `versus` a paired difference.
struct StoppingSeries {
  std::size_t target = 0;
  std::string arm;
  std::span<const double> values; // one per replication, in replication order
  std::span<const double> versus; // empty for a level
  Plans plans = Plans::differ;
};

struct StoppingVerdict {
  bool stop = false;
  bool reached = false; // every target met (false: the most replications were used up)
  int replications = 0; // where to stop; later replications, if any were run, are not used
  std::string reason;   // one sentence for people
};

/// Sequential stopping. Looks at the replications `at_least`, `at_least + block`, ... and
/// `at_most`; stops at the second of two looks in a row at which every series meets its target (the
/// confirming block guards against stopping on a lucky dip). The verdict depends on the values
/// alone: neither threads nor a resume, nor replications run beyond the stop, can change it.
/// A difference counts as met only with at least `min_differ` replications that differ, or equal
/// plans.
class StoppingRule {
public:
  static constexpr int min_differ = 10;

  /// at_least >= 2, at_most >= at_least, block >= 1 (asserted). Without targets: stops at at_least.
  StoppingRule(std::vector<StoppingTarget> targets, int at_least, int at_most, int block = 10,
               double level = 0.95);

  /// How many replications to have before asking again, given `done` of them.
  [[nodiscard]] int next_look(int done) const;

  /// Series of equal length; every target should have one per arm.
  [[nodiscard]] StoppingVerdict judge(std::span<const StoppingSeries> series) const;

private:
  [[nodiscard]] bool met(const StoppingSeries& series, int n) const;
  [[nodiscard]] Interval interval_of(const StoppingSeries& series, int n) const;
  [[nodiscard]] StoppingVerdict reached(int n) const;
  [[nodiscard]] StoppingVerdict exhausted(std::span<const StoppingSeries> series) const;
  [[nodiscard]] std::string miss_text(const StoppingSeries& series) const;

  std::vector<StoppingTarget> targets_;
  int at_least_, at_most_, block_;
  double level_;
};

} // namespace sojourn::output
