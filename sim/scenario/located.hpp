// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/problem.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// The located tree: what was written, with the line and column of every value and key. Patches copy
// nodes, so a patched tree still says where each of its parts was written.
namespace sojourn {

struct Value; // the typed meaning of a scalar, set when the tree is checked (value.hpp)

/// One place in one source. `source` 0 is the scenario file, i the i-th `--set` of the command.
struct Place {
  std::uint32_t line = 0, column = 0, length = 1; // 1-based, in characters
  std::uint32_t source = 0;
  bool operator==(const Place&) const = default;
};

struct Key {
  std::string text;
  Place place;
};

struct Node {
  enum class Kind : std::uint8_t { scalar, sequence, mapping };
  Kind kind = Kind::scalar;
  bool quoted = false;   // a quoted text is never a number or a word of the language
  bool poisoned = false; // wrong in itself: whoever reads it stays silent
  bool pinned = false;   // a way on whose share a change has set: rescaling leaves it alone
  Place place;
  std::string text;        // scalar
  std::vector<Key> keys;   // mapping, parallel to items
  std::vector<Node> items; // sequence, or the values of a mapping
  std::shared_ptr<const Value> value;

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_empty_scalar() const { return is_scalar() && !quoted && text.empty(); }

  /// The value under `key`, or nullptr.
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
  const Key* find_key(std::string_view key) const;
  Key* find_key(std::string_view key);
  /// The value under `key`, appended (placed at `place`) where there is none.
  Node& under(const std::string& key, const Place& place);
  void erase(std::string_view key);
};

Node scalar_node(std::string text, const Place& place);
/// The node as it would be written on one line: `{ median: 5 min, p90: 12 min }`.
std::string written(const Node& node);

/// The texts that places point into; `--set` values are sources of their own.
struct Source {
  std::string name;
  std::string text;
};
using Sources = std::vector<Source>;

/// Collects problems against the sources: fills file, line, column and the line as written.
class Reporter {
public:
  explicit Reporter(const Sources& sources) : sources_(&sources) {}

  void error(const Place& place, std::string message, std::string why = {}, std::string hint = {});
  void warning(const Place& place, std::string message, std::string why = {},
               std::string hint = {});
  bool failed() const { return has_errors(problems_); }
  /// True once so many problems stand that the rest is only counted (a hint need not be sought).
  bool full() const { return problems_.size() >= most_listed; }
  std::size_t unlisted() const { return unlisted_; }
  std::vector<Problem>& problems() { return problems_; }
  const std::vector<Problem>& problems() const { return problems_; }

private:
  static constexpr std::size_t most_listed = 200;
  void add(Severity severity, const Place& place, std::string message, std::string why,
           std::string hint);
  const Sources* sources_;
  std::vector<Problem> problems_;
  std::size_t unlisted_ = 0;
};

/// Line `line` (1-based) of a text without its line end; empty where there is none.
std::string line_of(std::string_view text, std::uint32_t line);

} // namespace sojourn
