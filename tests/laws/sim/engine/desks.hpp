// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/unit/sim/engine/together.hpp"

#include <vector>

// Desks with all that a line knows, for laws that hold of each of them.
namespace sojourn::build {

/// A desk with everything a line knows: two classes, a room, balking, patience, opening hours, and
/// work behind it at the same resource.
inline Scenario busy_desk(int servers, bool preempts) {
  Scenario scenario = desk(20, Distribution::exponential(6), servers);
  scenario.personas = {somebody("low"), somebody("high")};
  scenario.calendars = {office()};
  ResourceSpec& desk = scenario.resources[0];
  desk.calendar = 0;
  desk.queue = QueueOrder::priority;
  desk.preempts = preempts;
  desk.priority = {0, 2};
  desk.room = 12;
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.patience = Distribution::exponential(30);
  contact.rows = {to(1, 0.5), leave(0, 0.5), give_up(1), turned_away(1), balk(1, 8)};
  contact.rows.back().personas = {1};
  TouchpointSpec wait = behind("wait", 20);
  wait.patience = Distribution::exponential(90);
  wait.rows = {leave(0, 1), give_up(1)};
  scenario.touchpoints.push_back(wait);
  scenario.experiment.horizon = 2 * ticks_per_week;
  scenario.experiment.warm_up = 0;
  return scenario;
}

/// Two desks that share some of their work, and work behind one of them.
inline Scenario two_desks() {
  Scenario scenario = desk(12, Distribution::exponential(6), 1);
  scenario.calendars = {office()};
  ResourceSpec& desk = scenario.resources[0];
  desk.calendar = 0;
  ResourceSpec other = desk;
  other.id = other.name = "other";
  other.calendar = -1;
  scenario.resources.push_back(other);
  TouchpointSpec wait = behind("wait", 20);
  TouchpointSpec both = scenario.touchpoints[0];
  both.id = both.name = "both";
  both.needs->others = {{1, 1}};
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.needs->others = {{1, 1}};
  contact.needs->any_of = true;
  contact.patience = both.patience = Distribution::exponential(40);
  contact.rows = {to(1, 0.3), to(2, 0.3), leave(0, 0.4), give_up(1), balk(1, 6)};
  both.rows = {leave(0, 1), give_up(1)};
  wait.rows = {leave(0, 1)};
  scenario.touchpoints.push_back(both);
  scenario.touchpoints.push_back(wait);
  scenario.experiment.horizon = 2 * ticks_per_week;
  scenario.experiment.warm_up = 0;
  return scenario;
}

inline std::vector<Scenario> desks() {
  std::vector<Scenario> all = {two_desks(), two_desks(), two_desks(), two_desks(), two_desks()};
  all[1].resources[0].queue = QueueOrder::longest_wait;
  all[2].resources[0].queue = all[2].resources[1].queue = QueueOrder::last_come;
  all[3].resources[0].at_closing = all[3].resources[1].at_closing = AtClosing::pause;
  all[3].calendars[0].closed = {{ticks_per_day, 2 * ticks_per_day}};
  all[4].resources[0].set_up_min = 1;
  all[4].resources[1].at_once = 2;
  return all;
}

} // namespace sojourn::build
