// SPDX-License-Identifier: Apache-2.0
#include "sim/study/measures.hpp"

#include <algorithm>

// Which measures anything in a design could move.
namespace sojourn {

using Kind = MeasureKind;

namespace {

bool has_outcome(const Scenario& scenario, Outcome outcome) {
  return std::any_of(scenario.exits.begin(), scenario.exits.end(),
                     [&](const ExitSpec& exit) { return exit.outcome == outcome; });
}

template <class Test> bool any_touchpoint(const Scenario& scenario, const Test& test) {
  return std::any_of(scenario.touchpoints.begin(), scenario.touchpoints.end(), test);
}

bool pays(const Scenario& scenario) {
  return any_touchpoint(scenario, [](const TouchpointSpec& each) { return each.price != 0; });
}

bool has_value(const Scenario& scenario) {
  return scenario.value.present ||
         any_touchpoint(scenario, [](const TouchpointSpec& each) { return each.outcome != 0; });
}

bool has_cost(const Scenario& scenario) {
  return std::any_of(scenario.resources.begin(), scenario.resources.end(),
                     [](const ResourceSpec& resource) { return resource.cost_per_hour > 0; });
}

bool trusts(const Scenario& scenario) {
  const auto strength = static_cast<std::size_t>(Parameter::trust_strength);
  return std::any_of(
      scenario.personas.begin(), scenario.personas.end(),
      [&](const PersonaSpec& persona) { return persona.parameters[strength].has_value(); });
}

// Changing the channel is an effort too.
bool costs_effort(const TouchpointSpec& touchpoint) {
  return touchpoint.effort.has_value() || touchpoint.channels.size() > 1;
}

bool silent_somewhere(const TouchpointSpec& touchpoint) {
  return std::any_of(touchpoint.rows.begin(), touchpoint.rows.end(),
                     [](const RowSpec& row) { return row.silent > 0; });
}

/// What costs money apart from what people pay.
bool costs(const Scenario& s) {
  return has_cost(s) || s.one_off_cost != 0 || relationship_per_week(s) != 0;
}

bool waits_matter(Kind kind, const Scenario& s) {
  return any_touchpoint(s, [kind](const TouchpointSpec& each) {
    return (kind != Kind::waiting_back && each.needs.has_value()) ||
           (kind != Kind::waiting_front && each.behind.has_value());
  });
}

bool survey_matters(Kind kind, const SurveySpec& survey) {
  const bool corrected = kind == Kind::csat_corrected || kind == Kind::nps_corrected;
  const bool asks = kind == Kind::ces                                    ? survey.asks_effort
                    : kind == Kind::csat || kind == Kind::csat_corrected ? survey.asks_satisfaction
                    : kind == Kind::nps || kind == Kind::nps_corrected ? survey.asks_recommendation
                                                                       : true;
  return survey.present && asks && !(corrected && survey.everybody_answers);
}

bool net_matters(Kind kind, const Scenario& s) {
  return has_value(s) &&
         (kind == Kind::net_benefit ? pays(s) || risks(s, false) : costs(s) || risks(s, true));
}

} // namespace

bool matters(Kind kind, const Scenario& s) {
  switch (kind) {
  case Kind::competitor:
  case Kind::off_boarded:
    return has_outcome(s, kind == Kind::competitor ? Outcome::competitor : Outcome::off_boarded);
  case Kind::value:
  case Kind::value_realised:
    return has_value(s);
  case Kind::paid:
    return pays(s);
  case Kind::risk:
  case Kind::risk_taken:
    return risks(s, kind == Kind::risk_taken);
  case Kind::cost:
    return has_cost(s);
  case Kind::one_off:
  case Kind::relationship:
    return kind == Kind::one_off ? s.one_off_cost != 0 : relationship_per_week(s) != 0;
  case Kind::net_benefit:
  case Kind::net_value:
    return net_matters(kind, s);
  case Kind::trust:
    return trusts(s);
  case Kind::effort:
    return any_touchpoint(s, costs_effort);
  case Kind::waiting_front:
  case Kind::waiting_back:
  case Kind::occupied:
    return waits_matter(kind, s);
  case Kind::left_silently:
    return any_touchpoint(s, silent_somewhere);
  case Kind::satisfaction:
  case Kind::response_rate:
  case Kind::csat:
  case Kind::csat_corrected:
  case Kind::nps:
  case Kind::nps_corrected:
  case Kind::ces:
    return survey_matters(kind, s.survey);
  case Kind::renewal:
    return s.renewal.present;
  case Kind::told:
    return s.word_of_mouth.present;
  case Kind::rating:
  case Kind::stayed_away:
    return kind == Kind::rating ? s.ratings.present : s.ratings.comes_from.has_value();
  case Kind::remembered_experience:
  case Kind::experienced:
  case Kind::agreement:
  case Kind::indicator:
  case Kind::watermelon:
  case Kind::served:
  case Kind::gave_up:
  case Kind::time_in_system:
  case Kind::visits:
  case Kind::censored:
    return true;
  }
  return true;
}

bool risks(const Scenario& scenario, bool by_provider) {
  return any_touchpoint(scenario, [by_provider](const TouchpointSpec& each) {
    return each.risk && each.risk->by_provider == by_provider;
  });
}

} // namespace sojourn
