// SPDX-License-Identifier: Apache-2.0
#include "sim/study/union.hpp"

#include <algorithm>
#include <stdexcept>

namespace sojourn {
namespace {

using Ids = std::vector<std::string>;

void insert_newcomers(Ids& merged, const Ids& list) {
  auto after = merged.begin();
  for (const std::string& id : list) {
    auto found = std::find(merged.begin(), merged.end(), id);
    if (found == merged.end()) {
      found = merged.insert(after, id);
    }
    after = std::next(found);
  }
}

template <class Things> Ids ids_of(const Things& things) {
  Ids ids;
  for (const auto& thing : things) {
    ids.push_back(thing.id);
  }
  return ids;
}

template <class Member> MergedList merge(const std::vector<ArmSpec>& arms, Member member) {
  std::vector<Ids> lists;
  lists.reserve(arms.size());
  for (const ArmSpec& arm : arms) {
    lists.push_back(ids_of(arm.scenario.*member));
  }
  return merge_lists(lists);
}

template <class Member>
void require_equal(const std::vector<ArmSpec>& arms, Member member, const std::string& what) {
  const Ids baseline = ids_of(arms.front().scenario.*member);
  for (const ArmSpec& arm : arms) {
    if (ids_of(arm.scenario.*member) != baseline) {
      throw std::invalid_argument("variant " + arm.id + " has other " + what +
                                  " than the baseline; only their values may differ");
    }
  }
}

} // namespace

std::size_t MergedList::owner(std::size_t i) const {
  std::size_t arm = 0;
  while (index[arm][i] == absent) {
    ++arm;
  }
  return arm;
}

MergedList merge_lists(const std::vector<std::vector<std::string>>& lists) {
  MergedList merged;
  for (const Ids& list : lists) {
    insert_newcomers(merged.ids, list);
  }
  for (const Ids& list : lists) {
    std::vector<std::size_t>& index = merged.index.emplace_back();
    for (const std::string& id : merged.ids) {
      const auto found = std::find(list.begin(), list.end(), id);
      index.push_back(found == list.end() ? absent
                                          : static_cast<std::size_t>(found - list.begin()));
    }
  }
  return merged;
}

ArmUnion union_of(const std::vector<ArmSpec>& arms) {
  require_equal(arms, &Scenario::personas, "personas");
  require_equal(arms, &Scenario::agreements, "agreements");
  return {merge(arms, &Scenario::touchpoints), merge(arms, &Scenario::exits),
          merge(arms, &Scenario::resources)};
}

} // namespace sojourn
