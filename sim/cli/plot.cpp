// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/figures.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/scenario/characters.hpp"

namespace sojourn::cli {
namespace {

std::string figure_of(const output::ResultData& result, const std::string& name) {
  try {
    return output::figure(result, name);
  } catch (const std::invalid_argument& problem) {
    throw UsageError(problem.what(), "there are: " + list_words(output::figure_names(result), 40));
  }
}

std::string listed(const output::ResultData& result) {
  std::string text;
  for (const std::string& name : output::figure_names(result)) {
    text += name + "\n";
  }
  return text;
}

int run_plot(const Context& context) {
  const Arguments& arguments = context.arguments;
  const output::ResultData result = output::read_result(arguments.operands()[0]);
  const auto name = arguments.text("figure");
  if (!name) {
    context.terminal.print(listed(result));
    return success;
  }
  const auto target = arguments.text("output");
  if (target && !target->ends_with(".svg")) {
    throw UsageError("plot writes SVG; " + printable(*target) + " does not end in .svg");
  }
  const std::string svg = figure_of(result, *name);
  if (!target) {
    context.terminal.print(svg);
    return success;
  }
  TextFile(*target, arguments.given("force") ? output::Replace::anything : output::Replace::nothing)
      .publish(svg);
  context.terminal.say("wrote " + *target);
  return success;
}

} // namespace

Command plot_command() {
  return {
      {"plot",
       "draw one figure of a result file as SVG",
       "FILE.h5",
       1,
       1,
       {{"sojourn plot incident.h5", "names the figures"},
        {"sojourn plot incident.h5 --figure differences -o change.svg", "what each change does"},
        {"sojourn plot incident.h5 --figure journey_map:live_status:anna > anna.svg",
         "the journey of one arm as one persona lives it"}},
       {{"figure", 0, Takes::one, "NAME", "which; without it the names are listed"},
        {"output", 'o', Takes::one, "FILE.svg", "default: standard output"},
        {"force", 0, Takes::nothing, "", "replace an existing file"}}},
      run_plot};
}

} // namespace sojourn::cli
