// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/engine.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>
#include <vector>

// Small scenarios built in code, for tests of the engines.
namespace sojourn::build {

inline PersonaSpec somebody(const std::string& id = "somebody") {
  PersonaSpec persona;
  persona.id = persona.name = id;
  return persona;
}

inline TouchpointSpec touchpoint(const std::string& id, Distribution takes) {
  TouchpointSpec spec;
  spec.id = spec.name = id;
  spec.takes = std::move(takes);
  return spec;
}

inline RowSpec to(int touchpoint, double share) {
  RowSpec row;
  row.to = touchpoint;
  row.share = share;
  return row;
}

inline RowSpec leave(int exit, double share) {
  RowSpec row = to(exit, share);
  row.to_exit = true;
  return row;
}

inline RowSpec give_up(int exit) {
  RowSpec row = leave(exit, 0);
  row.share.reset();
  row.out_of_patience = true;
  return row;
}

inline ExitSpec way_out(const std::string& id, Outcome outcome) { return {id, id, outcome}; }

inline CalendarSpec always_open() { return {"always", {}, true}; }

/// Mon-Fri, `from` to `to` o'clock.
inline CalendarSpec office(int from = 8, int to = 18) {
  CalendarSpec calendar{"office", {}, false};
  for (Ticks day = 0; day < 5; ++day) {
    calendar.open.push_back(
        {day * ticks_per_day + from * ticks_per_hour, day * ticks_per_day + to * ticks_per_hour});
  }
  return calendar;
}

inline ArrivalSpec steady(double per_hour) {
  ArrivalSpec arrivals;
  arrivals.rate.push_back({0, ticks_per_week, per_hour});
  return arrivals;
}

/// One desk with `servers`, times in minutes; people leave served or, out of patience, lost.
inline Scenario desk(double per_hour, Distribution service, int servers) {
  Scenario scenario;
  scenario.calendars = {always_open()};
  scenario.personas = {somebody()};
  scenario.arrivals = steady(per_hour);
  scenario.exits = {way_out("done", Outcome::served), way_out("lost", Outcome::lost)};
  ResourceSpec resource;
  resource.id = resource.name = "desk";
  resource.capacity = servers;
  scenario.resources = {resource};
  TouchpointSpec contact = touchpoint("contact", std::move(service));
  contact.needs = WorkSpec{0, 1, {}};
  contact.rows = {leave(0, 1.0)};
  scenario.touchpoints = {contact};
  scenario.experiment.horizon = 9 * ticks_per_week;
  scenario.experiment.warm_up = ticks_per_week;
  return scenario;
}

inline Plan plan_of(const Scenario& scenario, std::int64_t journeys = 0) {
  return compile(scenario, scenario, {journeys});
}

} // namespace sojourn::build
