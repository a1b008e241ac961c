// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/cli/embedded.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <cctype>

namespace sojourn::cli {
namespace {

std::string_view source_text(const Arguments& arguments) {
  const std::string from = arguments.text("from").value_or("first");
  for (const EmbeddedText& text : embedded_scenarios()) {
    if (text.name == from) {
      return text.text;
    }
  }
  std::vector<std::string> names;
  for (const EmbeddedText& text : embedded_scenarios()) {
    names.emplace_back(text.name);
  }
  const auto meant = did_you_mean(from, names);
  throw UsageError("there is no scenario " + printable(from) + " to begin from",
                   meant ? "did you mean " + *meant + "?" : "there are: " + list_words(names));
}

std::filesystem::path path_of(const std::string& name) {
  const bool has_extension = name.ends_with(".yaml") || name.ends_with(".yml");
  return has_extension ? name : name + ".yaml";
}

int run_init(const Context& context) {
  const std::filesystem::path path = path_of(context.arguments.operands()[0]);
  const std::string text(source_text(context.arguments));
  TextFile(path, output::Replace::nothing).publish(text);
  context.terminal.say("wrote " + path.string() + "; next: sojourn run " + path.string());
  return success;
}

} // namespace

Command init_command() {
  return {{"init",
           "write a commented scenario that runs as it is",
           "NAME",
           1,
           1,
           {{"sojourn init my_journey", "a small one to change, my_journey.yaml"},
            {"sojourn init tickets --from incident", "the full example of an IT service desk"}},
           {{"from", 0, Takes::one, "NAME", "first (default) or incident"}}},
          run_init};
}

} // namespace sojourn::cli
