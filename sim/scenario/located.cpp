// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/located.hpp"

namespace sojourn {

const Node* Node::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].text == key)
      return &items[i];
  return nullptr;
}

Node* Node::find(std::string_view key) {
  return const_cast<Node*>(static_cast<const Node*>(this)->find(key));
}

const Key* Node::find_key(std::string_view key) const {
  for (const Key& each : keys)
    if (each.text == key)
      return &each;
  return nullptr;
}

Key* Node::find_key(std::string_view key) {
  return const_cast<Key*>(static_cast<const Node*>(this)->find_key(key));
}

Node& Node::under(const std::string& key, const Place& at) {
  kind = Kind::mapping;
  if (Node* found = find(key))
    return *found;
  keys.push_back(Key{key, at});
  items.emplace_back().place = at;
  return items.back();
}

void Node::erase(std::string_view key) {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].text == key) {
      keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(i));
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
}

Node scalar_node(std::string text, const Place& place) {
  Node node;
  node.place = place;
  node.text = std::move(text);
  return node;
}

std::string written(const Node& node) {
  if (node.is_scalar())
    return node.quoted ? "\"" + node.text + "\"" : node.text;
  std::string inner;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    inner += (i == 0 ? " " : ", ") + (node.is_mapping() ? node.keys[i].text + ": " : "") +
             written(node.items[i]);
  inner += node.items.empty() ? "" : " ";
  return node.is_mapping() ? "{" + inner + "}" : "[" + inner + "]";
}

void Reporter::error(const Place& place, std::string message, std::string why, std::string hint) {
  add(Severity::error, place, std::move(message), std::move(why), std::move(hint));
}

void Reporter::warning(const Place& place, std::string message, std::string why, std::string hint) {
  add(Severity::warning, place, std::move(message), std::move(why), std::move(hint));
}

void Reporter::add(Severity severity, const Place& place, std::string message, std::string why,
                   std::string hint) {
  if (full()) {
    ++unlisted_;
    return;
  }
  const Source& source = (*sources_)[place.source];
  Problem problem;
  problem.file = source.name;
  problem.line = static_cast<int>(place.line);
  problem.column = static_cast<int>(place.column);
  problem.length = static_cast<int>(place.length);
  problem.severity = severity;
  problem.message = std::move(message);
  problem.why = std::move(why);
  problem.hint = std::move(hint);
  problem.source_line = line_of(source.text, place.line);
  problems_.push_back(std::move(problem));
}

std::string line_of(std::string_view text, std::uint32_t line) {
  std::size_t from = 0;
  for (std::uint32_t at = 1; at < line; ++at) {
    const std::size_t end = text.find('\n', from);
    if (end == std::string_view::npos)
      return {};
    from = end + 1;
  }
  std::string_view rest = text.substr(from, text.find('\n', from) - from);
  if (!rest.empty() && rest.back() == '\r')
    rest.remove_suffix(1);
  return std::string(rest);
}

} // namespace sojourn
