// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/watch/board.hpp"

#include <string>
#include <string_view>

// What the browser is given: a frame that shows the report unchanged, with a line on what is going
// on and the problems above it. Pure functions.
namespace sojourn::cli {

/// The frame as it stands now; usable without JavaScript, which only keeps it up to date.
[[nodiscard]] std::string watch_page(const WatchState& state, std::string_view file_name);

/// The content security policy of the frame: nothing from elsewhere, its own script and style.
[[nodiscard]] std::string watch_policy();

/// The state as JSON, for the script.
[[nodiscard]] std::string watch_state_json(const WatchState& state);

/// Whether a request that names this host may be answered: a page from elsewhere whose name was
/// made to point here (DNS rebinding) names its own.
[[nodiscard]] bool is_own_host(std::string_view host, int port);

/// What a browser may call the saved result: letters, digits, `-`, `_` and `.` of the file's name.
[[nodiscard]] std::string download_name(std::string_view file_name);

} // namespace sojourn::cli
