// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/scenario/scenario.hpp"

#include <cstddef>
#include <string>
#include <vector>

// A variant may insert a touchpoint or take one away. Results are laid out over everything that any
// arm has, in the baseline's order, newcomers after the neighbour they were written behind.
namespace sojourn {

inline constexpr std::size_t absent = static_cast<std::size_t>(-1);

/// One list of things over all arms.
struct MergedList {
  std::vector<std::string> ids;
  std::vector<std::vector<std::size_t>> index; // [arm][merged]: index in that arm, or absent

  [[nodiscard]] std::size_t size() const { return ids.size(); }
  /// The first arm that has thing i.
  [[nodiscard]] std::size_t owner(std::size_t i) const;
};

/// `lists` [arm]: ids in the order of that arm.
[[nodiscard]] MergedList merge_lists(const std::vector<std::vector<std::string>>& lists);

struct ArmUnion {
  MergedList touchpoints, exits, resources;
};

/// Throws std::invalid_argument where arms differ in personas or agreements: their results could
/// not stand side by side.
[[nodiscard]] ArmUnion union_of(const std::vector<ArmSpec>& arms);

} // namespace sojourn
