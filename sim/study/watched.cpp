// SPDX-License-Identifier: Apache-2.0
#include "sim/study/watched.hpp"

#include "output/stats/survival.hpp"

namespace sojourn {
namespace {

void add_spells(const Tally& tally, std::size_t persona, std::vector<output::Spell>& spells) {
  for (std::size_t end = 0; end < n_spell_ends; ++end) {
    const SpellTally* bins = tally.spells_of(persona, end);
    const int exit = end + 1 < n_spell_ends ? static_cast<int>(end) : output::censored;
    for (std::size_t bin = 0; bin < n_spell_bins; ++bin) {
      if (bins[bin].journeys > 0) {
        spells.push_back({bins[bin].duration / bins[bin].journeys, exit, bins[bin].journeys});
      }
    }
  }
}

Watched watched(const std::vector<output::Spell>& spells, Ticks limit) {
  Watched group;
  if (spells.empty()) {
    group.incidence.fill(output::missing);
    return group;
  }
  const output::SurvivalCurve curve = output::aalen_johansen(spells, outcome_names.size());
  group.restricted_mean = curve.restricted_mean(limit) / static_cast<double>(ticks_per_minute);
  for (std::size_t outcome = 0; outcome < group.incidence.size(); ++outcome) {
    group.incidence[outcome] = curve.incidence_at(outcome, limit);
  }
  return group;
}

} // namespace

Ticks watched_limit(const Plan& plan) {
  return plan.follows_all() ? 0 : plan.run_out + (plan.horizon - plan.warm_up) / 2;
}

std::vector<Watched> watched_of(const Plan& plan, const Tally& tally) {
  std::vector<Watched> groups;
  if (tally.shape.watched <= 0) {
    return groups;
  }
  const Ticks limit = watched_limit(plan);
  std::vector<output::Spell> everyone;
  for (std::size_t persona = 0; persona < tally.shape.n_personas; ++persona) {
    add_spells(tally, persona, everyone);
  }
  groups.push_back(watched(everyone, limit));
  for (std::size_t persona = 0; persona < tally.shape.n_personas; ++persona) {
    std::vector<output::Spell> spells;
    add_spells(tally, persona, spells);
    groups.push_back(watched(spells, limit));
  }
  return groups;
}

} // namespace sojourn
