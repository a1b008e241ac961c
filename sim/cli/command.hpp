// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/cli/exit_code.hpp"
#include "sim/cli/options.hpp"
#include "sim/cli/terminal.hpp"

#include <string>
#include <vector>

// What a command is: its text and what it does. One file each; program.cpp lists them.
namespace sojourn::cli {

struct Context {
  const Arguments& arguments;
  Terminal& terminal;
  std::string command_line; // as typed, for the result's provenance
};

struct Command {
  CommandText text;
  int (*run)(const Context& context);
};

/// A failure with its exit code: one line for people.
class Failure : public std::runtime_error {
public:
  Failure(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] ExitCode code() const { return code_; }

private:
  ExitCode code_;
};

[[nodiscard]] Command init_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command run_command();
[[nodiscard]] Command watch_command();
[[nodiscard]] Command report_command();
[[nodiscard]] Command plot_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command solve_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command models_command();
[[nodiscard]] Command schema_command();

/// All of them, in the order of the help page.
[[nodiscard]] const std::vector<Command>& commands();

/// Usage, examples first.
[[nodiscard]] std::string help_text(const CommandText& command);
[[nodiscard]] std::string overview_text();

} // namespace sojourn::cli
