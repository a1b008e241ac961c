// SPDX-License-Identifier: Apache-2.0
#include "models/deliberate.hpp"
#include "models/mechanisms/table.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/exact.hpp"

#include <algorithm>

namespace sojourn {
namespace {

using Sentences = std::vector<std::string>;

bool is_contended(const Scenario& scenario, const std::optional<WorkSpec>& work) {
  return work && work->resource >= 0 &&
         !scenario.resources[static_cast<std::size_t>(work->resource)].unlimited;
}

template <class Test> Sentences touchpoints_where(const Scenario& scenario, const Test& test) {
  Sentences ids;
  for (const TouchpointSpec& touchpoint : scenario.touchpoints) {
    if (test(touchpoint)) {
      ids.push_back(touchpoint.id);
    }
  }
  return ids;
}

void add(Sentences& sentences, const Sentences& ids, const std::string& what) {
  if (!ids.empty()) {
    sentences.push_back(list_words(ids) + ": " + what);
  }
}

bool loses_patience(const TouchpointSpec& touchpoint) {
  return !touchpoint.endless_patience &&
         std::any_of(touchpoint.rows.begin(), touchpoint.rows.end(),
                     [](const RowSpec& row) { return row.out_of_patience; });
}

/// Mechanisms that lean on what a person chooses, as deliberate.hpp asks them: by affect, which the
/// choice sensitivity scales, and in log-odds.
struct Tilting {
  std::vector<Mechanism> by_affect = {Mechanism::availability}, in_log_odds;

  Tilting() {
    Fields<double> fields{}; // a nobody, to hear who is asked
    const Traits<double> traits{};
    const PersonView<double> person(fields.data(), traits.data());
    const RowTerms option;
    const auto affect = [this](Mechanism mechanism, double) { by_affect.push_back(mechanism); };
    const auto odds = [this](Mechanism mechanism, double) { in_log_odds.push_back(mechanism); };
    leaving_affect(person, affect);
    leaving_log_odds(person, odds);
    option_affect(person, &option, 1, 0, affect);
    option_log_odds(person, option, odds);
  }
};

bool listed(const Scenario& scenario, Mechanism mechanism) {
  const auto strength = static_cast<std::size_t>(strength_of(mechanism));
  return std::any_of(scenario.personas.begin(), scenario.personas.end(),
                     [&](const PersonaSpec& persona) {
                       return persona.parameters[strength].has_value() &&
                              *persona.parameters[strength] != Distribution::constant(0);
                     });
}

Sentences tilting_mechanisms(const Scenario& scenario) {
  Sentences ids;
  const auto add_listed = [&](const std::vector<Mechanism>& mechanisms) {
    for (const Mechanism mechanism : mechanisms) {
      if (listed(scenario, mechanism)) {
        ids.emplace_back(row_of(mechanism).id);
      }
    }
  };
  const Tilting tilting;
  if (scenario.choice_sensitivity != 0) {
    add_listed(tilting.by_affect);
  }
  add_listed(tilting.in_log_odds);
  return ids;
}

Sentences resources_with_hours(const Scenario& scenario) {
  Sentences ids;
  for (const ResourceSpec& resource : scenario.resources) {
    if (resource.calendar >= 0 &&
        !scenario.calendars[static_cast<std::size_t>(resource.calendar)].always) {
      ids.push_back(resource.id);
    }
  }
  return ids;
}

bool has_relationship(const Scenario& scenario) {
  return std::any_of(scenario.personas.begin(), scenario.personas.end(),
                     [](const PersonaSpec& each) { return each.relationship.has_value(); });
}

} // namespace

std::vector<std::string> outside_exact_class(const Scenario& scenario) {
  Sentences sentences;
  add(sentences,
      touchpoints_where(scenario,
                        [&](const TouchpointSpec& touchpoint) {
                          return is_contended(scenario, touchpoint.needs) ||
                                 is_contended(scenario, touchpoint.behind);
                        }),
      "people wait for a limited resource; times here are without any waiting");
  add(sentences, touchpoints_where(scenario, loses_patience),
      "patience races the wait; solved as if everybody waited to the end");
  add(sentences, resources_with_hours(scenario),
      "work only in their opening hours; times here are as if always open");
  if (has_relationship(scenario)) {
    add(sentences,
        touchpoints_where(scenario,
                          [](const TouchpointSpec& touchpoint) {
                            return touchpoint.seen_by == SeenBy::provider ||
                                   touchpoint.seen_by == SeenBy::nobody;
                          }),
        "felt only where it becomes visible; solved as if it always did");
  }
  if (scenario.word_of_mouth.present) {
    sentences.emplace_back("people hear what others tell, and come because of it; solved as if "
                           "nobody told anything");
  }
  const Sentences mechanisms = tilting_mechanisms(scenario);
  if (!mechanisms.empty()) {
    add(sentences,
        touchpoints_where(scenario,
                          [](const TouchpointSpec& touchpoint) {
                            return touchpoint.person_decides && touchpoint.rows.size() > 1;
                          }),
        "people decide, and " + list_words(mechanisms) +
            " tilt the choice; solved with the written shares");
  }
  return sentences;
}

} // namespace sojourn
