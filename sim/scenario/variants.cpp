// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/variants.hpp"

#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <map>

namespace sojourn {
namespace {

struct Written {
  std::vector<const Change*> own;
  std::vector<const Node*> combines;
  bool sound = true;
};

class Planner {
public:
  explicit Planner(const PatchContext& context) : context_(context) {}
  VariantPlans plan();

private:
  void read_changes(const Node* group, ChangeOf whose, Written& into);
  void read_ideals();
  void refuse_twice(const std::vector<const Change*>& changes, const Place* combined,
                    VariantPlan& plan);
  void collect(const std::string& id, std::vector<std::string>& trail, VariantPlan& plan);
  VariantPlan plan_of(const Key& key, const Node& node);

  const PatchContext& context_;
  VariantPlans out_;
  std::map<std::string, Written> written_;
};

void Planner::read_changes(const Node* group, ChangeOf whose, Written& into) {
  if (group == nullptr)
    return;
  for (std::size_t i = 0; i < group->keys.size(); ++i) {
    if (group->items[i].poisoned) {
      into.sound = false;
      continue;
    }
    out_.changes.push_back(Change{group->keys[i], group->items[i], {}});
    into.sound = check_change(out_.changes.back(), whose, context_) && into.sound;
    into.own.push_back(&out_.changes.back());
  }
}

void Planner::read_ideals() {
  const Group value{context_.root.find("value"), nullptr};
  const Node* ideal = value.node("ideal");
  if (ideal == nullptr)
    return;
  for (std::size_t i = 0; i < ideal->keys.size(); ++i) {
    if (ideal->items[i].poisoned)
      continue;
    Written written;
    VariantPlan plan;
    plan.key = ideal->keys[i];
    read_changes(&ideal->items[i], ChangeOf::ideal, written);
    plan.changes = written.own;
    plan.sound = written.sound;
    refuse_twice(written.own, nullptr, plan);
    out_.ideals.push_back(std::move(plan));
  }
}

// Changes that are the same line (reached twice through `combines`) are one change.
void Planner::refuse_twice(const std::vector<const Change*>& changes, const Place* combined,
                           VariantPlan& plan) {
  for (std::size_t i = 0; i < changes.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const Change &first = *changes[j], &again = *changes[i];
      for (const ValueAddress& a : again.addresses)
        for (const ValueAddress& b : first.addresses) {
          if (!overlap(a, b))
            continue;
          plan.sound = false;
          const std::string lines = "line " + std::to_string(first.path.place.line);
          if (combined == nullptr)
            context_.reporter.error(
                again.path.place, a.text() + " is set twice, here and in " + lines,
                "which of the two is meant is anybody's guess", "keep one of them");
          else
            context_.reporter.error(*combined,
                                    a.text() + " is set twice, in " + lines + " and in line " +
                                        std::to_string(again.path.place.line),
                                    "which of the two is meant is anybody's guess",
                                    "combine variants that change different things");
          return;
        }
    }
}

void Planner::collect(const std::string& id, std::vector<std::string>& trail, VariantPlan& plan) {
  const Written& written = written_[id];
  plan.sound = plan.sound && written.sound;
  for (const Change* change : written.own)
    if (std::find(plan.changes.begin(), plan.changes.end(), change) == plan.changes.end())
      plan.changes.push_back(change);
  trail.push_back(id);
  for (const Node* each : written.combines) {
    if (std::find(trail.begin(), trail.end(), each->text) == trail.end()) {
      collect(each->text, trail, plan);
      continue;
    }
    if (trail.front() == each->text) // told once, by the variant the circle starts from
      context_.reporter.error(each->place, "variants." + id + " combines itself",
                              "the circle runs through variants." + each->text,
                              "take one of them out of `combines`");
    plan.sound = false;
  }
  trail.pop_back();
}

VariantPlan Planner::plan_of(const Key& key, const Node& node) {
  const Group variant{&node, nullptr};
  VariantPlan plan;
  plan.key = key;
  plan.title = variant.text("title", key.text);
  plan.because = variant.text("because");
  plan.sound = !node.poisoned;
  std::vector<std::string> trail;
  collect(key.text, trail, plan);
  const Written& own = written_[key.text];
  for (const Node* each : own.combines)
    if (own.own.empty())
      plan.combines.push_back(each->text);
  if (own.sound)
    refuse_twice(own.own, nullptr, plan);
  if (plan.sound && !own.combines.empty())
    refuse_twice(plan.changes, &node.find("combines")->place, plan);
  if (node.find("change") == nullptr && node.find("combines") == nullptr)
    context_.reporter.warning(key.place, "variants." + key.text + " changes nothing",
                              "it will come out exactly like the baseline",
                              "add `change:` or `combines:`");
  if (key.text == "baseline") {
    plan.sound = false;
    context_.reporter.error(key.place, "a variant cannot be called baseline",
                            "that is the name of the design above", "give it another name");
  }
  return plan;
}

VariantPlans Planner::plan() {
  const Node* variants = context_.root.find("variants");
  for_entries(context_.root, "variants", [&](const Key& key, const Node& node, int) {
    Written& written = written_[key.text];
    const Group variant{&node, nullptr};
    read_changes(variant.node("change"), ChangeOf::variant, written);
    written.combines = parts_of(variant.node("combines"));
    const Node* change = node.find("change");
    const Node* combines = node.find("combines");
    written.sound = written.sound && (change == nullptr || !change->poisoned) &&
                    (combines == nullptr || written.combines.size() == combines->items.size());
  });
  if (variants != nullptr)
    for_entries(context_.root, "variants", [&](const Key& key, const Node& node, int) {
      out_.plans.push_back(plan_of(key, node));
    });
  read_ideals();
  return std::move(out_);
}

} // namespace

VariantPlans plan_variants(const PatchContext& context) { return Planner(context).plan(); }

} // namespace sojourn
