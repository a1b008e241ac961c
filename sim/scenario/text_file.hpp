// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/problem.hpp"

#include <string>
#include <variant>

namespace sojourn {

/// The whole of a regular file of at most 16 MB, or the problem: not there, not allowed, a folder,
/// a pipe, a device, too large, unreadable. Never blocks on a pipe.
std::variant<std::string, Problem> read_text_file(const std::string& path);

} // namespace sojourn
