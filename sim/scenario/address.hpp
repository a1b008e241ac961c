// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/names.hpp"

#include <string>
#include <vector>

// Dotted paths: which value of the tree a change means.
namespace sojourn {

/// One step of a path. Where people go next, the step is the target of a row, with the persona in
/// brackets where rows differ: `then.self_help[bilal].share`.
struct PathStep {
  std::string name;
  std::string persona; // empty: no bracket
  bool row = false;
};

/// One value of the tree, wildcards resolved, with what the table says about it.
struct ValueAddress {
  std::vector<PathStep> steps;
  const FieldNode* field = nullptr;

  std::string text() const;
};

/// Every value a written path means. Problems (unknown words, names not in use, `*` that matches
/// nothing) are reported at their part of the path; the result is then empty.
std::vector<ValueAddress> resolve(const Key& path, const Node& root, const Names& names,
                                  Reporter& reporter);

/// Whether a change at one address would touch the other: equal, or one inside the other.
bool overlap(const ValueAddress& a, const ValueAddress& b);

/// The persona ids of a row's `for`; empty means everyone.
std::vector<std::string> personas_of_row(const Node& row);

} // namespace sojourn
