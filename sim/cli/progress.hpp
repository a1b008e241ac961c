// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/terminal.hpp"
#include "sim/study/runner.hpp"

#include <chrono>

namespace sojourn::cli {

/// One moving line on stderr: how far, how long still, how precise. Silent where nobody watches.
class ProgressLine {
public:
  explicit ProgressLine(Terminal& terminal) : terminal_(terminal) {}
  void show(const Progress& progress);

private:
  using Clock = std::chrono::steady_clock;
  Terminal& terminal_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point shown_{};
};

/// "42 of about 480 runs, 8 s left, remembered_well ±2.4 % of ±2 %".
[[nodiscard]] std::string progress_text(const Progress& progress, double seconds_so_far);

} // namespace sojourn::cli
