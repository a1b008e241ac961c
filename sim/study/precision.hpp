// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/stats/stopping.hpp"
#include "sim/study/runner.hpp"

namespace sojourn {

/// What `until:` asks for, and how far the run is from it. The level of every arm must be known
/// that well, in its own unit.
class Precision {
public:
  /// Throws std::invalid_argument where `until` names no measure of this study.
  Precision(const Runnable& runnable, const RunOptions& options);

  [[nodiscard]] int next_look(int done) const { return rule_.next_look(done); }
  /// Judges the replications so far and remembers how precise they are.
  [[nodiscard]] output::StoppingVerdict judge(const RunRecord& record);

  /// How many replications it will probably take: half-widths shrink with the square root.
  [[nodiscard]] double expected_replications() const { return expected_; }
  [[nodiscard]] const std::string& words() const { return words_; }

private:
  void look_at(const RunRecord& record, const std::vector<output::StoppingSeries>& series);

  const Runnable& runnable_;
  std::vector<std::size_t> measure_; // [target]
  std::vector<output::StoppingTarget> targets_;
  output::StoppingRule rule_;
  int at_most_;
  double expected_;
  std::string words_;
};

} // namespace sojourn
