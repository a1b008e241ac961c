// SPDX-License-Identifier: Apache-2.0
#include "sim/study/exact.hpp"

#include "sim/engine/arrivals.hpp"
#include "sim/engine/calendar.hpp"
#include "sim/engine/plan.hpp"
#include "sim/study/ways_on.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void add_edges(const Scenario& scenario, int from, std::size_t persona, Chain& chain) {
  for (const auto& [row, share] : ways_on(scenario, scenario.touchpoints[at(from)], persona)) {
    chain.edges.push_back({from, row->to_exit ? chain.n_states + row->to : row->to, share});
  }
}

void add_dwell(const TouchpointSpec& touchpoint, Chain& chain) {
  double mean = touchpoint.takes.mean();
  double variance = touchpoint.takes.variance();
  if (touchpoint.behind) {
    mean += touchpoint.behind->takes.mean();
    variance += touchpoint.behind->takes.variance();
  }
  chain.dwell_mean.push_back(mean);
  chain.dwell_variance.push_back(variance);
}

} // namespace

Chain chain_of(const Scenario& scenario, std::size_t persona) {
  Chain chain;
  chain.n_states = static_cast<int>(scenario.touchpoints.size());
  chain.n_exits = static_cast<int>(scenario.exits.size());
  chain.visit_limit = visit_limit;
  chain.start.resize(scenario.touchpoints.size());
  for (const auto& [touchpoint, share] : scenario.arrivals.start_at) {
    chain.start[at(touchpoint)] += share;
  }
  if (scenario.arrivals.start_at.empty()) {
    chain.start.front() = 1;
  }
  for (int i = 0; i < chain.n_states; ++i) {
    const TouchpointSpec& touchpoint = scenario.touchpoints[at(i)];
    chain.names.push_back(touchpoint.id);
    add_edges(scenario, i, persona, chain);
    add_dwell(touchpoint, chain);
  }
  return chain;
}

namespace {

/// Mixing distributions: means mix, and so do second moments.
struct Mixture {
  double mean = 0, second = 0;
  void add(double weight, double part_mean, double part_variance) {
    mean += weight * part_mean;
    second += weight * (part_variance + part_mean * part_mean);
  }
  [[nodiscard]] double variance() const { return std::max(0.0, second - mean * mean); }
};

template <class Mean, class Variance>
void mix(const ExactJourney& journey, const std::vector<double>& shares, const Mean& mean,
         const Variance& variance, double& mixed_mean, double& mixed_variance) {
  Mixture mixture;
  for (std::size_t p = 0; p < shares.size(); ++p) {
    mixture.add(shares[p], mean(journey.personas[p]), variance(journey.personas[p]));
  }
  mixed_mean = mixture.mean;
  mixed_variance = mixture.variance();
}

void mix_touchpoints(ExactJourney& journey, const std::vector<double>& shares) {
  ChainSolution& all = journey.everyone;
  const std::size_t n = journey.personas.front().visits.size();
  all.visits.resize(n);
  all.visit_variance.resize(n);
  all.ever.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    mix(
        journey, shares, [i](const ChainSolution& s) { return s.visits[i]; },
        [i](const ChainSolution& s) { return s.visit_variance[i]; }, all.visits[i],
        all.visit_variance[i]);
    for (std::size_t p = 0; p < shares.size(); ++p) {
      all.ever[i] += shares[p] * journey.personas[p].ever[i];
    }
  }
}

/// The mean time given an exit weighs personas by who takes it.
void mix_exits(ExactJourney& journey, const std::vector<double>& shares) {
  ChainSolution& all = journey.everyone;
  const std::size_t n = journey.personas.front().exit_share.size();
  all.exit_share.resize(n);
  all.time_mean_given_exit.resize(n);
  for (std::size_t e = 0; e < n; ++e) {
    double time = 0;
    for (std::size_t p = 0; p < shares.size(); ++p) {
      const ChainSolution& part = journey.personas[p];
      const double taken = shares[p] * part.exit_share[e];
      all.exit_share[e] += taken;
      time += taken > 0 ? taken * part.time_mean_given_exit[e] : 0;
    }
    all.time_mean_given_exit[e] = all.exit_share[e] > 0 ? time / all.exit_share[e] : as_state;
  }
}

void mix_personas(ExactJourney& journey, const std::vector<double>& shares) {
  ChainSolution& all = journey.everyone;
  mix_touchpoints(journey, shares);
  mix_exits(journey, shares);
  mix(
      journey, shares, [](const ChainSolution& s) { return s.steps_mean; },
      [](const ChainSolution& s) { return s.steps_variance; }, all.steps_mean, all.steps_variance);
  mix(
      journey, shares, [](const ChainSolution& s) { return s.time_mean; },
      [](const ChainSolution& s) { return s.time_variance; }, all.time_mean, all.time_variance);
  for (std::size_t p = 0; p < shares.size(); ++p) {
    all.beyond_limit += shares[p] * journey.personas[p].beyond_limit;
    all.condition = std::max(all.condition, journey.personas[p].condition);
  }
}

void add_once(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& line : from) {
    if (std::find(to.begin(), to.end(), line) == to.end()) {
      to.push_back(line);
    }
  }
}

std::vector<double> persona_shares(const Scenario& scenario) {
  std::vector<double> shares;
  for (const PersonaSpec& persona : scenario.personas) {
    shares.push_back(persona.share);
  }
  return shares;
}

} // namespace

ExactJourney solve_journey(const Scenario& scenario) {
  ExactJourney journey;
  journey.leaves = outside_exact_class(scenario);
  for (std::size_t p = 0; p < scenario.personas.size(); ++p) {
    journey.personas.push_back(solve(chain_of(scenario, p)));
    add_once(journey.problems, journey.personas.back().problems);
    add_once(journey.notes, journey.personas.back().notes);
  }
  if (journey.problems.empty()) {
    mix_personas(journey, persona_shares(scenario));
  }
  return journey;
}

namespace {

double open_hours_per_week(const Scenario& scenario, const ResourceSpec& resource) {
  if (resource.helpers) {
    return 0; // nobody, to begin with
  }
  const Calendar calendar =
      resource.calendar < 0 ? Calendar() : Calendar(scenario.calendars[at(resource.calendar)]);
  return static_cast<double>(calendar.open_per_week()) / static_cast<double>(ticks_per_hour) *
         resource.capacity * resource.at_once;
}

/// Of this resource; where any of several will do, each gets as much as it has open hours.
double units_of(const Scenario& scenario, const WorkSpec& work, int resource) {
  double units = 0, all = 0;
  const auto add = [&](int named, int asked) {
    const double open = open_hours_per_week(scenario, scenario.resources[at(named)]);
    all += open;
    units += named != resource ? 0 : work.any_of ? open : asked;
  };
  add(work.resource, work.units);
  for (const WorkSpec::Other& other : work.others) {
    add(other.resource, other.units);
  }
  return work.any_of && all > 0 ? units / all : units;
}

double work_hours(const Scenario& scenario, const std::optional<WorkSpec>& work,
                  const Distribution& takes, int resource) {
  const double set_up = scenario.resources[at(resource)].set_up_min;
  return work && work->resource >= 0
             ? (takes.mean() + set_up) * units_of(scenario, *work, resource) / 60
             : 0;
}

} // namespace

std::vector<ResourceLoad> resource_loads(const Scenario& scenario, const ExactJourney& journey) {
  const double people = people_per_week(scenario.arrivals);
  std::vector<ResourceLoad> loads;
  if (!journey.problems.empty() || people <= 0) {
    return loads;
  }
  for (std::size_t r = 0; r < scenario.resources.size(); ++r) {
    const ResourceSpec& resource = scenario.resources[r];
    ResourceLoad load{resource.id, resource.name, resource.unlimited || resource.helpers, 0,
                      open_hours_per_week(scenario, resource)};
    for (std::size_t i = 0; i < scenario.touchpoints.size(); ++i) {
      const TouchpointSpec& touchpoint = scenario.touchpoints[i];
      const int wanted = static_cast<int>(r);
      const double hours = work_hours(scenario, touchpoint.needs, touchpoint.takes, wanted) +
                           (touchpoint.behind ? work_hours(scenario, touchpoint.behind,
                                                           touchpoint.behind->takes, wanted)
                                              : 0);
      load.offered_hours += people * journey.everyone.visits[i] * hours;
    }
    loads.push_back(load);
  }
  return loads;
}

} // namespace sojourn
