// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queues.hpp"
#include "sim/study/exact.hpp"
#include "sim/verify/travel.hpp"
#include "sim/verify/twins.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace sojourn::verify {
namespace {

/// One limited resource, the touchpoints that queue for it and how much comes to each.
struct Station {
  std::string id;
  int servers = 1;
  std::vector<std::size_t> touchpoints;
  Distribution service;
  double arrivals = 0; // per minute, all its touchpoints
};

/// Stations, or why there is no known answer.
struct Stations {
  std::vector<Station> all;
  std::string reason;
};

bool limited(const Scenario& scenario, const std::optional<WorkSpec>& work) {
  return work && work->resource >= 0 &&
         (!work->others.empty() ||
          !scenario.resources[static_cast<std::size_t>(work->resource)].unlimited);
}

bool loses_patience(const TouchpointSpec& touchpoint) {
  return std::any_of(touchpoint.rows.begin(), touchpoint.rows.end(),
                     [](const RowSpec& row) { return row.out_of_patience; });
}

/// Arrivals per minute where they are the same all week, else nothing.
std::optional<double> steady_rate(const ArrivalSpec& arrivals) {
  Ticks covered = 0;
  for (const ArrivalSpec::Slot& slot : arrivals.rate) {
    covered += slot.end - slot.begin;
    if (slot.per_hour != arrivals.rate.front().per_hour) {
      return std::nullopt;
    }
  }
  if (covered != ticks_per_week) {
    return std::nullopt;
  }
  return arrivals.rate.front().per_hour / 60;
}

bool turns_away(const TouchpointSpec& touchpoint) {
  return std::any_of(touchpoint.rows.begin(), touchpoint.rows.end(),
                     [](const RowSpec& row) { return row.refuses_line(); });
}

std::string unsuited(const Scenario& scenario, std::size_t touchpoint) {
  const TouchpointSpec& spec = scenario.touchpoints[touchpoint];
  if (limited(scenario, spec.behind)) {
    return spec.id + ": work behind the line of visibility has no closed form";
  }
  if (spec.needs->units != 1 || !spec.needs->others.empty()) {
    return spec.id + ": several people are needed at once";
  }
  if (turns_away(spec)) {
    return spec.id + ": not everybody joins the line";
  }
  const auto& resource = scenario.resources[static_cast<std::size_t>(spec.needs->resource)];
  const bool open = resource.calendar < 0 ||
                    scenario.calendars[static_cast<std::size_t>(resource.calendar)].always;
  if (resource.helpers) {
    return resource.id + ": how many serve changes with those who were served";
  }
  if (resource.set_up_min > 0) {
    return resource.id + ": it sets up before each service";
  }
  return !open ? resource.id + ": opening hours make the line depend on the hour"
         : resource.queue != QueueOrder::first_come
             ? resource.id + ": people are not served in order of arrival"
             : "";
}

/// Puts a touchpoint into the station of its resource; different services there are a reason.
void add_to_station(const Scenario& scenario, std::size_t touchpoint, double arrivals,
                    Stations& stations) {
  const TouchpointSpec& spec = scenario.touchpoints[touchpoint];
  const auto& resource = scenario.resources[static_cast<std::size_t>(spec.needs->resource)];
  const auto found =
      std::find_if(stations.all.begin(), stations.all.end(),
                   [&](const Station& station) { return station.id == resource.id; });
  if (found == stations.all.end()) {
    stations.all.push_back(
        {resource.id, resource.capacity * resource.at_once, {touchpoint}, spec.takes, arrivals});
    return;
  }
  found->touchpoints.push_back(touchpoint);
  found->arrivals += arrivals;
  if (!(found->service == spec.takes)) {
    stations.reason = resource.id + ": its touchpoints take different times";
  }
}

/// What makes arrivals no Poisson process of one rate, or the journey no longer the same.
std::string changing(const Scenario& scenario) {
  const ArrivalSpec& arrivals = scenario.arrivals;
  const bool practised =
      std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(),
                  [](const TouchpointSpec& touchpoint) { return touchpoint.practice > 0; });
  return arrivals.members > 0               ? "members come again after their own journeys"
         : !arrivals.list.empty()           ? "some people come at moments of their own"
         : arrivals.group_mean > 1          ? "people come in groups"
         : arrivals.growth != 0             ? "arrivals grow from week to week"
         : scenario.word_of_mouth.present   ? "people bring others"
         : scenario.ratings.present         ? "people read ratings and stay away"
         : !scenario.stages.designs.empty() ? "the design changes on the way"
         : practised                        ? "work gets faster with practice"
                                            : "";
}

Stations stations_of(const Scenario& scenario, const ChainSolution& chain) {
  Stations stations;
  const std::optional<double> rate = steady_rate(scenario.arrivals);
  const std::string change = changing(scenario);
  for (std::size_t i = 0; i < scenario.touchpoints.size() && stations.reason.empty(); ++i) {
    const TouchpointSpec& spec = scenario.touchpoints[i];
    if (limited(scenario, spec.needs) || limited(scenario, spec.behind)) {
      stations.reason = !change.empty() ? change
                        : rate          ? unsuited(scenario, i)
                                        : "arrivals change with the hour";
      if (stations.reason.empty()) {
        add_to_station(scenario, i, *rate * chain.visits[i], stations);
      }
    }
  }
  if (stations.all.empty() && stations.reason.empty()) {
    stations.reason = "nobody queues";
  }
  return stations;
}

bool exponential(const Distribution& distribution) {
  return distribution.kind == DistributionKind::exponential;
}

/// The one line of a journey that comes to it at most once.
bool single_line(const Stations& stations, const ChainSolution& chain) {
  return stations.all.size() == 1 && stations.all[0].touchpoints.size() == 1 &&
         std::fabs(chain.visits[stations.all[0].touchpoints[0]] -
                   chain.ever[stations.all[0].touchpoints[0]]) < 1e-12;
}

/// The same exponential patience for everybody at this touchpoint.
std::optional<double> patience_of(const Scenario& scenario, const TouchpointSpec& touchpoint) {
  std::optional<double> mean;
  for (const PersonaSpec& persona : scenario.personas) {
    const auto& patience = touchpoint.patience ? touchpoint.patience : persona.patience;
    const bool known = patience && !touchpoint.endless_patience && exponential(*patience) &&
                       (!mean || *mean == patience->a);
    if (!known) {
      return std::nullopt;
    }
    mean = patience->a;
  }
  return mean;
}

double wait_at(const Tally& tally, const Station& station) {
  double minutes = 0, people = 0;
  for (const std::size_t touchpoint : station.touchpoints) {
    const double visits = visits_of(tally, touchpoint);
    minutes += visits > 0 ? visits * mean_wait(tally, touchpoint) : 0;
    people += visits;
  }
  return minutes / people;
}

void add_markov(const Scenario& scenario, const Stations& stations, const Trial& trial,
                Figures& figures) {
  std::vector<Reading> readings;
  for (const Station& station : stations.all) {
    readings.emplace_back([&station](const Tally& tally) { return wait_at(tally, station); });
  }
  const std::vector<Estimate> found = queue_up(trial, scenario, readings);
  for (std::size_t s = 0; s < stations.all.size(); ++s) {
    const Station& station = stations.all[s];
    const bool markov = exponential(station.service);
    const double mean = station.service.mean(), square = mean * mean;
    const double expected =
        markov ? markov_queue(station.arrivals, 1 / mean, station.servers).mean_wait
               : mean_wait_general(station.arrivals, mean, station.service.variance() / square);
    figures.estimate(station.id + (markov ? ": minutes of wait, M/M/c" : ": minutes, M/G/1"),
                     expected, found[s]);
  }
}

void add_impatient(const Scenario& scenario, const Station& station, double patience,
                   const Trial& trial, Figures& figures) {
  const std::size_t touchpoint = station.touchpoints[0];
  const ImpatientQueue expected =
      erlang_a(station.arrivals, 1 / station.service.mean(), station.servers, 1 / patience);
  const std::vector<Estimate> found = queue_up(
      trial, scenario, {[touchpoint](const Tally& tally) { return mean_wait(tally, touchpoint); }});
  figures.estimate(station.id + ": minutes of wait, Erlang A", expected.mean_wait, found[0]);
}

bool stable(const Station& station) {
  return station.arrivals * station.service.mean() < station.servers;
}

/// Empty where there is a known answer; `patience` is set where somebody may give up.
std::string no_answer(const Scenario& scenario, const Stations& stations,
                      const ChainSolution& chain, std::optional<double>& patience) {
  if (!stations.reason.empty()) {
    return stations.reason;
  }
  const bool markov = std::all_of(stations.all.begin(), stations.all.end(),
                                  [](const Station& s) { return exponential(s.service); });
  const bool single = single_line(stations, chain);
  if (std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(), loses_patience)) {
    const TouchpointSpec& line = scenario.touchpoints[stations.all[0].touchpoints[0]];
    patience = patience_of(scenario, line);
    const bool endless = std::all_of(
        scenario.personas.begin(), scenario.personas.end(), [&](const PersonaSpec& persona) {
          return line.endless_patience || !(line.patience || persona.patience);
        });
    if (!endless && !(patience && single && markov)) {
      return "somebody may give up, and patience is not exponential in one line of its own";
    }
  }
  if (!markov && !(single && stations.all[0].servers == 1)) {
    return "service is not exponential, and not by one person in one line of its own";
  }
  const bool load = std::all_of(stations.all.begin(), stations.all.end(), stable);
  return load || patience ? "" : "more work comes than can be done, so the line has no end";
}

} // namespace

Twin station_twin(const Scenario& scenario, const Trial& trial) {
  const Scenario plain = without_mechanisms(scenario);
  const ExactJourney journey = solve_journey(plain);
  Twin twin{"Lines with a known answer, against the service engine", {}, {}};
  const Stations stations = stations_of(plain, journey.everyone);
  std::optional<double> patience;
  const std::string reason = no_answer(plain, stations, journey.everyone, patience);
  if (!reason.empty()) {
    twin.notes.push_back("none: " + reason);
    return twin;
  }
  Figures figures;
  if (patience) {
    add_impatient(plain, stations.all[0], *patience, trial, figures);
  } else {
    add_markov(plain, stations, trial, figures);
  }
  twin.figures = figures.done();
  return twin;
}

} // namespace sojourn::verify
