// SPDX-License-Identifier: Apache-2.0
#include "sim/study/pairs.hpp"

#include <algorithm>

namespace sojourn {

PairRule pair_rule(const Plan& baseline, double noticeable_affect) {
  PairRule rule;
  rule.affect = noticeable_affect;
  std::int64_t outcomes = 0;
  for (const PlanNode& node : baseline.nodes) {
    outcomes += node.outcome;
  }
  for (std::size_t p = 0; p < baseline.n_personas; ++p) {
    const std::int64_t potential =
        p < baseline.personas.size() ? baseline.personas[p].potential : 0;
    const double share = from_fixed(potential + outcomes) * noticeable_share_of_value;
    rule.money.push_back(std::max<std::int64_t>(1, to_fixed(share)));
  }
  return rule;
}

PairCounts& operator+=(PairCounts& to, const PairCounts& from) {
  to.people += from.people;
  to.better += from.better;
  to.worse += from.worse;
  to.richer += from.richer;
  to.poorer += from.poorer;
  to.newly_lost += from.newly_lost;
  to.newly_kept += from.newly_kept;
  return to;
}

namespace {

bool by_agent(const PairedPerson& a, const PairedPerson& b) { return a.agent < b.agent; }

PairCounts pair_of(const PairedPerson& before, const PairedPerson& after, const PairRule& rule) {
  const double change =
      static_cast<double>(after.remembered) - static_cast<double>(before.remembered);
  const std::int64_t gain = after.booked - before.booked;
  const std::int64_t noticeable = rule.money[static_cast<std::size_t>(before.persona)];
  PairCounts pair;
  pair.people = 1;
  pair.better = change >= rule.affect ? 1 : 0;
  pair.worse = change <= -rule.affect ? 1 : 0;
  pair.richer = gain >= noticeable ? 1 : 0;
  pair.poorer = gain <= -noticeable ? 1 : 0;
  pair.newly_lost = after.lost && !before.lost ? 1 : 0;
  pair.newly_kept = before.lost && !after.lost ? 1 : 0;
  return pair;
}

} // namespace

std::vector<PairCounts> pair_people(const std::vector<PairedPerson>& baseline,
                                    const std::vector<PairedPerson>& arm, const PairRule& rule) {
  std::vector<PairCounts> groups(rule.money.size() + 1);
  auto before = baseline.begin();
  for (const PairedPerson& after : arm) {
    before = std::find_if(before, baseline.end(),
                          [&after](const PairedPerson& each) { return each.agent >= after.agent; });
    if (before == baseline.end()) {
      break;
    }
    if (before->agent == after.agent) {
      const PairCounts pair = pair_of(*before, after, rule);
      groups[0] += pair;
      groups[static_cast<std::size_t>(before->persona) + 1] += pair;
    }
  }
  return groups;
}

void sort_people(std::vector<PairedPerson>& people) {
  if (!std::is_sorted(people.begin(), people.end(), by_agent)) {
    std::sort(people.begin(), people.end(), by_agent);
  }
}

} // namespace sojourn
