// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/program.hpp"

#include "output/store/errors.hpp"
#include "output/text.hpp"
#include "sim/cli/command.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

namespace sojourn::cli {
namespace {

const Command& find_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    if (command.text.name == name) {
      return command;
    }
    names.emplace_back(command.text.name);
  }
  const auto meant = did_you_mean(name, names);
  throw UsageError("there is no command " + printable(name),
                   meant ? "did you mean " + *meant + "?" : "see sojourn --help");
}

std::string quoted(const std::vector<std::string>& words) {
  std::string line = "sojourn";
  for (const std::string& word : words) {
    const bool plain =
        !word.empty() && word.find_first_of(" \t\n'\"\\$*?;&|<>()") == std::string::npos;
    line += plain ? " " + word : " '" + word + "'";
  }
  return line;
}

int run_command_line(const std::vector<std::string>& words, Terminal& terminal) {
  const bool for_help = words[0] == "help" && words.size() > 1;
  const Command& command = find_command(for_help ? words[1] : words[0]);
  const Arguments arguments =
      read_arguments(command.text, for_help ? std::vector<std::string>{"--help"}
                                            : std::vector(words.begin() + 1, words.end()));
  if (arguments.given("no-color")) {
    terminal.forbid_colour();
  }
  if (arguments.given("help")) {
    terminal.print(help_text(command.text));
    return success;
  }
  return command.run({arguments, terminal, quoted(words)});
}

int dispatch(const std::vector<std::string>& words, Terminal& terminal) {
  if (words.empty()) {
    terminal.print(overview_text());
    return wrong_usage;
  }
  if (words[0] == "--help" || words[0] == "-h" || (words[0] == "help" && words.size() == 1)) {
    terminal.print(overview_text());
    return success;
  }
  if (words[0] == "--version") {
    terminal.print("sojourn " SOJOURN_VERSION "\n");
    return success;
  }
  return run_command_line(words, terminal);
}

int fail(Terminal& terminal, int code, const std::string& message, const std::string& hint = {}) {
  terminal.complain("sojourn: " + message + (hint.empty() ? "" : "\n  " + hint));
  return code;
}

int guarded(const std::vector<std::string>& words, Terminal& terminal) {
  try {
    return dispatch(words, terminal);
  } catch (const UsageError& error) {
    return fail(terminal, wrong_usage, error.what(), error.hint());
  } catch (const Failure& error) {
    return fail(terminal, error.code(), error.what());
  } catch (const output::EnvironmentError& error) {
    return fail(terminal, error.exit_code(), error.what());
  } catch (const output::BadFile& error) {
    return fail(terminal, error.exit_code(), error.what());
  } catch (const std::bad_alloc&) {
    terminal.end_progress();
    throw;
  } catch (const std::exception& error) {
    return fail(terminal, internal_error, std::string("internal error: ") + error.what());
  }
}

} // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {init_command(),   check_command(),   run_command(),
                                           watch_command(),  report_command(),  plot_command(),
                                           export_command(), explain_command(), solve_command(),
                                           verify_command(), models_command(),  schema_command()};
  return all;
}

namespace {

/// A library that cannot pass on the lack of memory (oneTBB while it starts its threads) ends the
/// program; it ends as it would elsewhere.
[[noreturn]] void out_of_memory_or_abort() {
  try {
    if (const std::exception_ptr cause = std::current_exception()) {
      std::rethrow_exception(cause);
    }
  } catch (const std::bad_alloc&) {
    complain_of_memory();
    std::_Exit(internal_error);
  } catch (...) { // as it was
  }
  std::abort();
}

} // namespace

// Where memory is short a message may find none either.
int program(const std::vector<std::string>& words) try {
  std::set_terminate(out_of_memory_or_abort);
  prepare_streams();
  Terminal terminal;
  const int code = guarded(words, terminal);
  if (const int error = terminal.finish(); error != 0 && code == success) {
    return fail(terminal, io_error,
                std::string("cannot write to standard output: ") + std::strerror(error));
  }
  return code;
} catch (const std::bad_alloc&) {
  complain_of_memory();
  return internal_error;
}

int program(int argc, char** argv) try {
  return program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
} catch (const std::bad_alloc&) {
  complain_of_memory();
  return internal_error;
}

} // namespace sojourn::cli
