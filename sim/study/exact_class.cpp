// SPDX-License-Identifier: Apache-2.0
#include "models/deliberate.hpp"
#include "models/mechanisms/table.hpp"
#include "output/text.hpp"
#include "sim/scenario/characters.hpp"
#include "sim/study/exact.hpp"
#include "sim/study/person_traits.hpp"

#include <algorithm>

namespace sojourn {
namespace {

using Sentences = std::vector<std::string>;

bool is_contended(const Scenario& scenario, const std::optional<WorkSpec>& work) {
  return work && work->resource >= 0 &&
         (!work->others.empty() ||
          !scenario.resources[static_cast<std::size_t>(work->resource)].unlimited);
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

/// Mechanisms by which what happened leans on what a person chooses, as deliberate.hpp asks them:
/// by affect, which the choice sensitivity scales, and in log-odds. What options say of themselves
/// is solved.
struct Tilting {
  std::vector<Mechanism> by_affect = {Mechanism::availability}, in_log_odds;

  Tilting() {
    Fields<double> fields{}; // a nobody, to hear who is asked
    const Traits<double> traits{};
    const PersonView<double> person(fields.data(), traits.data());
    const auto affect = [this](Mechanism mechanism, double) { by_affect.push_back(mechanism); };
    const auto odds = [this](Mechanism mechanism, double) { in_log_odds.push_back(mechanism); };
    leaving_affect(person, affect);
    leaving_log_odds(person, odds);
  }
};

bool listed(const Scenario& scenario, Mechanism mechanism) {
  return std::any_of(scenario.personas.begin(), scenario.personas.end(),
                     [&](const PersonaSpec& persona) { return acts_on(persona, mechanism); });
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

bool leaves_for_good(const Scenario& scenario, const RowSpec& row) {
  const Outcome outcome =
      row.to_exit ? scenario.exits[static_cast<std::size_t>(row.to)].outcome : Outcome::served;
  return outcome == Outcome::lost || outcome == Outcome::competitor;
}

/// Memory speaks for leaving and of places: alike for all options that only lead on, unless what is
/// available of each place differs.
bool memory_chooses(const Scenario& scenario, const TouchpointSpec& touchpoint) {
  int options = 0, leaving = 0;
  for (const RowSpec& row : touchpoint.rows) {
    const bool is_option = !row.conditional() && row.share.value_or(1) > 0;
    options += is_option ? 1 : 0;
    leaving += is_option && leaves_for_good(scenario, row) ? 1 : 0;
  }
  return touchpoint.person_decides && options > 1 &&
         ((leaving > 0 && leaving < options) || listed(scenario, Mechanism::availability));
}

/// Numbers of what options say of themselves in which people differ.
Sentences varying_words(const Scenario& scenario) {
  using enum Mechanism;
  Sentences words;
  for (const ParameterRow& row : parameter_rows) {
    const bool of_options = row.mechanism == status_quo || row.mechanism == choice_overload ||
                            row.mechanism == present_bias || row.mechanism == probability_weighting;
    const Parameter parameter = row.parameter;
    if (of_options &&
        std::any_of(scenario.personas.begin(), scenario.personas.end(),
                    [&](const PersonaSpec& persona) { return varies(persona, parameter); })) {
      words.push_back(std::string(row_of(row.mechanism).id) + "." + std::string(row.id));
    }
  }
  return words;
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

Sentences resources_with_set_up(const Scenario& scenario) {
  Sentences ids;
  for (const ResourceSpec& resource : scenario.resources) {
    if (resource.set_up_min > 0) {
      ids.push_back(resource.id);
    }
  }
  return ids;
}

bool has_relationship(const Scenario& scenario) {
  return std::any_of(scenario.personas.begin(), scenario.personas.end(),
                     [](const PersonaSpec& each) { return each.relationship.has_value(); });
}

bool has_manners(const ResourceSpec& resource) {
  return resource.attitude.has_value() || resource.discretion > 0;
}

/// What makes one visit differ from the next, and later journeys from first ones.
void add_what_differs(Sentences& sentences, const Scenario& scenario) {
  add(sentences,
      touchpoints_where(scenario,
                        [](const TouchpointSpec& touchpoint) {
                          return touchpoint.risk && touchpoint.risk->is_felt;
                        }),
      "an event may happen and be felt; solved as if it never did");
  add(sentences,
      touchpoints_where(scenario,
                        [](const TouchpointSpec& touchpoint) { return touchpoint.practice > 0; }),
      "gets faster and easier with practice; solved as if every visit were the first");
  add(sentences,
      touchpoints_where(
          scenario,
          [&](const TouchpointSpec& touchpoint) {
            return touchpoint.needs && touchpoint.needs->resource >= 0 &&
                   has_manners(
                       scenario.resources[static_cast<std::size_t>(touchpoint.needs->resource)]);
          }),
      "felt differently with whoever serves; solved without that");
  if (!scenario.arrivals.returns_at.empty()) {
    sentences.emplace_back("members start elsewhere when they come again; solved as if they always "
                           "started where first journeys do");
  }
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
  add(sentences, resources_with_set_up(scenario),
      "set up before each service; times here are without that");
  if (has_relationship(scenario)) {
    add(sentences,
        touchpoints_where(scenario,
                          [](const TouchpointSpec& touchpoint) {
                            return touchpoint.seen_by == SeenBy::provider ||
                                   touchpoint.seen_by == SeenBy::nobody;
                          }),
        "felt only where it becomes visible; solved as if it always did");
  }
  add_what_differs(sentences, scenario);
  if (scenario.word_of_mouth.present) {
    sentences.emplace_back("people hear what others tell, and come because of it; solved as if "
                           "nobody told anything");
  }
  if (scenario.ratings.present) {
    sentences.emplace_back(
        "people read what others rated, and some stay away because of it; solved "
        "as if nobody read anything");
  }
  const Sentences mechanisms = tilting_mechanisms(scenario);
  if (!mechanisms.empty()) {
    add(sentences,
        touchpoints_where(
            scenario,
            [&](const TouchpointSpec& touchpoint) { return memory_chooses(scenario, touchpoint); }),
        "people decide, and " + list_words(mechanisms) +
            (mechanisms.size() == 1 ? " tilts" : " tilt") + " the choice; solved without that");
  }
  const Sentences words = varying_words(scenario);
  if (!words.empty() && scenario.base == BaseShares::raw) {
    add(sentences,
        touchpoints_where(scenario,
                          [](const TouchpointSpec& touchpoint) {
                            return touchpoint.person_decides && touchpoint.rows.size() > 1;
                          }),
        "people choose, and differ in " + list_words(words) + "; solved with the mean");
  }
  return sentences;
}

} // namespace sojourn
