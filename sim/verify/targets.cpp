// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/target.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace sojourn::verify {
namespace {

/// T9 before T10, T before Q.
bool comes_before(const Target& a, const Target& b) {
  if (a.number[0] != b.number[0]) {
    return a.number[0] > b.number[0];
  }
  return a.number.size() != b.number.size() ? a.number.size() < b.number.size()
                                            : a.number < b.number;
}

std::vector<Target> all_targets() {
  std::vector<Target> all;
  for (const auto theme :
       {prospect_targets, memory_targets, trust_and_time_targets, queue_targets,
        queue_variant_targets, queue_limit_targets, chain_targets, leakage_targets, choice_targets,
        deliberation_targets, behaviour_targets, measurement_targets, emergent_targets}) {
    const std::vector<Target> some = theme();
    std::copy(some.begin(), some.end(), std::back_inserter(all));
  }
  std::sort(all.begin(), all.end(), comes_before);
  return all;
}

} // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> all = all_targets();
  return all;
}

std::string_view name_of(TargetKind kind) {
  constexpr std::array<std::string_view, 4> names = {"exact", "statistical", "published",
                                                     "qualitative"};
  return names[static_cast<std::size_t>(kind)];
}

} // namespace sojourn::verify
