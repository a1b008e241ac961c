// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/study/answers.hpp"
#include "sim/study/runner.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

// A run that can go on where it was stopped, killed or cut off from power: everything that was
// folded so far, in a file beside the result. What a resumed run finds out is, to the last bit,
// what an uninterrupted one finds out, whatever the number of threads.
namespace sojourn {

/// Names everything that decides about the numbers: program, scenario, arms, seed, sizes, studies.
[[nodiscard]] std::string run_key(const StudyInput& input, const StudyOptions& options,
                                  const std::vector<StudySpec>& studies,
                                  const std::string& version);

class Checkpoint {
public:
  /// `seconds` between two savings; infinite: none.
  Checkpoint(std::filesystem::path path, std::string key, double seconds);

  /// Fills in what an earlier run left; false where there is nothing to resume. Throws
  /// std::invalid_argument where the file belongs to another run, output::BadFile where it is
  /// damaged.
  bool resume(RunRecord& record, Answers& answers) const;
  /// Saves if it is time. @throws output::EnvironmentError
  void offer(const RunRecord& record, const Answers& answers);
  void save(const RunRecord& record, const Answers& answers);
  /// The run is complete: nothing is left to resume.
  void remove() const;
  [[nodiscard]] bool active() const;

private:
  using Clock = std::chrono::steady_clock;
  std::filesystem::path path_;
  std::string key_;
  double seconds_;
  Clock::time_point saved_ = Clock::now();
};

} // namespace sojourn
