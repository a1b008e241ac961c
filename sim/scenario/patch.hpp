// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/address.hpp"
#include "sim/scenario/value.hpp"

namespace sojourn {

/// One line of a variant, of an ideal, or one `--set`.
struct Change {
  Key path;
  Node value;
  std::vector<ValueAddress> addresses; // filled by check_change

  std::string text() const; // "path = value", as written
};

enum class Operation : unsigned char { set, times, add, remove };

/// What a change does, and with which value; a group of any other words sets.
Operation operation_of(const Node& value);

enum class ChangeOf : unsigned char { variant, ideal, command };

struct PatchContext {
  const Node& root; // the tree the paths are resolved in
  const Names& names;
  const Units& units;
  Reporter& reporter;
};

/// Resolves the path and types the value against the table. False after reporting why not. Ideals
/// may use words that are not simulated yet: they are not run here.
bool check_change(Change& change, ChangeOf whose, const PatchContext& context);

/// Applies checked changes to a copy of the tree, in order, then lets other ways on make room for
/// shares that were set. Every node touched, and every group around it, is placed at its change.
Node patched(const Node& root, const std::vector<const Change*>& changes,
             const PatchContext& context);

/// Lets the ways of one `then` list that no change has set make room for those that were: a `rest`
/// row does it by itself, otherwise the others are rescaled in proportion, per persona.
void rescale_ways(Node& then, const Names& names);

/// Multiplies (or, with `add`, shifts) what is written at a node of the row's type, distributions
/// and groups by name included. A sentence that says why not, or empty.
std::string scale_node(Node& node, const FieldNode& field, double factor, const Units& units);
std::string shift_node(Node& node, const FieldNode& field, const Node& addend, const Units& units);

} // namespace sojourn
