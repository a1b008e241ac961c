// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/pairs.hpp"

#include "models/mechanisms/pair_rows.hpp"
#include "models/mechanisms/table.hpp"

namespace sojourn {

bool acts_in(const PersonaSpec& persona, Mechanism mechanism) {
  const auto& strength = persona.parameters[static_cast<std::size_t>(strength_of(mechanism))];
  return strength.has_value() && *strength != Distribution::constant(0);
}

std::vector<PairInUse> pairs_in_use(const Scenario& scenario) {
  std::vector<PairInUse> pairs;
  for (std::size_t row = 0; row < pair_rows.size(); ++row) {
    PairInUse pair{row, {}};
    for (std::size_t i = 0; i < scenario.personas.size(); ++i)
      if (acts_in(scenario.personas[i], pair_rows[row].first) &&
          acts_in(scenario.personas[i], pair_rows[row].second))
        pair.personas.push_back(i);
    if (!pair.personas.empty())
      pairs.push_back(std::move(pair));
  }
  return pairs;
}

PairWords words_of(const PairInUse& pair) {
  const PairRow& row = pair_rows[pair.row];
  const std::string problem(pair_problem_names[static_cast<std::size_t>(row.problem)]);
  return {std::string(row_of(row.first).id) + " and " + std::string(row_of(row.second).id) +
              " are " + problem,
          std::string(row.why)};
}

} // namespace sojourn
