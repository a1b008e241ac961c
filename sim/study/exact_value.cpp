// SPDX-License-Identifier: Apache-2.0
#include "sim/study/exact.hpp"

#include <algorithm>

namespace sojourn {
namespace {

ExactValue::Money money_of(const Scenario& scenario, const std::vector<double>& visits) {
  ExactValue::Money money;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const TouchpointSpec& touchpoint = scenario.touchpoints[i];
    const double gained = visits[i] * touchpoint.outcome;
    money.gained += gained;
    money.booked += gained * touchpoint.booked_otherwise.value_or(1);
    money.paid += visits[i] * touchpoint.price;
  }
  return money;
}

} // namespace

ExactValue exact_value(const Scenario& scenario, const ExactJourney& journey) {
  ExactValue value;
  value.leaves = journey.leaves;
  if (scenario.value.present) {
    value.leaves.emplace_back("the worth of time won back depends on the whole time taken and is "
                              "left out");
  }
  for (const TouchpointSpec& touchpoint : scenario.touchpoints) {
    if (touchpoint.outcome != 0 && touchpoint.booked_surveyed != touchpoint.booked_otherwise) {
      value.leaves.push_back(touchpoint.id + ": booked as if nobody were surveyed");
    }
  }
  const bool may_miss =
      std::any_of(scenario.personas.begin(), scenario.personas.end(), [](const PersonaSpec& each) {
        return each.relationship && each.relationship->match() < 1;
      });
  if (may_miss) {
    value.leaves.emplace_back("some are offered what they do not need and gain nothing; counted as "
                              "if everybody were offered the right thing");
  }
  value.everyone = money_of(scenario, journey.everyone.visits);
  for (const ChainSolution& persona : journey.personas) {
    value.personas.push_back(money_of(scenario, persona.visits));
  }
  return value;
}

} // namespace sojourn
