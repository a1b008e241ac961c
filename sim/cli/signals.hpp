// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>

namespace sojourn::cli {

/// From now on the first SIGINT or SIGTERM only sets the returned number (the signal's); the second
/// ends the program at once. SIGXFSZ becomes an error of the write.
[[nodiscard]] const std::atomic<int>& watch_signals();

/// What the first of them says on stderr. `words` lasts as long as the program.
void say_on_first_signal(const char* words);

} // namespace sojourn::cli
