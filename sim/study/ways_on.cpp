// SPDX-License-Identifier: Apache-2.0
#include "sim/study/ways_on.hpp"

#include "models/deliberate.hpp"
#include "sim/engine/fitted_shares.hpp"
#include "sim/engine/plan_rows.hpp"
#include "sim/study/person_traits.hpp"

namespace sojourn {
namespace {

void tilt(const Scenario& scenario, const PersonaSpec& persona, std::vector<WayOn>& ways) {
  std::vector<RowTerms> list;
  std::vector<double> base, tilts, shares(ways.size());
  for (const WayOn& way : ways) {
    list.push_back(terms_of(*way.row));
    list.back().log_options = static_cast<float>(log(static_cast<double>(ways.size())));
    base.push_back(way.share);
  }
  Fields<double> nothing_met{};
  const Traits<double> traits = mean_traits(persona);
  const PersonView<double> person(nothing_met.data(), traits.data());
  const int n = static_cast<int>(list.size());
  for (int j = 0; j < n; ++j) {
    tilts.push_back(option_tilt(person, scenario.choice_sensitivity, list.data(), n, j));
  }
  tilted_shares<double>(base, tilts, shares);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    ways[i].share = shares[i];
  }
}

} // namespace

std::vector<WayOn> ways_on(const Scenario& scenario, const TouchpointSpec& touchpoint,
                           std::size_t persona) {
  std::vector<WayOn> ways;
  const std::vector<double> shares = shares_of(touchpoint, persona);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i] > 0) {
      ways.push_back({&touchpoint.rows[i], shares[i]});
    }
  }
  if (touchpoint.person_decides && scenario.base == BaseShares::raw) {
    tilt(scenario, scenario.personas[persona], ways);
  }
  return ways;
}

} // namespace sojourn
