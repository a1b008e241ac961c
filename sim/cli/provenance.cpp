// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/provenance.hpp"

#include <unistd.h>

#include <array>

namespace sojourn::cli {

void add_provenance(output::ResultData& result, const std::string& command_line,
                    const Executor& executor) {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  result.command_line = command_line;
  result.host = host.data();
  result.program_version = SOJOURN_VERSION;
  result.library_versions = "compiler " __VERSION__ ", " SOJOURN_LIBRARIES;
  result.threads = executor.threads();
  result.executor = executor.name();
}

} // namespace sojourn::cli
