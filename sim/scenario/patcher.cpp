// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/patcher.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/patch.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/scenario/stages.hpp"
#include "sim/scenario/typing.hpp"
#include "sim/scenario/yaml_events.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// The lines as changes, each a source of its own behind the scenario's.
std::vector<Change> read_lines(const std::vector<ChangeLine>& lines, Sources& sources,
                               Reporter& reporter) {
  for (const ChangeLine& line : lines)
    sources.push_back({"change", line.path + "=" + line.value});
  std::vector<Change> changes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto source = static_cast<std::uint32_t>(sources.size() - lines.size() + i);
    Sources padded(sources.size());
    padded[source] = {"change",
                      std::string(count_characters(lines[i].path) + 1, ' ') + lines[i].value};
    auto value = read_tree(padded, source, reporter);
    if (!value)
      continue;
    const auto length = static_cast<std::uint32_t>(count_characters(lines[i].path));
    changes.push_back({Key{lines[i].path, Place{1, 1, length, source}}, std::move(*value), {}});
  }
  return changes;
}

// Errors only: warnings are the scenario's own and were told when it was loaded.
std::vector<Problem> errors_of(const Reporter& reporter) {
  std::vector<Problem> errors;
  std::copy_if(reporter.problems().begin(), reporter.problems().end(), std::back_inserter(errors),
               [](const Problem& problem) { return problem.severity == Severity::error; });
  return errors;
}

Scenario read_patched(Node tree, Reporter& reporter) {
  const Names names = collect_names(tree);
  const Units units = units_of(tree);
  type_node(tree, field_tree(), "", Place{1, 1, 1, 0}, {names, units, reporter});
  return read_scenario(tree, names, reporter, false);
}

} // namespace

Patched Patcher::patched(std::size_t arm, const std::vector<ChangeLine>& lines) const {
  Patched last = patched_tree(arms_[arm], lines);
  const EarlierDesigns& earlier = earlier_[arm];
  Scenario* scenario = std::get_if<Scenario>(&last);
  if (scenario == nullptr || earlier.trees.empty() || !people_meet(*scenario))
    return last;
  StagesSpec stages = earlier.when;
  for (const Node& tree : earlier.trees) {
    Patched design = patched_tree(tree, lines);
    if (std::holds_alternative<std::vector<Problem>>(design))
      return design;
    stages.designs.push_back(
        std::make_shared<const Scenario>(std::get<Scenario>(std::move(design))));
  }
  scenario->stages = std::move(stages);
  return last;
}

Patched Patcher::patched_tree(const Node& root, const std::vector<ChangeLine>& lines) const {
  Sources sources = sources_;
  sources.reserve(sources.size() + lines.size());
  Reporter reporter(sources);
  const Names names = collect_names(root);
  const Units units = units_of(root);
  const PatchContext context{root, names, units, reporter};
  std::vector<Change> changes = read_lines(lines, sources, reporter);
  std::vector<const Change*> sound;
  for (Change& change : changes)
    if (check_change(change, ChangeOf::variant, context))
      sound.push_back(&change);
  if (!reporter.failed()) {
    Scenario scenario = read_patched(sojourn::patched(root, sound, context), reporter);
    if (!reporter.failed())
      return scenario;
  }
  return errors_of(reporter);
}

const Node* Patcher::node_at(std::size_t arm, const std::string& path) const {
  Reporter silent(sources_);
  const Names names = collect_names(arms_[arm]);
  const Key key{path, Place{1, 1, 1, 0}};
  const auto addresses = resolve(key, arms_[arm], names, silent);
  if (addresses.size() != 1)
    return nullptr;
  const Node* at = &arms_[arm];
  for (const PathStep& step : addresses.front().steps) {
    if (step.row) {
      const auto row = std::find_if(at->items.begin(), at->items.end(), [&](const Node& item) {
        const Node* to = item.find("to");
        const auto who = personas_of_row(item);
        return to != nullptr && to->text == step.name &&
               (step.persona.empty() || who.empty() ||
                std::find(who.begin(), who.end(), step.persona) != who.end());
      });
      at = row == at->items.end() ? nullptr : &*row;
    } else {
      at = at->find(step.name);
    }
    if (at == nullptr)
      return nullptr;
  }
  return at;
}

std::string Patcher::written_at(std::size_t arm, const std::string& path) const {
  const Node* node = node_at(arm, path);
  return node == nullptr ? std::string() : written(*node);
}

Problem problem_at(const Place& place, const std::string& file, const std::string& text,
                   std::string message, std::string why, std::string hint) {
  Problem problem;
  problem.file = file;
  problem.line = static_cast<int>(place.line);
  problem.column = static_cast<int>(place.column);
  problem.length = static_cast<int>(place.length);
  problem.message = std::move(message);
  problem.why = std::move(why);
  problem.hint = std::move(hint);
  problem.source_line = line_of(text, place.line);
  return problem;
}

} // namespace sojourn
