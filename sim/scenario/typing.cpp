// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/typing.hpp"

#include "sim/scenario/characters.hpp"
#include "sim/scenario/quantity.hpp"
#include "sim/scenario/week.hpp"

#include <algorithm>

namespace sojourn {
namespace {

constexpr std::size_t longest_name = 60;

std::string quoted(const std::string& text) {
  constexpr std::size_t most = 60;
  return "\"" + (count_characters(text) > most ? slice_characters(text, 0, most) + "…" : text) +
         "\"";
}

std::string meant_hint(const std::string& word, const std::vector<std::string>& candidates) {
  const auto meant = did_you_mean(word, candidates);
  return meant ? "did you mean \"" + *meant + "\"?" : "";
}

std::string in_place(const std::string& path) { return path.empty() ? "" : " in " + path; }

/// One walk over a tree, with the table beside it.
class Walk {
public:
  explicit Walk(const TypingContext& context) : context_(context) {}
  void node(Node& node, const FieldNode& field, const std::string& path, const Place& owner);

private:
  void scalar(Node& node, const FieldRow& field, const std::string& path);
  void group(Node& node, const FieldNode& field, const std::string& path, const Place& owner);
  void list(Node& node, const FieldNode& field, const std::string& path, const Place& owner);
  bool sized(Node& node, const FieldNode& field, const std::string& path, const Place& owner);
  void distribution(Node& node, const FieldRow& field, const std::string& path);
  void wrong_shape(Node& node, const FieldNode& field, const std::string& path, const Place& owner);
  const FieldNode* entry(const Key& key, const FieldNode& field, const std::string& path);
  bool name(const Key& key, const FieldRow& row, const std::string& path);
  void reference(Node& node, const FieldRow& field, const std::string& path);
  bool unknown_name(const Place& place, Kind kind, const std::string& id, const std::string& path);
  void missing(const Node& node, const FieldNode& field, const std::string& path,
               const Place& owner);
  void refuse(Node& node, const Place& place, const std::string& path, const Refusal& refusal);

  TypingContext context_;
};

void Walk::refuse(Node& node, const Place& place, const std::string& path, const Refusal& refusal) {
  const std::string what = node.is_scalar() ? quoted(node.text) + " " : "";
  context_.reporter.error(place, path + ": " + what + refusal.message, refusal.why, refusal.hint);
  node.poisoned = true;
}

void Walk::node(Node& node, const FieldNode& field, const std::string& path, const Place& owner) {
  if (node.poisoned)
    return;
  const FieldRow* value = field.value;
  if (value != nullptr &&
      (value->kind == Kind::change || value->kind == Kind::levels || value->kind == Kind::band))
    return; // changes are typed against their own paths
  if (node.is_mapping() && value != nullptr && value->distributed) {
    distribution(node, *value, path);
  } else if (node.is_mapping() && field.group != nullptr &&
             (field.element == nullptr || !field.fixed.empty())) {
    group(node, field, path, owner);
  } else if (node.is_sequence() && field.element != nullptr) {
    list(node, field, path, owner);
  } else if (node.is_scalar() && value != nullptr && !node.is_empty_scalar()) {
    scalar(node, *value, path);
  } else {
    wrong_shape(node, field, path, owner);
  }
}

void Walk::wrong_shape(Node& node, const FieldNode& field, const std::string& path,
                       const Place& owner) {
  node.poisoned = true;
  const std::string form = field.value != nullptr     ? form_of(*field.value)
                           : field.element != nullptr ? "a list"
                                                      : "a group of lines `word: value`";
  const std::string where = path.empty() ? "the scenario" : path;
  const bool group = field.value == nullptr && field.element == nullptr;
  if (node.is_empty_scalar())
    context_.reporter.error(owner, where + " has no value", "expected is " + form,
                            group ? "write them below, two spaces further in, or take the line out"
                                  : "write it, or take the line out");
  else if (node.is_scalar())
    context_.reporter.error(
        node.place, where + " holds the value " + quoted(node.text), "expected is " + form,
        group && !field.words().empty() ? "its words are " + list_words(field.words(), 12) : "");
  else
    context_.reporter.error(node.place,
                            where + " holds a " + (node.is_sequence() ? "list" : "group of lines"),
                            "expected is " + form);
}

void Walk::scalar(Node& node, const FieldRow& field, const std::string& path) {
  Read<Value> value = read_scalar(field, node, context_.units);
  if (auto* good = std::get_if<Value>(&value)) {
    node.value = std::make_shared<const Value>(std::move(*good));
    reference(node, field, path);
    return;
  }
  const auto choices = choices_of(field);
  const bool allowed =
      context_.ideals && std::any_of(choices.begin(), choices.end(),
                                     [&](auto& each) { return each.word == node.text; });
  if (!allowed)
    refuse(node, node.place, path, std::get<Refusal>(value));
}

void Walk::distribution(Node& node, const FieldRow& field, const std::string& path) {
  const Node* at = nullptr;
  Read<Value> value = read_distribution(field, node, context_.units, at);
  if (const auto* refusal = std::get_if<Refusal>(&value)) {
    refuse(node, at->place, path, *refusal);
    return;
  }
  node.value = std::make_shared<const Value>(std::get<Value>(std::move(value)));
}

// A value that is itself a name in use: `channel: phone`, `to: contact`.
void Walk::reference(Node& node, const FieldRow& field, const std::string& path) {
  if (!node.value->word.empty() && field.kind >= Kind::touchpoint && field.kind <= Kind::measure) {
    const auto own = simulated_words(field);
    const bool word = std::find(own.begin(), own.end(), node.text) != own.end();
    if (!word && !unknown_name(node.place, field.kind, node.text, path))
      node.poisoned = true;
  }
}

bool Walk::unknown_name(const Place& place, Kind kind, const std::string& id,
                        const std::string& path) {
  if (context_.reporter.full())
    return false;
  const Lookup lookup = look_up(context_.names, kind, id);
  if (lookup.found || !lookup.judged)
    return lookup.found;
  const std::string nouns(noun_of(kind));
  const std::string why = lookup.candidates.empty() ? "the scenario has none"
                          : lookup.candidates.size() == 1
                              ? "there is only " + lookup.candidates.front()
                              : "there are " + list_words(lookup.candidates);
  context_.reporter.error(place, path + ": " + quoted(id) + " is no " + nouns, why,
                          meant_hint(id, lookup.candidates));
  return false;
}

// The parts of a list of ways on are addressed by their target, as changes address them.
std::string element_path(const Node& element, const std::string& path, std::size_t index) {
  const Node* to = element.is_mapping() ? element.find("to") : nullptr;
  if (to != nullptr && to->is_scalar() && !to->text.empty())
    return path + "." + to->text;
  return element.is_mapping() ? path + "[" + std::to_string(index + 1) + "]" : path;
}

void Walk::list(Node& list, const FieldNode& field, const std::string& path, const Place& owner) {
  if (!sized(list, field, path, owner))
    return;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    Node& item = list.items[i];
    node(item, *field.element, element_path(item, path, i), item.place);
  }
}

// A chapter that must hold something, or holds more than any journey has.
bool Walk::sized(Node& group, const FieldNode& field, const std::string& path, const Place& owner) {
  const bool empty = group.items.empty() && field.any != nullptr && field.group->required;
  if (!empty && group.items.size() <= most_entries)
    return true;
  context_.reporter.error(owner,
                          (path.empty() ? "the scenario" : path) +
                              (empty ? " is empty" : " holds more than 1000 entries"),
                          empty ? field.group->help : "no journey needs so many");
  group.poisoned = true;
  return false;
}

void Walk::group(Node& group, const FieldNode& field, const std::string& path, const Place& owner) {
  if (!sized(group, field, path, owner))
    return;
  for (std::size_t i = 0; i < group.keys.size(); ++i) {
    const FieldNode* under = entry(group.keys[i], field, path);
    const std::string below = path.empty() ? group.keys[i].text : path + "." + group.keys[i].text;
    if (under == nullptr)
      group.items[i].poisoned = true;
    else
      node(group.items[i], *under, below, group.keys[i].place);
  }
  missing(group, field, path, owner);
}

// What may stand under a key; nullptr after reporting an unknown word or a bad name.
const FieldNode* Walk::entry(const Key& key, const FieldNode& field, const std::string& path) {
  const FieldNode* under = field.under(key.text);
  if (under != nullptr && under != field.any.get())
    return under;
  if (under != nullptr)
    return name(key, *under->row(), path) ? under : nullptr;
  const std::string hint = context_.reporter.full() ? "" : meant_hint(key.text, field.words());
  context_.reporter.error(key.place, "unknown word " + quoted(key.text) + in_place(path),
                          "known here are " + list_words(field.words(), 40), hint);
  return nullptr;
}

bool Walk::name(const Key& key, const FieldRow& row, const std::string& path) {
  if (row.key == Kind::path)
    return true;
  if (row.key == Kind::week) {
    const auto week = read_week(key.text);
    if (const auto* refusal = std::get_if<Refusal>(&week))
      context_.reporter.error(key.place, path + ": " + quoted(key.text) + " " + refusal->message,
                              refusal->why, refusal->hint);
    return std::holds_alternative<WeekIntervals>(week);
  }
  if (row.key != Kind::identifier) {
    unknown_name(key.place, row.key, key.text, path);
    return look_up(context_.names, row.key, key.text).found;
  }
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto inner = [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  const std::string& id = key.text;
  if (!id.empty() && letter(id[0]) && id.size() <= longest_name &&
      std::all_of(id.begin(), id.end(), inner))
    return true;
  context_.reporter.error(key.place, quoted(id) + in_place(path) + " is no name",
                          "names have at most 60 letters, digits, - and _, a letter first",
                          "put what people should read into `name:` or `title:`");
  return false;
}

void Walk::missing(const Node& node, const FieldNode& field, const std::string& path,
                   const Place& owner) {
  for (const auto& [word, under] : field.fixed) {
    const bool required = (under->group != nullptr && under->group->required) ||
                          (under->value != nullptr && under->value->required);
    if (!required || node.find(word) != nullptr)
      continue;
    const FieldRow* row = under->value != nullptr ? under->value : under->group;
    context_.reporter.error(owner, (path.empty() ? "the scenario" : path) + " lacks `" + word + "`",
                            row->help,
                            row->kind == Kind::group ? "" : "expected is " + form_of(*row));
  }
}

} // namespace

void type_node(Node& node, const FieldNode& field, const std::string& path, const Place& owner,
               const TypingContext& context) {
  Walk(context).node(node, field, path, owner);
}

Units units_of(const Node& root) {
  Units units;
  const Node* currency = root.find("currency");
  if (currency != nullptr && currency->is_scalar() && currency->text.size() == 3)
    units.currency = currency->text;
  const Node* clock = root.find("clock");
  const Node* calendars = root.find("calendars");
  const Node* calendar =
      clock != nullptr && calendars != nullptr ? calendars->find(clock->text) : nullptr;
  if (calendar == nullptr)
    return units;
  WeekIntervals open;
  const auto add = [&](const Node& node) {
    const auto week = read_week(node.text);
    if (const auto* intervals = std::get_if<WeekIntervals>(&week))
      open.insert(open.end(), intervals->begin(), intervals->end());
  };
  const Node* open_hours = calendar->is_mapping() ? calendar->find("open") : calendar;
  if (open_hours == nullptr)
    return units;
  add(*open_hours);
  std::for_each(open_hours->items.begin(), open_hours->items.end(), add);
  units.working_day = longest_day(joined(open));
  return units;
}

} // namespace sojourn
