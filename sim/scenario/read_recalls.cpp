// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/characters.hpp"
#include "sim/scenario/pairs.hpp"
#include "sim/scenario/reading.hpp"

#include <algorithm>
#include <deque>

// Evidence: what people meet at one touchpoint and what it brings back to mind.
namespace sojourn {
namespace {

const Node* written_recalls(const Reading& reading, const TouchpointSpec& each) {
  const Node* node = reading.root.find("touchpoints")->find(each.id);
  return node == nullptr || node->poisoned ? nullptr : node->find("recalls");
}

/// The touchpoints that a way leads to from `from`, however long; itself where a circle does.
std::vector<bool> ahead_of(const Scenario& scenario, int from) {
  std::vector<bool> seen(scenario.touchpoints.size(), false);
  std::deque<int> open = {from};
  while (!open.empty()) {
    const TouchpointSpec& at = scenario.touchpoints[static_cast<std::size_t>(open.front())];
    open.pop_front();
    for (const RowSpec& row : at.rows)
      if (!row.to_exit && !seen[static_cast<std::size_t>(row.to)]) {
        seen[static_cast<std::size_t>(row.to)] = true;
        open.push_back(row.to);
      }
  }
  return seen;
}

void refuse(Reading& reading, const TouchpointSpec& each, const std::string& what,
            const std::string& why, const std::string& hint) {
  if (const Node* written = written_recalls(reading, each))
    reading.reporter.error(written->place, "touchpoints." + each.id + ".recalls" + what, why, hint);
}

/// A choice leads on to what `is_it` accepts.
template <class Test> bool choice_leads(const Scenario& scenario, const Test& is_it) {
  return std::any_of(
      scenario.touchpoints.begin(), scenario.touchpoints.end(), [&](const TouchpointSpec& each) {
        return each.person_decides && each.rows.size() > 1 &&
               std::any_of(each.rows.begin(), each.rows.end(),
                           [&](const RowSpec& row) { return !row.to_exit && is_it(row.to); });
      });
}

/// Somebody who keeps a memory that `recall` can refresh: of all episodes, or of places that a
/// choice leads to.
bool moves_somebody(const Scenario& scenario, const RecallSpec& recall) {
  const bool on = choice_leads(scenario, [](int) { return true; });
  const bool there = choice_leads(scenario, [&](int to) { return to == recall.touchpoint; });
  return std::any_of(scenario.personas.begin(), scenario.personas.end(), [&](const auto& who) {
    const auto& power = who.parameters[static_cast<std::size_t>(Parameter::availability_power)];
    return acts_in(who, Mechanism::availability) &&
           (there || (on && power && *power != Distribution::constant(0)));
  });
}

void check_one(Reading& reading, const TouchpointSpec& each, int index, const RecallSpec& recall,
               bool baseline) {
  const std::string& of = reading.out.touchpoints[static_cast<std::size_t>(recall.touchpoint)].id;
  if (recall.touchpoint == index)
    return refuse(reading, each, ": " + of + " itself",
                  "what was just lived needs no evidence to be present",
                  "name an earlier touchpoint");
  if (!ahead_of(reading.out, recall.touchpoint)[static_cast<std::size_t>(index)])
    return refuse(reading, each, ": nobody who comes here has been at " + of,
                  "evidence reminds of what was lived before, and no way leads from there to here",
                  "name an earlier touchpoint");
  const Node* written = written_recalls(reading, each);
  if (baseline && written != nullptr && recall.strength > 0 && !moves_somebody(reading.out, recall))
    reading.reporter.warning(
        written->place, "touchpoints." + each.id + ".recalls: " + of + " moves nobody",
        "it acts through availability: on people with a `power` above 0, or where a choice leads "
        "to " +
            of,
        "list availability with `power: 0.5`, or take the line out");
}

} // namespace

void read_recalls(const Reading& reading, const Group& touchpoint, TouchpointSpec& out) {
  const Node* node = touchpoint.node("recalls");
  if (node == nullptr)
    return;
  if (node->value) {
    out.recalls.push_back({reading.touchpoint(node->value.get()), 1});
    return;
  }
  for (std::size_t i = 0; i < node->keys.size(); ++i)
    if (const auto of = reading.names.touchpoints.index(node->keys[i].text);
        of && node->items[i].value && !node->items[i].poisoned)
      out.recalls.push_back({*of, node->items[i].value->number});
}

void check_recalls(Reading& reading, bool baseline) {
  if (reading.reporter.failed())
    return; // ways may be missing because of what was reported
  for (std::size_t i = 0; i < reading.out.touchpoints.size(); ++i)
    for (const RecallSpec& recall : reading.out.touchpoints[i].recalls)
      if (recall.touchpoint >= 0)
        check_one(reading, reading.out.touchpoints[i], static_cast<int>(i), recall, baseline);
}

} // namespace sojourn
