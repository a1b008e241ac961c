// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/patch.hpp"

#include <algorithm>

// What a checked change does to the tree.
namespace sojourn {
namespace {

/// Applies one change at one address of the growing tree.
class Applier {
public:
  Applier(Node& tree, const Change& change, const PatchContext& context)
      : tree_(tree), change_(change), place_(change.path.place), context_(context) {}
  void apply(const ValueAddress& address);

private:
  Node* parent(const ValueAddress& address);
  Node* inner(Node& outer, const std::string& word, const ValueAddress& address);
  Node* row(Node& then, const PathStep& step);
  void part_row(Node& then, std::size_t index, const std::string& persona);
  const Node* shared(const ValueAddress& address) const;
  void operate(Node& parent, const ValueAddress& address);
  bool prepare(Node& node, const ValueAddress& address, bool exists);
  void remove(Node& parent, const PathStep& step, const ValueAddress& address);
  void fail(const ValueAddress& address, const std::string& why);

  Node& tree_;
  const Change& change_;
  Place place_;
  const PatchContext& context_;
};

void Applier::fail(const ValueAddress& address, const std::string& why) {
  context_.reporter.error(place_, address.text() + " cannot be changed like this", why);
}

// A row for several personas, addressed for one of them, becomes two.
void Applier::part_row(Node& then, std::size_t index, const std::string& persona) {
  std::vector<std::string> personas = personas_of_row(then.items[index]);
  if (personas.empty())
    personas = context_.names.personas.ids;
  if (personas.size() <= 1)
    return;
  Node others = then.items[index];
  Node& whom = others.under("for", place_);
  whom = Node{};
  whom.kind = Node::Kind::sequence;
  whom.place = place_;
  for (const std::string& each : personas)
    if (each != persona)
      whom.items.push_back(scalar_node(each, place_));
  then.items[index].under("for", place_) = scalar_node(persona, place_);
  then.items.insert(then.items.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(others));
}

// The row a step names, appended where there is none. Rows with a share come before the row of the
// impatient to the same target.
Node* Applier::row(Node& then, const PathStep& step) {
  then.kind = Node::Kind::sequence;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < then.items.size(); ++i) {
    const Node* to = then.items[i].find("to");
    const auto personas = personas_of_row(then.items[i]);
    const bool meant = step.persona.empty() || personas.empty() ||
                       std::find(personas.begin(), personas.end(), step.persona) != personas.end();
    if (to != nullptr && to->text == step.name && meant)
      found.push_back(i);
  }
  std::stable_partition(found.begin(), found.end(),
                        [&](std::size_t i) { return then.items[i].find("when") == nullptr; });
  if (found.size() > 1 && then.items[found[1]].find("when") == nullptr) {
    context_.reporter.error(place_, "several ways lead to \"" + step.name + "\"",
                            "each is for other personas", "name one, like " + step.name + "[anna]");
    return nullptr;
  }
  if (!found.empty() && !step.persona.empty())
    part_row(then, found[0], step.persona);
  if (!found.empty())
    return &then.items[found[0]];
  Node& made = then.items.emplace_back();
  made.place = place_;
  made.under("to", place_) = scalar_node(step.name, place_);
  if (!step.persona.empty())
    made.under("for", place_) = scalar_node(step.persona, place_);
  return &made;
}

// The word that the group around `word` may be written as alone: `relationship: basic` is its type,
// `announces: last_wait` its estimate, `office: Mon-Fri 08:00-18:00` when it is open; empty where
// there is none.
std::string short_form(const ValueAddress& address, const std::string& word) {
  const auto& steps = address.steps;
  for (std::size_t i = 0; i + 1 < steps.size(); ++i)
    if (steps[i].name == "relationship" && steps[i + 1].name == word)
      return "type";
  if (steps.size() == 4 && steps[2].name == "announces" && steps[3].name == word)
    return "estimate";
  return steps.size() == 3 && steps[0].name == "calendars" && steps[2].name == word ? "open" : "";
}

// The value under a word. One written as a single value would lose it by becoming a group; only
// `off`, and what is not written at all, has nothing to lose.
Node* Applier::inner(Node& outer, const std::string& word, const ValueAddress& address) {
  const bool single = (outer.is_scalar() && !outer.text.empty()) || outer.is_sequence();
  if (const std::string alone = short_form(address, word); single && !alone.empty()) {
    Node group;
    group.place = outer.place;
    group.under(alone, place_) = std::move(outer);
    outer = std::move(group);
  }
  if (outer.is_scalar() && !outer.text.empty() && outer.text != "off") {
    fail(address, "\"" + outer.text + "\" is written there as a single value, not as a group");
    return nullptr;
  }
  if (outer.is_scalar())
    outer = Node{};
  return &outer.under(word, place_);
}

Node* Applier::parent(const ValueAddress& address) {
  Node* at = &tree_;
  for (std::size_t i = 0; at != nullptr && i + 1 < address.steps.size(); ++i) {
    const PathStep& step = address.steps[i];
    if (step.row) {
      at = row(*at, step);
    } else {
      at = inner(*at, step.name, address);
    }
    if (at != nullptr)
      at->place = place_;
  }
  return at;
}

// What `everyone` says where a persona is silent: a factor applies to that.
const Node* Applier::shared(const ValueAddress& address) const {
  if (address.steps.size() < 3 || address.steps[0].name != "personas")
    return nullptr;
  const Node* at = tree_.find("personas")->find("everyone");
  for (std::size_t i = 2; at != nullptr && i < address.steps.size(); ++i)
    at = at->find(address.steps[i].name);
  return at;
}

// Something to scale or shift: what is written, what everyone has, or the default.
bool Applier::prepare(Node& node, const ValueAddress& address, bool exists) {
  if (exists)
    return true;
  const Node* common = shared(address);
  const FieldRow* row = address.field->value;
  if (common != nullptr)
    node = *common;
  else if (row != nullptr && !row->fallback.empty())
    node = scalar_node(row->fallback, place_);
  else
    fail(address, "nothing is written there yet");
  return common != nullptr || (row != nullptr && !row->fallback.empty());
}

void Applier::remove(Node& parent, const PathStep& step, const ValueAddress& address) {
  if (!step.row && parent.find(step.name) == nullptr)
    return fail(address, "there is nothing to remove");
  if (!step.row)
    return parent.erase(step.name);
  const std::size_t before = parent.items.size();
  const Node* found = row(parent, step);
  if (found == nullptr)
    return;
  if (parent.items.size() == before + 1 && found == &parent.items.back()) {
    parent.items.pop_back();
    return fail(address, "there is nothing to remove");
  }
  parent.items.erase(parent.items.begin() + (found - parent.items.data()));
}

void Applier::operate(Node& parent, const ValueAddress& address) {
  const PathStep& last = address.steps.back();
  const Operation operation = operation_of(change_.value);
  if (operation == Operation::remove)
    return remove(parent, last, address);
  const bool exists = last.row || parent.find(last.name) != nullptr;
  Node* node = last.row ? row(parent, last) : inner(parent, last.name, address);
  if (node == nullptr)
    return;
  if (operation == Operation::set) {
    Node value = change_.value;
    if (last.row && value.find("to") == nullptr)
      value.under("to", place_) = *node->find("to");
    if (last.row && value.find("for") == nullptr && node->find("for") != nullptr)
      value.under("for", place_) = *node->find("for");
    *node = std::move(value);
    return;
  }
  if (!prepare(*node, address, exists))
    return;
  const Node& operand = change_.value.items.front();
  const std::string why =
      operation == Operation::times
          ? scale_node(*node, *address.field,
                       std::get<LeadingNumber>(leading_number(operand.text)).number, context_.units)
          : shift_node(*node, *address.field, operand, context_.units);
  if (!why.empty())
    fail(address, why);
  node->place = place_;
}

void Applier::apply(const ValueAddress& address) {
  Node* at = parent(address);
  if (at == nullptr)
    return;
  operate(*at, address);
  const PathStep& last = address.steps.back();
  if (Key* key = at->find_key(last.name))
    key->place = place_;
  const bool share = last.name == "share" && address.steps.size() > 1 &&
                     address.steps[address.steps.size() - 2].row;
  if (share)
    at->pinned = true;
  const bool removed = operation_of(change_.value) == Operation::remove;
  at->pinned = at->pinned || (last.row && removed);
  if (last.row && !removed)
    for (Node& item : at->items)
      item.pinned = item.pinned || (item.find("to") && item.find("to")->text == last.name);
}

bool touches_ways(const ValueAddress& address) {
  return address.steps.size() > 3 && address.steps[2].name == "then" &&
         address.steps[0].name == "touchpoints";
}

} // namespace

Node patched(const Node& root, const std::vector<const Change*>& changes,
             const PatchContext& context) {
  Node tree = root;
  std::vector<std::string> lists;
  for (const Change* change : changes)
    for (const ValueAddress& address : change->addresses) {
      Applier(tree, *change, context).apply(address);
      if (touches_ways(address))
        lists.push_back(address.steps[1].name);
    }
  std::sort(lists.begin(), lists.end());
  lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
  for (const std::string& id : lists)
    if (Node* touchpoint = tree.find("touchpoints")->find(id))
      if (Node* then = touchpoint->find("then"))
        rescale_ways(*then, context.names);
  return tree;
}

} // namespace sojourn
