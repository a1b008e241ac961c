// SPDX-License-Identifier: Apache-2.0
#include "output/text.hpp"
#include "sim/cli/command.hpp"
#include "sim/cli/embedded.hpp"
#include "sim/cli/layout.hpp"
#include "sim/cli/outputs.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/load.hpp"

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
      {"sojourn init my_journey", "a small one to change, my_journey.yaml"},
      {"sojourn init --list", "the gallery: what each asks, how large it is"}};
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

std::string several(std::size_t n, std::string_view one, std::string_view many) {
  return output::text("{} {}", n, n == 1 ? one : many);
}

/// "2 kinds of people, 4 touchpoints, 2 changes to try".
std::string size_of(const Loaded& journey) {
  const Scenario& today = journey.arms.front().scenario;
  return several(today.personas.size(), "kind of people", "kinds of people") + ", " +
         several(today.touchpoints.size(), "touchpoint", "touchpoints") + ", " +
         several(journey.arms.size() - 1, "change to try", "changes to try");
}

std::string listed(const EmbeddedText& text, bool colour) {
  const Loaded journey = load_scenario_text(std::string(text.text), std::string(text.name));
  const Scenario& today = journey.arms.front().scenario;
  return bold(text.name, colour) + "  " + today.title + "\n" + wrap("    ", trim(today.question)) +
         wrap("    ", size_of(journey)) + "\n";
}

int list_gallery(Terminal& terminal) {
  std::string list;
  for (const EmbeddedText& text : embedded_scenarios()) {
    list += listed(text, terminal.colour_out());
  }
  terminal.print(list + wrap("", "sojourn init my_journey --from NAME writes one of them to "
                                 "my_journey.yaml; without --from, first."));
  return success;
}

/// Beside a scenario, so that editors know the language at once; one that is there stays.
void add_schema(const std::filesystem::path& scenario, Terminal& terminal) {
  const std::filesystem::path path = scenario.parent_path() / "scenario.schema.json";
  std::error_code unknown;
  if (std::filesystem::exists(path, unknown)) {
    return;
  }
  TextFile(path, output::Replace::nothing).publish(json_schema());
  terminal.say("wrote " + path.string() + ", by which editors complete and check");
}

int run_init(const Context& context) {
  const std::vector<std::string>& names = context.arguments.operands();
  if (context.arguments.given("list")) {
    return list_gallery(context.terminal);
  }
  if (names.empty()) {
    throw UsageError("init needs NAME", "for example: sojourn init my_journey");
  }
  const std::filesystem::path path = path_of(names[0]);
  const std::string text(source_text(context.arguments));
  TextFile(path, context.arguments.given("force") ? output::Replace::anything
                                                  : output::Replace::nothing)
      .publish(text);
  add_schema(path, context.terminal);
  context.terminal.say("wrote " + path.string() + "; next: sojourn run " + path.string());
  return success;
}

} // namespace

Command init_command() {
  return {{"init",
           "write a commented scenario that runs as it is",
           "NAME",
           0,
           1,
           examples(),
           {{"from", 0, Takes::one, "NAME", "first (default) or one of the gallery above"},
            {"force", 0, Takes::nothing, "", "replace an existing file"},
            {"list", 0, Takes::nothing, "", "say what each of the gallery is about"}}},
          run_init};
}

} // namespace sojourn::cli
