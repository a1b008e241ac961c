// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/scenario/load.hpp"

namespace sojourn::cli {
namespace {

int run_schema(const Context& context) {
  context.terminal.print(json_schema());
  return success;
}

} // namespace

Command schema_command() {
  return {{"schema",
           "the scenario language as a JSON Schema",
           "",
           0,
           0,
           {{"sojourn schema > scenario.schema.json",
             "editors complete and check what stands beside it"}},
           {}},
          run_schema};
}

} // namespace sojourn::cli
