// SPDX-License-Identifier: Apache-2.0
#include "sim/study/johari.hpp"

#include "output/stats/missing.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace sojourn {
namespace {

constexpr std::size_t n_panes = 4;
// In the order of SeenBy.
constexpr std::array<const char*, n_panes> pane_names = {"open", "blind", "hidden", "unknown"};
using Panes = std::array<double, n_panes>;

std::size_t pane_of(const Scenario& scenario, std::size_t touchpoint) {
  return static_cast<std::size_t>(scenario.touchpoints[touchpoint].seen_by);
}

// The pane on the person's side of the line: hidden becomes open, unknown becomes blind.
std::size_t seen_pane(std::size_t pane) { return pane >= 2 ? pane - 2 : pane; }

// With a relationship, what was felt was seen: nothing else of a hidden touchpoint is felt.
Panes felt(const Scenario& scenario, const LivedRecord& lived) {
  const bool filtered =
      std::all_of(scenario.personas.begin(), scenario.personas.end(),
                  [](const PersonaSpec& each) { return each.relationship.has_value(); });
  Panes panes{};
  for (std::size_t i = 0; i < lived.touchpoints.size(); ++i) {
    const std::size_t pane = pane_of(scenario, i);
    panes[filtered ? seen_pane(pane) : pane] +=
        static_cast<double>(lived.touchpoints[i].joy - lived.touchpoints[i].pain);
  }
  return panes;
}

// How often a persona looks behind the line of visibility.
double width_of(const PersonaSpec& persona) {
  return persona.relationship ? persona.relationship->number(RelationshipNumber::visibility) : 0;
}

Panes lost(const Scenario& scenario, const MoneyRecord& money) {
  Panes panes{};
  for (std::size_t at = 0; at < money.ledger.size(); ++at) {
    const LedgerTally& ledger = money.ledger[at];
    const auto lost = static_cast<double>(ledger.lost_time + ledger.lost_given_up +
                                          ledger.lost_unfit + ledger.lost_unbooked + ledger.risk);
    const std::size_t pane = pane_of(scenario, at % money.n_touchpoints);
    const double seen = lost * width_of(scenario.personas[at / money.n_touchpoints]);
    panes[seen_pane(pane)] += seen;
    panes[pane] += lost - seen;
  }
  return panes;
}

/// One share for each pane and replication; all panes add up to 1.
void add_shares(Findings& findings, const char* quantity, const std::vector<Panes>& replications) {
  for (std::size_t pane = 0; pane < n_panes; ++pane) {
    std::vector<double> column;
    for (const Panes& panes : replications) {
      const double all = panes[0] + panes[1] + panes[2] + panes[3];
      column.push_back(all > 0 ? panes[pane] / all : output::missing);
    }
    findings.add_plain(quantity, pane_names[pane], "1", output::mean_interval(column));
    findings.values.back() = std::move(column);
  }
}

} // namespace

void add_johari(Findings& findings, const Scenario& scenario, const ArmPool& pool, std::size_t arm,
                int replications) {
  std::vector<Panes> affect, value;
  for (int r = 0; r < replications; ++r) {
    affect.push_back(felt(scenario, pool.lived(arm, r)));
    if (pool.money(arm, r).n_touchpoints > 0) {
      value.push_back(lost(scenario, pool.money(arm, r)));
    }
  }
  add_shares(findings, "felt", affect);
  if (!value.empty()) {
    add_shares(findings, "value lost", value);
  }
}

} // namespace sojourn
