// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/journey12.hpp"

#include "models/mechanisms/table.hpp"

#include <cmath>

namespace sojourn::bench {
namespace {

PersonaSpec somebody(bool psychology) {
  PersonaSpec persona;
  persona.id = "somebody";
  for (const ParameterRow& row : parameter_rows) {
    const bool strength = strength_of(row.mechanism) == row.parameter;
    if (psychology) {
      persona.parameters[static_cast<std::size_t>(row.parameter)] =
          Distribution::constant(strength ? 1 : row.default_value);
    }
  }
  return persona;
}

TouchpointSpec touchpoint(std::size_t index, bool psychology) {
  const Place& place = journey12[index];
  TouchpointSpec spec;
  spec.id = "place" + std::to_string(index);
  const double mu = std::log(place.mean) - place.sigma * place.sigma / 2;
  spec.takes =
      psychology ? Distribution::lognormal(mu, place.sigma) : Distribution::exponential(place.mean);
  if (psychology) {
    spec.feels.mean = place.affect;
    spec.feels.spread = place.affect_sd;
  }
  for (const Edge& edge : place.edges) {
    if (edge.share > 0) {
      RowSpec row;
      row.to_exit = edge.to >= complete;
      row.to = row.to_exit ? edge.to - complete : edge.to;
      row.share = edge.share;
      row.is_default = psychology && spec.rows.empty();
      spec.rows.push_back(row);
      spec.person_decides = spec.person_decides || (psychology && edge.to == abandon);
    }
  }
  return spec;
}

} // namespace

Scenario journey12_scenario(bool psychology) {
  Scenario scenario;
  scenario.calendars = {{"always", {}, true}};
  scenario.personas = {somebody(psychology)};
  scenario.exits = {{"complete", "complete", Outcome::served},
                    {"abandon", "abandon", Outcome::lost}};
  for (std::size_t i = 0; i < journey12.size(); ++i) {
    scenario.touchpoints.push_back(touchpoint(i, psychology));
  }
  return scenario;
}

} // namespace sojourn::bench
