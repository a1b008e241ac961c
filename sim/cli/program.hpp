// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace sojourn::cli {

/// The whole program: reads the words behind its name, does what they say, returns the exit code.
int program(const std::vector<std::string>& words);
/// The same for what `main` is given.
int program(int argc, char** argv);

} // namespace sojourn::cli
