// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/patch.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/numbers.hpp"
#include "sim/scenario/quantity.hpp"
#include "sim/scenario/typing.hpp"

#include <algorithm>
#include <array>

namespace sojourn {
namespace {

constexpr std::array<std::string_view, 4> operation_words = {"", "times", "add", "remove"};

// What a change may not reach: the trial itself is the same for everybody.
std::string forbidden(const std::string& first, ChangeOf whose) {
  if (first == "variants" || first == "sojourn")
    return "a change changes the design, not `" + first + "`";
  if (whose != ChangeOf::command && (first == "experiment" || first == "currency"))
    return "every variant is tried under the same `" + first + "`";
  return {};
}

bool reachable(const Change& change, ChangeOf whose, Reporter& reporter) {
  const Address& address = change.addresses.front();
  std::string why = forbidden(address.steps.front().name, whose);
  if (address.steps.size() > 1 && address.steps[0].name == "value" &&
      address.steps[1].name == "ideal")
    why = "an ideal is a set of changes itself";
  const bool personas = address.steps[0].name == "personas" && address.steps.size() <= 2;
  if (personas && whose == ChangeOf::variant)
    why = "all variants are tried on the same people";
  if (!why.empty())
    reporter.error(change.path.place, change.path.text + " cannot be changed here", why);
  return why.empty();
}

bool check_factor(const Node& factor, const std::string& path, Reporter& reporter) {
  const auto number = leading_number(factor.text);
  const auto* read = std::get_if<LeadingNumber>(&number);
  if (factor.is_scalar() && read != nullptr && read->rest.empty() && read->number >= 0 &&
      read->number <= 1e6)
    return true;
  reporter.error(factor.place, path + ": times is followed by \"" + written(factor) + "\"",
                 "expected is a plain number from 0 to 1000000", "write it like { times: 0.8 }");
  return false;
}

bool check_addend(const Node& addend, const FieldNode& field, const std::string& path,
                  const PatchContext& context) {
  Refusal refusal{"is no amount that can be added here", {}, {}};
  if (addend.is_scalar() && field.value != nullptr) {
    const auto value = read_number(*field.value, addend.text, context.units);
    if (std::holds_alternative<Value>(value))
      return true;
    refusal = std::get<Refusal>(value);
  }
  context.reporter.error(addend.place,
                         path + ": add is followed by \"" + written(addend) + "\", which " +
                             refusal.message,
                         refusal.why, refusal.hint);
  return false;
}

bool check_remove(const Node& flag, const std::string& path, Reporter& reporter) {
  if (flag.is_scalar() && flag.text == "true")
    return true;
  reporter.error(flag.place, path + ": remove is followed by \"" + written(flag) + "\"",
                 "the only word that removes is true", "write { remove: true }");
  return false;
}

// Typed like the value it replaces. A row of `then` may leave out where it goes: the path says so.
bool check_set(const Change& change, const Address& address, ChangeOf whose,
               const PatchContext& context) {
  Node copy = change.value;
  if (address.steps.back().row && copy.is_mapping() && copy.find("to") == nullptr)
    copy.under("to", change.path.place) = scalar_node(address.steps.back().name, change.path.place);
  const std::size_t before = context.reporter.problems().size();
  const TypingContext typing{context.names, context.units, context.reporter,
                             whose == ChangeOf::ideal};
  type_node(copy, *address.field, address.text(), change.path.place, typing);
  return context.reporter.problems().size() == before && !context.reporter.full();
}

bool check_value(const Change& change, const Address& address, ChangeOf whose,
                 const PatchContext& context) {
  const std::string path = address.text();
  const Operation operation = operation_of(change.value);
  if (operation == Operation::set)
    return check_set(change, address, whose, context);
  const Node& operand = change.value.items.front();
  if (operation == Operation::times)
    return check_factor(operand, path, context.reporter);
  if (operation == Operation::add)
    return check_addend(operand, *address.field, path, context);
  return check_remove(operand, path, context.reporter);
}

/// Applies one change at one address of the growing tree.
class Applier {
public:
  Applier(Node& tree, const Change& change, const PatchContext& context)
      : tree_(tree), change_(change), place_(change.path.place), context_(context) {}
  void apply(const Address& address);

private:
  Node* parent(const Address& address);
  Node* row(Node& then, const PathStep& step);
  void part_row(Node& then, std::size_t index, const std::string& persona);
  const Node* shared(const Address& address) const;
  void operate(Node& parent, const Address& address);
  bool prepare(Node& node, const Address& address, bool exists);
  void remove(Node& parent, const PathStep& step, const Address& address);
  void fail(const Address& address, const std::string& why);

  Node& tree_;
  const Change& change_;
  Place place_;
  const PatchContext& context_;
};

void Applier::fail(const Address& address, const std::string& why) {
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

Node* Applier::parent(const Address& address) {
  Node* at = &tree_;
  for (std::size_t i = 0; at != nullptr && i + 1 < address.steps.size(); ++i) {
    const PathStep& step = address.steps[i];
    if (step.row) {
      at = row(*at, step);
    } else {
      if (at->is_scalar())
        at->text.clear();
      at = &at->under(step.name, place_);
    }
    if (at != nullptr)
      at->place = place_;
  }
  return at;
}

// What `everyone` says where a persona is silent: a factor applies to that.
const Node* Applier::shared(const Address& address) const {
  if (address.steps.size() < 3 || address.steps[0].name != "personas")
    return nullptr;
  const Node* at = tree_.find("personas")->find("everyone");
  for (std::size_t i = 2; at != nullptr && i < address.steps.size(); ++i)
    at = at->find(address.steps[i].name);
  return at;
}

// Something to scale or shift: what is written, what everyone has, or the default.
bool Applier::prepare(Node& node, const Address& address, bool exists) {
  if (exists)
    return true;
  const Node* common = shared(address);
  const Field* row = address.field->value;
  if (common != nullptr)
    node = *common;
  else if (row != nullptr && !row->fallback.empty())
    node = scalar_node(row->fallback, place_);
  else
    fail(address, "nothing is written there yet");
  return common != nullptr || (row != nullptr && !row->fallback.empty());
}

void Applier::remove(Node& parent, const PathStep& step, const Address& address) {
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

void Applier::operate(Node& parent, const Address& address) {
  const PathStep& last = address.steps.back();
  const Operation operation = operation_of(change_.value);
  if (operation == Operation::remove)
    return remove(parent, last, address);
  const bool exists = last.row || parent.find(last.name) != nullptr;
  Node* node = last.row ? row(parent, last) : &parent.under(last.name, place_);
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

void Applier::apply(const Address& address) {
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

bool touches_ways(const Address& address) {
  return address.steps.size() > 3 && address.steps[2].name == "then" &&
         address.steps[0].name == "touchpoints";
}

} // namespace

std::string Change::text() const { return path.text + " = " + written(value); }

Operation operation_of(const Node& value) {
  if (value.is_mapping() && value.keys.size() == 1)
    for (std::size_t i = 1; i < operation_words.size(); ++i)
      if (value.keys.front().text == operation_words[i])
        return static_cast<Operation>(i);
  return Operation::set;
}

bool check_change(Change& change, ChangeOf whose, const PatchContext& context) {
  change.addresses = resolve(change.path, context.root, context.names, context.reporter);
  if (change.addresses.empty() || !reachable(change, whose, context.reporter))
    return false;
  for (const Address& address : change.addresses)
    if (!check_value(change, address, whose, context))
      return false; // the same value is wrong for the same reason everywhere
  return true;
}

Node patched(const Node& root, const std::vector<const Change*>& changes,
             const PatchContext& context) {
  Node tree = root;
  std::vector<std::string> lists;
  for (const Change* change : changes)
    for (const Address& address : change->addresses) {
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
