// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "output/store/result.hpp"
#include "sim/engine/executor.hpp"

#include <string>

namespace sojourn::cli {

/// What this very run was: command line, machine, threads, versions. Outside the content hash.
void add_provenance(output::ResultData& result, const std::string& command_line,
                    const Executor& executor);

} // namespace sojourn::cli
