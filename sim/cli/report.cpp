// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/html.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/outputs.hpp"

namespace sojourn::cli {
namespace {

int run_report(const Context& context) {
  const Arguments& arguments = context.arguments;
  const std::filesystem::path source = arguments.operands()[0];
  const auto target = arguments.text("output");
  const output::Replace replace = arguments.given("force") ? output::Replace::anything
                                  : target                 ? output::Replace::nothing
                                                           : output::Replace::own_result;
  const std::filesystem::path path = target
                                         ? std::filesystem::path(*target)
                                         : std::filesystem::path(source).replace_extension(".html");
  keep_source(source, path);
  const output::ResultData result = output::read_result(source);
  TextFile(path, replace).publish(output::html_report(result));
  context.terminal.say("wrote " + path.string());
  return success;
}

} // namespace

Command report_command() {
  return {{"report",
           "draw the report again from a result file",
           "FILE.h5",
           1,
           1,
           {{"sojourn report incident.h5", "writes incident.html"},
            {"sojourn report incident.h5 -o for_the_board.html", "under another name"}},
           {{"output", 'o', Takes::one, "FILE.html", "default: beside the result"},
            {"force", 0, Takes::nothing, "", "replace an existing file"}}},
          run_report};
}

} // namespace sojourn::cli
