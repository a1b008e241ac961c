// SPDX-License-Identifier: Apache-2.0
#include "sim/study/exact.hpp"

#include <algorithm>

namespace sojourn {
namespace {

ExactValue::Money money_of(const Scenario& scenario, const std::vector<double>& visits,
                           double vulnerability) {
  ExactValue::Money money;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const TouchpointSpec& touchpoint = scenario.touchpoints[i];
    const double gained = visits[i] * touchpoint.outcome * touchpoint.fitting();
    money.gained += gained;
    money.booked += gained * touchpoint.booked_otherwise.value_or(1);
    money.paid += visits[i] * touchpoint.price;
    if (touchpoint.risk && !touchpoint.risk->by_provider) {
      money.risk +=
          visits[i] * touchpoint.risk->chance * touchpoint.risk->amount.mean() * vulnerability;
    }
  }
  return money;
}

/// Vulnerability goes with the persona, and so do visits: everyone's risk is the mean of theirs.
double mean_risk(const Scenario& scenario, const std::vector<ExactValue::Money>& personas) {
  double shares = 0, risk = 0;
  for (std::size_t p = 0; p < personas.size(); ++p) {
    shares += scenario.personas[p].share;
    risk += scenario.personas[p].share * personas[p].risk;
  }
  return shares > 0 ? risk / shares : 0;
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
  for (std::size_t p = 0; p < journey.personas.size(); ++p) {
    value.personas.push_back(
        money_of(scenario, journey.personas[p].visits, scenario.personas[p].vulnerability));
  }
  value.everyone = money_of(scenario, journey.everyone.visits, 1);
  value.everyone.risk = mean_risk(scenario, value.personas);
  return value;
}

} // namespace sojourn
