// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"

#include "sim/scenario/assumptions.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/scenario/reading.hpp"
#include "sim/scenario/stages.hpp"
#include "sim/scenario/text_file.hpp"
#include "sim/scenario/typing.hpp"
#include "sim/scenario/variants.hpp"
#include "sim/scenario/yaml_events.hpp"

#include <algorithm>

namespace sojourn {
namespace {

/// The lines a variant is written on: its problems belong there.
struct Lines {
  std::vector<Place> places;
  void add(const Node& node) {
    places.push_back(node.place);
    for (const Node& item : node.items)
      add(item);
  }
  bool hold(const Problem& problem) const {
    return std::any_of(places.begin(), places.end(), [&](const Place& place) {
      return static_cast<int>(place.line) == problem.line;
    });
  }
};

class Loader {
public:
  Loader(std::string text, std::string name, const LoadOptions& options);
  Loaded load();

private:
  void apply_settings(Node& root);
  std::optional<Change> read_setting(std::uint32_t source);
  ArmSpec arm(const VariantPlan& plan, const Node& root, const Names& names, const Units& units);
  void stage(const VariantPlan& plan, const VariantPlans& all, const PatchContext& context,
             ArmSpec& arm);
  void load_arms(const VariantPlans& variants, const Node& root, const Names& names,
                 const Units& units);
  void keep_for_studies(const VariantPlans& variants, const Node& root);
  void check_effect(const VariantPlan& plan, const std::string& path, const Node& before,
                    const Node& after);
  void adopt(const VariantPlan& plan, std::vector<Problem> problems);
  void finish();

  LoadOptions options_;
  Sources sources_;
  Reporter reporter_{sources_};
  Loaded out_;
  std::vector<Node> trees_;             // [arm]
  std::vector<EarlierDesigns> earlier_; // [arm]
};

Loader::Loader(std::string text, std::string name, const LoadOptions& options) : options_(options) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  out_.path = name;
  if (text.rfind(byte_order_mark, 0) == 0)
    text.erase(0, byte_order_mark.size());
  sources_.push_back({std::move(name), std::move(text)});
  for (const std::string& setting : options.set)
    sources_.push_back({"--set", setting});
}

// The value is read where it stands in PATH=VALUE, so that its places are right.
std::optional<Change> Loader::read_setting(std::uint32_t source) {
  const std::string& text = sources_[source].text;
  const std::size_t equals = text.find('=');
  const Place whole{1, 1, static_cast<std::uint32_t>(count_characters(text)), source};
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
    reporter_.error(whole, "this is not PATH=VALUE", {},
                    "write it like --set resources.desk.capacity=5");
    return std::nullopt;
  }
  const std::string path = trim(text.substr(0, equals));
  Sources padded = sources_;
  padded[source].text =
      std::string(count_characters(text.substr(0, equals + 1)), ' ') + text.substr(equals + 1);
  auto value = read_tree(padded, source, reporter_);
  if (!value)
    return std::nullopt;
  const auto length = static_cast<std::uint32_t>(count_characters(path));
  return Change{Key{path, Place{1, 1, length, source}}, std::move(*value), {}};
}

void Loader::apply_settings(Node& root) {
  const Names names = collect_names(root);
  const Units units = units_of(root);
  const PatchContext context{root, names, units, reporter_};
  std::vector<Change> changes;
  for (std::uint32_t source = 1; source < sources_.size(); ++source)
    if (auto change = read_setting(source))
      if (check_change(*change, ChangeOf::command, context))
        changes.push_back(std::move(*change));
  std::vector<const Change*> all;
  all.reserve(changes.size());
  for (const Change& change : changes)
    all.push_back(&change);
  if (!all.empty() && root.is_mapping())
    root = patched(root, all, context);
}

// An error of a patched tree is the variant's: it moves to its line unless it is there already.
void Loader::adopt(const VariantPlan& plan, std::vector<Problem> problems) {
  Lines lines;
  for (const Change* change : plan.changes) {
    lines.places.push_back(change->path.place);
    lines.add(change->value);
  }
  for (Problem& problem : problems) {
    if (problem.severity == Severity::warning)
      continue; // the baseline's own, or a matter of the baseline
    const std::string why =
        "variant " + plan.key.text + (problem.why.empty() ? "" : ": " + problem.why);
    if (lines.hold(problem)) {
      problem.why = why;
      if (!reporter_.full())
        reporter_.problems().push_back(std::move(problem));
      continue;
    }
    const Place& place = plan.changes.empty() ? plan.key.place : plan.changes.front()->path.place;
    reporter_.error(place, problem.message, why, problem.hint);
  }
}

// Changes that leave every word as it was are probably not what was meant.
void Loader::check_effect(const VariantPlan& plan, const std::string& path, const Node& before,
                          const Node& after) {
  if (!plan.changes.empty() && written(before) == written(after))
    reporter_.warning(plan.key.place, path + plan.key.text + " changes nothing",
                      "what it sets is what the design says already", "take it out, or change it");
}

ArmSpec Loader::arm(const VariantPlan& plan, const Node& root, const Names& names,
                    const Units& units) {
  Reporter own(sources_);
  const Node tree = patched(root, plan.changes, PatchContext{root, names, units, own});
  trees_.push_back(tree);
  Node typed = tree;
  const Names new_names = collect_names(typed);
  const Units new_units = units_of(typed);
  ArmSpec arm;
  arm.id = plan.key.text;
  arm.title = plan.title;
  arm.because = plan.because;
  for (const Change* change : plan.changes)
    arm.changes.push_back(change->text());
  arm.combines = plan.combines;
  if (!own.failed()) {
    check_effect(plan, "variants.", root, tree);
    type_node(typed, field_tree(), "", plan.key.place, {new_names, new_units, own});
    arm.scenario = read_scenario(typed, new_names, own, false);
  }
  adopt(plan, std::move(own.problems()));
  return arm;
}

void Loader::finish() {
  out_.problems = std::move(reporter_.problems());
  sort_by_place(out_.problems);
  if (reporter_.unlisted() > 0) {
    Problem more;
    more.file = sources_[0].name;
    more.message = std::to_string(reporter_.unlisted()) + " more problems are not listed";
    out_.problems.push_back(std::move(more));
  }
  out_.text = std::move(sources_[0].text); // last: problems quote its lines
  if (!out_.ok()) {
    out_.arms.clear();
    out_.studies.clear();
    out_.patcher.reset();
  }
}

/// A variant that comes into force later: what held until then.
void Loader::stage(const VariantPlan& plan, const VariantPlans& all, const PatchContext& context,
                   ArmSpec& arm) {
  const Node* variant = context.root.find("variants")->find(plan.key.text);
  if (variant == nullptr || !comes_later(*variant) || arm.scenario.touchpoints.empty())
    return; // without touchpoints, what was wrong with it was told
  EarlierDesigns earlier;
  const MakeDesign make = [&](const std::vector<const Change*>& changes) {
    Reporter own(sources_);
    Node tree = patched(context.root, changes, context);
    earlier.trees.push_back(tree);
    const Names new_names = collect_names(tree);
    const Units new_units = units_of(tree);
    type_node(tree, field_tree(), "", plan.key.place, {new_names, new_units, own});
    auto design = std::make_shared<const Scenario>(read_scenario(tree, new_names, own, false));
    return own.failed() ? nullptr : design;
  };
  read_stages(plan, *variant, all, make, reporter_, arm);
  if (arm.scenario.stages.designs.size() == earlier.trees.size()) {
    earlier.when = arm.scenario.stages;
    earlier.when.designs.clear();
    earlier_.back() = std::move(earlier);
  }
}

void Loader::load_arms(const VariantPlans& variants, const Node& root, const Names& names,
                       const Units& units) {
  trees_.push_back(root);
  earlier_.emplace_back();
  const PatchContext context{root, names, units, reporter_};
  if (const Node* written = root.find("variants"))
    check_combined(*written, reporter_);
  for (const VariantPlan& plan : variants.plans) {
    out_.arms.push_back(arm(plan, root, names, units));
    earlier_.emplace_back();
    stage(plan, variants, context, out_.arms.back());
  }
  for (const VariantPlan& plan : variants.ideals)
    if (const Node ideal = patched(root, plan.changes, context); !reporter_.failed())
      check_effect(plan, "value.ideal.", root, ideal);
}

void Loader::keep_for_studies(const VariantPlans& variants, const Node& root) {
  std::vector<Ideal> ideals;
  for (const VariantPlan& plan : variants.ideals) {
    Ideal& ideal = ideals.emplace_back();
    ideal.cause = plan.key.text;
    for (const Change* change : plan.changes)
      ideal.lines.push_back({change->path.text, written(change->value)});
  }
  out_.studies = studies_of(root);
  out_.patcher = std::make_shared<const Patcher>(sources_, std::move(trees_), std::move(earlier_),
                                                 std::move(ideals));
}

Loaded Loader::load() {
  std::optional<Node> root = read_tree(sources_, 0, reporter_);
  if (!root) {
    finish();
    return std::move(out_);
  }
  apply_settings(*root);
  const Names names = collect_names(*root);
  const Units units = units_of(*root);
  type_node(*root, field_tree(), "", Place{1, 1, 1, 0}, {names, units, reporter_});
  ArmSpec baseline{"baseline", "As it is", {}, {}, {}};
  baseline.scenario = read_scenario(*root, names, reporter_, true);
  for (const std::string& setting : options_.set)
    baseline.changes.push_back(setting);
  const VariantPlans variants = plan_variants({*root, names, units, reporter_});
  if (!reporter_.failed()) {
    out_.parameters = assumptions(*root, baseline.scenario, sources_[0].text);
    out_.arms.push_back(std::move(baseline));
    load_arms(variants, *root, names, units);
    keep_for_studies(variants, *root);
  }
  finish();
  return std::move(out_);
}

} // namespace

Loaded load_scenario_text(std::string text, std::string name, const LoadOptions& options) {
  return Loader(std::move(text), std::move(name), options).load();
}

Loaded load_scenario(const std::string& path, const LoadOptions& options) {
  auto read = read_text_file(path);
  if (auto* text = std::get_if<std::string>(&read))
    return load_scenario_text(std::move(*text), path, options);
  Loaded out;
  out.path = path;
  out.problems.push_back(std::get<Problem>(std::move(read)));
  return out;
}

} // namespace sojourn
