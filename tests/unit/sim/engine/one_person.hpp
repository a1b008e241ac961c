// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/service_engine.hpp"
#include "tests/unit/sim/engine/build.hpp"

// One person on a hand-made journey, for schedules worked out by hand: times are exact.
namespace sojourn::build {

inline constexpr Ticks hour = ticks_per_hour;
inline constexpr Ticks minute = ticks_per_minute;
inline constexpr Ticks day = ticks_per_day;

/// A scenario with one persona, one desk (open by `calendar`, unlimited) and no touchpoint yet.
inline Scenario alone(const CalendarSpec& calendar, bool office_clock) {
  Scenario scenario;
  scenario.calendars = {calendar};
  scenario.clock = office_clock ? 0 : -1;
  scenario.personas = {somebody()};
  scenario.exits = {way_out("done", Outcome::served), way_out("lost", Outcome::lost)};
  ResourceSpec resource;
  resource.id = resource.name = "desk";
  resource.unlimited = true;
  resource.calendar = calendar.always ? -1 : 0;
  scenario.resources = {resource};
  scenario.experiment.journeys = 1;
  return scenario;
}

inline TouchpointSpec front(const std::string& id, double minutes) {
  TouchpointSpec spec = touchpoint(id, Distribution::constant(minutes));
  spec.needs = WorkSpec{0, 1, {}};
  return spec;
}

inline TouchpointSpec behind(const std::string& id, double minutes) {
  TouchpointSpec spec = touchpoint(id, Distribution::constant(0));
  spec.behind = WorkSpec{0, 1, Distribution::constant(minutes)};
  return spec;
}

inline void switch_on(Scenario& scenario, Parameter parameter, double value) {
  for (PersonaSpec& persona : scenario.personas) {
    persona.parameters[static_cast<std::size_t>(parameter)] = Distribution::constant(value);
  }
}

inline JourneyTrace live(const Scenario& scenario, Ticks arrival) {
  const Plan plan = plan_of(scenario);
  Watch watch(plan, 0);
  ServiceEngine engine(plan, 0, false);
  engine.watch(&watch);
  Arrival person;
  person.at = arrival;
  engine.run_alone(person);
  return watch.journey();
}

} // namespace sojourn::build
