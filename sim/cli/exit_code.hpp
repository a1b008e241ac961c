// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sojourn::cli {

/// What the program ends with; the numbers of sysexits.h where there is one.
enum ExitCode : int {
  success = 0,
  wrong_usage = 2,
  bad_input = 65,
  missing_input = 66,
  internal_error = 70,
  cannot_create = 73,
  io_error = 74,
  stopped_early = 75, // by --max-time; holds the replications done
  interrupted = 130,  // 128 + SIGINT
  terminated = 143,   // 128 + SIGTERM
};

} // namespace sojourn::cli
