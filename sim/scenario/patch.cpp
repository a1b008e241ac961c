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
  const ValueAddress& address = change.addresses.front();
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
bool check_set(const Change& change, const ValueAddress& address, ChangeOf whose,
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

bool check_value(const Change& change, const ValueAddress& address, ChangeOf whose,
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
  for (const ValueAddress& address : change.addresses)
    if (!check_value(change, address, whose, context))
      return false; // the same value is wrong for the same reason everywhere
  return true;
}

} // namespace sojourn
