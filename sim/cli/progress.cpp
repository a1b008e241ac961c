// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/progress.hpp"

#include "output/text.hpp"
#include "sim/study/wording.hpp"

#include <algorithm>

namespace sojourn::cli {

std::string progress_text(const Progress& progress, double seconds_so_far) {
  const double expected = std::max(progress.runs_expected, progress.runs_done);
  std::string text = output::text("  {:.0f} of about {:.0f} runs", progress.runs_done, expected);
  if (progress.runs_done > 0) {
    const double left = seconds_so_far * (expected - progress.runs_done) / progress.runs_done;
    text += ", " + rounded_duration(left / 60) + " left";
  }
  return text + (progress.words.empty() ? "" : ", " + progress.words);
}

void ProgressLine::show(const Progress& progress) {
  const Clock::time_point now = Clock::now();
  if (!terminal_.watched() || now - shown_ < std::chrono::milliseconds(100)) {
    return;
  }
  shown_ = now;
  const std::chrono::duration<double> so_far = now - started_;
  terminal_.show_progress(progress_text(progress, so_far.count()));
}

} // namespace sojourn::cli
