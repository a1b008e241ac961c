// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/table.hpp"
#include "tests/unit/sim/engine/build.hpp"

// Journeys without waits or marks, in which people choose among options that say something of
// themselves.
namespace sojourn::build {

inline void set_all(Scenario& scenario, Parameter parameter, Distribution value) {
  for (PersonaSpec& persona : scenario.personas) {
    persona.parameters[static_cast<std::size_t>(parameter)] = value;
  }
}

/// As published, for everybody.
inline void act(Scenario& scenario, Mechanism mechanism) {
  for (const ParameterRow& row : parameter_rows) {
    if (row.mechanism == mechanism) {
      set_all(scenario, row.parameter, Distribution::constant(row.default_value));
    }
  }
}

/// One choice: `form` (30 %), `later` (50 %), quit (20 %).
inline Scenario one_choice() {
  Scenario scenario;
  scenario.calendars = {always_open()};
  scenario.personas = {somebody()};
  scenario.exits = {way_out("filled_in", Outcome::served), way_out("later", Outcome::served),
                    way_out("quit", Outcome::lost)};
  TouchpointSpec form = touchpoint("form", Distribution::constant(10));
  form.person_decides = true;
  form.rows = {leave(0, .3), leave(1, .5), leave(2, .2)};
  scenario.touchpoints = {form};
  return scenario;
}

/// Three places with choices of every sort, loops, and two kinds of people; every mechanism on.
inline Scenario choosy() {
  Scenario scenario = one_choice();
  scenario.personas.push_back(somebody("other"));
  scenario.personas[0].share = scenario.personas[1].share = .5;
  TouchpointSpec& form = scenario.touchpoints[0];
  form.feels.mean = -.5;
  form.feels.spread = 1;
  form.rows = {to(1, .3), to(0, .3), to(2, .2), leave(2, .2)};
  form.rows[1].is_default = true; // weighed by the kernel
  TouchpointSpec task = touchpoint("task", Distribution::exponential(30));
  task.person_decides = true;
  task.feels.mean = .5;
  task.rows = {to(2, .4), to(0, .4), leave(2, .2)};
  task.rows[0].costs = 1.5;
  task.rows[0].benefit = BenefitSpec{2, 30 * 1440.0};
  task.rows[1].defers_min = 1440;
  task.rows[1].is_default = true;
  TouchpointSpec offer = touchpoint("offer", Distribution::constant(5));
  offer.person_decides = true;
  offer.rows = {leave(0, .5), to(0, .2), to(1, .1), to(2, .1), leave(2, .1)};
  offer.rows[0].stated_risk = {{.02, -4}, {.3, 1}};
  offer.rows[4].is_default = true;
  scenario.touchpoints.push_back(task);
  scenario.touchpoints.push_back(offer);
  for (const MechanismRow& row : mechanism_rows) {
    act(scenario, row.mechanism);
  }
  set_all(scenario, Parameter::choice_overload_weight, Distribution::constant(.4));
  scenario.personas[1].parameters[static_cast<std::size_t>(Parameter::status_quo_weight)] =
      Distribution::uniform(.3, 1.5);
  return scenario;
}

} // namespace sojourn::build
