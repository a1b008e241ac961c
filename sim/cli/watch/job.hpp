// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/command.hpp"
#include "sim/cli/watch/board.hpp"
#include "sim/cli/watch/saved_text.hpp"
#include "sim/engine/executor.hpp"

#include <atomic>
#include <string>
#include <vector>

namespace sojourn::cli {

/// What every saved text is answered with.
struct WatchDesk {
  const Context& context;
  Executor& executor;
  Board& board;
  std::string path; // as named on the command line
};

/// After how many replications a picture is drawn before the comparison has all of them: few at
/// first, then twice as many each time.
[[nodiscard]] std::vector<int> watch_rounds(int at_least);

/// Answers one saved text on the board: pictures that sharpen, and at the end what `run` finds out.
/// A number other than 0 in `stop` makes it give up; the board keeps what it had.
void answer_saved(const WatchDesk& desk, const ScenarioRead& read, const std::atomic<int>& stop);

} // namespace sojourn::cli
