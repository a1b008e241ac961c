// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/command.hpp"
#include "sim/cli/embedded.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/scenario/characters.hpp"

#include <algorithm>
#include <cctype>

namespace sojourn::cli {
namespace {

std::vector<std::string> names_of_all() {
  std::vector<std::string> names;
  for (const EmbeddedText& text : embedded_scenarios()) {
    names.emplace_back(text.name);
  }
  return names;
}

/// What a scenario is called, from its line `title:`.
std::string_view title_of(std::string_view text) {
  constexpr std::string_view word = "\ntitle: ";
  const std::size_t begin = text.find(word) + word.size();
  const std::string_view title =
      text.substr(begin, std::min(text.find('\n', begin), text.find(" #", begin)) - begin);
  return title.substr(0, title.find_last_not_of(' ') + 1);
}

const std::vector<std::string>& commands_of_gallery() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> made;
    for (const EmbeddedText& text : embedded_scenarios()) {
      made.push_back("sojourn init mine --from " + std::string(text.name));
    }
    return made;
  }();
  return all;
}

/// A small journey to begin with, then the gallery.
std::vector<Example> examples() {
  std::vector<Example> all = {
      {"sojourn init my_journey", "a small one to change, my_journey.yaml"}};
  for (std::size_t i = 0; i < embedded_scenarios().size(); ++i) {
    if (embedded_scenarios()[i].name != "first") {
      all.push_back({commands_of_gallery()[i], title_of(embedded_scenarios()[i].text)});
    }
  }
  return all;
}

std::string_view source_text(const Arguments& arguments) {
  const std::string from = arguments.text("from").value_or("first");
  for (const EmbeddedText& text : embedded_scenarios()) {
    if (text.name == from) {
      return text.text;
    }
  }
  const std::vector<std::string> names = names_of_all();
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
           examples(),
           {{"from", 0, Takes::one, "NAME", "first (default) or one of the gallery above"}}},
          run_init};
}

} // namespace sojourn::cli
