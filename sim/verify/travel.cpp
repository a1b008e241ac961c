// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/travel.hpp"

#include <algorithm>

namespace sojourn::verify {
namespace {

template <class Count> double over_personas(const Tally& tally, const Count& count) {
  std::int64_t sum = 0;
  for (const PersonaTally& persona : tally.personas) {
    sum += count(persona);
  }
  return static_cast<double>(sum);
}

double finished(const Tally& tally) {
  return over_personas(tally, [](const PersonaTally& persona) { return persona.finished; });
}

/// Mean over finished journeys of a sum in fixed point.
template <class Sum> double fixed_mean(const Tally& tally, const Sum& sum) {
  return over_personas(tally, sum) / fixed_one / finished(tally);
}

Batch reading(const Plan& plan, const std::vector<Reading>& readings) {
  return [&plan, &readings](std::uint32_t replication) {
    const Tally tally = simulate(plan, replication);
    std::vector<double> values;
    values.reserve(readings.size());
    for (const Reading& read : readings) {
      values.push_back(read(tally));
    }
    return values;
  };
}

class Rows final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

} // namespace

Plan plan_of(const Scenario& scenario, std::int64_t journeys) {
  return compile(scenario, scenario, {journeys});
}

std::vector<Estimate> travel(const Trial& trial, const Scenario& scenario,
                             const std::vector<Reading>& readings) {
  const int batches = 50;
  const Plan plan = plan_of(scenario, trial.effort.journeys / batches);
  return over_batches(trial.executor, batches, reading(plan, readings));
}

std::vector<Estimate> queue_up(const Trial& trial, Scenario scenario,
                               const std::vector<Reading>& readings) {
  scenario.experiment.warm_up = ticks_per_week;
  scenario.experiment.horizon = trial.effort.weeks * ticks_per_week;
  const Plan plan = plan_of(scenario);
  return until_narrow(trial, reading(plan, readings));
}

std::vector<JourneyRow> rows_of(const Plan& plan, std::uint32_t replication) {
  Rows rows;
  (void)simulate(plan, replication, &rows);
  return rows.rows;
}

double visits_of(const Tally& tally, std::size_t touchpoint) {
  std::int64_t visits = 0;
  for (std::size_t p = 0; p < tally.shape.n_personas; ++p) {
    visits += tally.visits[p * tally.shape.n_touchpoints + touchpoint].visits;
  }
  return static_cast<double>(visits) / finished(tally);
}

double share_of(const Tally& tally, Outcome outcome) {
  return over_personas(tally,
                       [&](const PersonaTally& persona) {
                         return persona.outcomes[static_cast<std::size_t>(outcome)];
                       }) /
         finished(tally);
}

double mean_visits(const Tally& tally) {
  return over_personas(tally, [](const PersonaTally& persona) { return persona.visits; }) /
         finished(tally);
}

double mean_minutes(const Tally& tally) {
  return over_personas(tally, [](const PersonaTally& persona) { return persona.duration; }) /
         static_cast<double>(ticks_per_minute) / finished(tally);
}

double mean_remembered(const Tally& tally) {
  return fixed_mean(tally, [](const PersonaTally& persona) { return persona.remembered; });
}

double mean_trust(const Tally& tally) {
  return fixed_mean(tally, [](const PersonaTally& persona) { return persona.trust; });
}

double mean_wait(const Tally& tally, std::size_t touchpoint) {
  std::int64_t wait = 0, waits = 0;
  for (std::size_t p = 0; p < tally.shape.n_personas; ++p) {
    const VisitTally& visits = tally.visits[p * tally.shape.n_touchpoints + touchpoint];
    wait += visits.wait;
    waits += visits.waits;
  }
  return static_cast<double>(wait) / static_cast<double>(waits) /
         static_cast<double>(ticks_per_minute);
}

double share_kept(const Tally& tally, std::size_t agreement) {
  const double of = over_personas(
      tally, [&](const PersonaTally& persona) { return persona.agreement_of[agreement]; });
  return over_personas(
             tally, [&](const PersonaTally& persona) { return persona.agreement_met[agreement]; }) /
         of;
}

} // namespace sojourn::verify
