// SPDX-License-Identifier: Apache-2.0
#include "output/text.hpp"
#include "sim/cli/command.hpp"

namespace sojourn::cli {
namespace {

std::string examples_text(const std::vector<Example>& examples) {
  std::string text;
  for (const Example& example : examples) {
    output::append(text, "  {}\n      {}\n", example.command, example.says);
  }
  return text;
}

std::string option_line(const OptionText& option) {
  const std::string letter = option.letter != 0 ? output::text("-{}, ", option.letter) : "    ";
  const std::string argument = option.argument.empty() ? "" : output::text(" {}", option.argument);
  const std::string head = output::text("  {}--{}{}", letter, option.name, argument);
  return head.size() < 30 ? output::text("{:<30}{}\n", head, option.help)
                          : output::text("{}\n{:30}{}\n", head, "", option.help);
}

} // namespace

std::string help_text(const CommandText& command) {
  std::string text = output::text("sojourn {}: {}\n\nExamples\n", command.name, command.summary);
  text += examples_text(command.examples);
  output::append(text, "\nUsage\n  sojourn {}{}{} [options]\n\nOptions\n", command.name,
                 command.operands.empty() ? "" : " ", command.operands);
  for (const OptionText& option : command.options) {
    text += option_line(option);
  }
  text += option_line({"no-color", 0, Takes::nothing, "", "plain text; NO_COLOR does the same"});
  text += option_line({"help", 'h', Takes::nothing, "", "this page"});
  return text;
}

std::string overview_text() {
  std::string text = "Try a change to a customer journey on simulated people first.\n\n"
                     "Begin with\n"
                     "  sojourn init my_journey        writes my_journey.yaml, ready to run\n"
                     "  sojourn run my_journey.yaml    answers it: summary, report, result file\n"
                     "\nCommands\n";
  for (const Command& command : commands()) {
    output::append(text, "  {:<10}{}\n", command.text.name, command.text.summary);
  }
  text += "\nsojourn COMMAND --help begins with examples; --version says which this is.\n";
  return text;
}

} // namespace sojourn::cli
