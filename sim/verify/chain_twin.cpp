// SPDX-License-Identifier: Apache-2.0
#include "sim/study/exact.hpp"
#include "sim/verify/travel.hpp"
#include "sim/verify/twins.hpp"

#include <algorithm>
#include <stdexcept>

namespace sojourn::verify {

Scenario without_mechanisms(Scenario scenario) {
  scenario.choice_sensitivity = 0;
  scenario.base = BaseShares::raw;
  scenario.fitted.clear();
  scenario.culture = {};
  for (PersonaSpec& persona : scenario.personas) {
    persona.parameters = {};
  }
  return scenario;
}

namespace {

/// Every journey is a first one that starts where the file says; who comes when is no matter.
void leave_out_others(Scenario& scenario) {
  ArrivalSpec arrivals;
  arrivals.start_at = scenario.arrivals.start_at;
  scenario.arrivals = std::move(arrivals);
  scenario.word_of_mouth = {};
  scenario.ratings = {};
  scenario.stages = {};
}

/// Nobody who serves is needed for it: one resource is as good as several.
void serve_at_once(std::optional<WorkSpec>& work) {
  if (work) {
    work->others.clear();
  }
}

Scenario alone(Scenario scenario) {
  scenario = without_mechanisms(std::move(scenario));
  leave_out_others(scenario);
  for (ResourceSpec& resource : scenario.resources) {
    resource.unlimited = true;
    resource.calendar = -1;
    resource.set_up_min = 0;
    resource.helpers.reset();
  }
  for (PersonaSpec& persona : scenario.personas) {
    persona.patience.reset();
  }
  for (TouchpointSpec& touchpoint : scenario.touchpoints) {
    touchpoint.patience.reset();
    touchpoint.practice = 0;
    serve_at_once(touchpoint.needs);
    serve_at_once(touchpoint.behind);
    std::erase_if(touchpoint.rows, [](const RowSpec& row) { return row.conditional(); });
  }
  return scenario;
}

/// Where every replication gave the same number there is no interval; then it must be the number.
void compare(Figures& figures, const std::string& what, double expected, const Estimate& found) {
  if (found.half_width > 0) {
    figures.estimate(what, expected, found);
  } else {
    figures.exact(what, expected, found.value);
  }
}

double exit_share(const Tally& tally, std::size_t exit) {
  std::int64_t taken = 0, finished = 0;
  const TallyShape& shape = tally.shape;
  const std::size_t columns = shape.n_touchpoints + shape.n_exits + 1;
  for (std::size_t p = 0; p < shape.n_personas; ++p) {
    finished += tally.personas[p].finished;
    for (std::size_t from = 0; from <= shape.n_touchpoints; ++from) {
      const std::size_t row = p * (shape.n_touchpoints + 1) + from;
      taken += tally.flow[row * columns + shape.n_touchpoints + exit];
    }
  }
  return static_cast<double>(taken) / static_cast<double>(finished);
}

std::vector<Reading> chain_readings(const Scenario& scenario) {
  std::vector<Reading> readings = {mean_visits, mean_minutes};
  for (std::size_t e = 0; e < scenario.exits.size(); ++e) {
    readings.emplace_back([e](const Tally& tally) { return exit_share(tally, e); });
  }
  for (std::size_t i = 0; i < scenario.touchpoints.size(); ++i) {
    readings.emplace_back([i](const Tally& tally) { return visits_of(tally, i); });
  }
  return readings;
}

} // namespace

Twin chain_twin(const Scenario& scenario, const Trial& trial) {
  const Scenario bare = alone(scenario);
  const ExactJourney exact = solve_journey(bare);
  if (!exact.problems.empty()) {
    throw std::invalid_argument(exact.problems.front());
  }
  const ChainSolution& all = exact.everyone;
  const std::vector<Estimate> found = travel(trial, bare, chain_readings(bare));
  Figures figures;
  std::size_t next = 2;
  for (std::size_t e = 0; e < bare.exits.size(); ++e, ++next) {
    compare(figures, "share that ends " + bare.exits[e].id, all.exit_share[e], found[next]);
  }
  for (std::size_t i = 0; i < bare.touchpoints.size(); ++i, ++next) {
    compare(figures, "visits of " + bare.touchpoints[i].id, all.visits[i], found[next]);
  }
  compare(figures, "visits per journey", all.steps_mean, found[0]);
  compare(figures, "minutes per journey", all.time_mean, found[1]);
  Twin twin{"Absorbing chain, against the flow engine", exact.notes, figures.done()};
  const std::vector<std::string> leaves = outside_exact_class(scenario);
  if (!leaves.empty()) {
    twin.notes.insert(twin.notes.begin(),
                      "everybody travels alone and for the first time here: nobody queues, loses "
                      "patience or meets closed doors, and no mechanism tilts a choice");
  }
  return twin;
}

} // namespace sojourn::verify
