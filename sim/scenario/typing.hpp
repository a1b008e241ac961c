// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/names.hpp"
#include "sim/scenario/value.hpp"

namespace sojourn {

/// What the typing of one tree needs to know.
struct TypingContext {
  const Names& names;
  const Units& units;
  Reporter& reporter;
  bool ideals = false; // words that are not simulated yet are allowed: nothing here is run
};

/// Checks a tree against the table: every word known, every value of its type and within its range,
/// every name in use, nothing required missing. Good scalars get their `value`; what is wrong is
/// reported once and poisoned. `path` is the node's address; `owner` the place of its key.
void type_node(Node& node, const FieldNode& field, const std::string& path, const Place& owner,
               const TypingContext& context);

/// The scenario's currency and the length of its working day, as far as they can be made out.
Units units_of(const Node& root);

} // namespace sojourn
