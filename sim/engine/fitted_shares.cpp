// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/fitted_shares.hpp"

#include <algorithm>
#include <numeric>

namespace sojourn {
namespace {

double factor_of(const std::vector<FittedShare>& fitted, const std::string& touchpoint,
                 const std::string& to, std::size_t persona) {
  const auto found = std::find_if(fitted.begin(), fitted.end(), [&](const FittedShare& each) {
    return each.persona == static_cast<int>(persona) && each.touchpoint == touchpoint &&
           each.to == to;
  });
  return found == fitted.end() ? 1 : found->factor;
}

} // namespace

bool is_for(const RowSpec& row, std::size_t persona) {
  return row.personas.empty() || std::find(row.personas.begin(), row.personas.end(),
                                           static_cast<int>(persona)) != row.personas.end();
}

bool is_option(const RowSpec& row, std::size_t persona) {
  return !row.conditional() && is_for(row, persona);
}

std::vector<double> shares_of(const TouchpointSpec& touchpoint, std::size_t persona) {
  std::vector<double> shares(touchpoint.rows.size());
  double written = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    shares[i] = is_option(touchpoint.rows[i], persona) ? touchpoint.rows[i].share.value_or(0) : 0;
    written += shares[i];
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (is_option(touchpoint.rows[i], persona) && !touchpoint.rows[i].share) {
      shares[i] = std::max(0.0, 1 - written);
    }
  }
  return shares;
}

const std::string& target_name(const Scenario& scenario, const RowSpec& row) {
  const auto to = static_cast<std::size_t>(row.to);
  return row.to_exit ? scenario.exits[to].id : scenario.touchpoints[to].id;
}

TouchpointSpec refitted(const TouchpointSpec& touchpoint, std::size_t persona,
                        const Scenario& scenario, const std::vector<FittedShare>& fitted) {
  TouchpointSpec spec = touchpoint;
  const bool any = std::any_of(fitted.begin(), fitted.end(), [&](const FittedShare& each) {
    return each.touchpoint == touchpoint.id && each.persona == static_cast<int>(persona);
  });
  if (!any || !touchpoint.person_decides) {
    return spec;
  }
  std::vector<double> shares = shares_of(touchpoint, persona);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    shares[i] *= factor_of(fitted, touchpoint.id, target_name(scenario, spec.rows[i]), persona);
  }
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (std::size_t i = 0; total > 0 && i < shares.size(); ++i) {
    if (is_option(spec.rows[i], persona)) {
      spec.rows[i].share = shares[i] / total;
    }
  }
  return spec;
}

} // namespace sojourn
