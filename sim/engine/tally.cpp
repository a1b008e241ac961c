// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/tally.hpp"

#include <algorithm>
#include <cassert>

namespace sojourn {

Tally::Tally(const TallyShape& of)
    : shape(of), personas(of.n_personas), visits(of.n_personas * of.n_touchpoints),
      affect_bins(of.n_personas * of.n_touchpoints * n_affect_bins),
      flow(of.n_personas * (of.n_touchpoints + 1) * (of.n_touchpoints + of.n_exits + 1)),
      resources(of.n_resources),
      spells(of.watched > 0 ? of.n_personas * n_spell_ends * n_spell_bins : 0),
      ledger(of.keeps_books ? of.n_personas * of.n_touchpoints : 0),
      value_bins(of.keeps_books ? of.n_personas * n_value_bins : 0), value_sums(value_bins),
      present(of.n_hours), hours(of.n_resources * of.n_week_hours),
      wait_bins(of.n_resources * of.n_week_hours * n_wait_bins), weeks(of.n_weeks),
      steps(of.n_steps * of.n_weeks) {
  std::fill(personas.begin(), personas.end(), empty_persona(of.n_agreements));
}

PersonaTally empty_persona(std::size_t n_agreements) {
  PersonaTally persona;
  persona.agreement_of.resize(n_agreements);
  persona.agreement_met.resize(n_agreements);
  persona.kept_one.resize(n_agreements * n_agreements);
  persona.missed_other.resize(n_agreements * n_agreements);
  persona.remembered_bins.resize(n_affect_bins);
  return persona;
}

void Tally::add_wait(std::int32_t persona, std::int32_t touchpoint, Ticks waited) {
  VisitTally& visit = visits[static_cast<std::size_t>(persona) * shape.n_touchpoints +
                             static_cast<std::size_t>(touchpoint)];
  ++visit.waits;
  visit.wait += waited;
}

namespace {

void add_finished(PersonaTally& to, const JourneyRow& row, Outcome outcome) {
  ++to.finished;
  ++to.outcomes[static_cast<std::size_t>(outcome)];
  to.remembered += to_fixed(static_cast<double>(row.remembered));
  to.experienced += to_fixed(static_cast<double>(row.experienced));
  to.silent += row.silent ? 1 : 0;
  to.trust += to_fixed(static_cast<double>(row.trust));
  to.effort += to_fixed(static_cast<double>(row.effort));
  to.duration += row.duration;
  to.waited_front += row.waited_front;
  to.waited_back += row.waited_back;
  to.value += row.value;
  to.booked += row.booked;
  to.paid += row.paid;
  to.risk += row.risk;
  to.risk_taken += row.risk_taken;
  ++to.remembered_bins[static_cast<std::size_t>(affect_bin(row.remembered))];
  to.survey.satisfaction += to_fixed(static_cast<double>(row.satisfaction));
}

void add_agreements(PersonaTally& to, const JourneyRow& row) {
  const std::size_t n = to.agreement_of.size();
  for (std::size_t i = 0; i < n; ++i) {
    const bool met = ((row.agreement_met >> i) & 1U) != 0;
    to.agreement_of[i] += static_cast<std::int64_t>((row.agreement_of >> i) & 1U);
    to.agreement_met[i] += met ? 1 : 0;
    for (std::size_t j = 0; met && j < n; ++j) {
      to.kept_one[i * n + j] += static_cast<std::int64_t>((row.agreement_of >> j) & 1U);
      to.missed_other[i * n + j] +=
          static_cast<std::int64_t>(((row.agreement_of & ~row.agreement_met) >> j) & 1U);
    }
  }
}

void add_answer(SurveyTally& to, const SurveyAnswer& survey) {
  to.asked += survey.asked ? 1 : 0;
  if (!survey.answered) {
    return;
  }
  ++to.answered;
  to.ease += survey.ease;
  to.points += survey.score;
  to.weight += survey.weight;
  const auto count = [&survey](bool counts, std::int64_t& n, std::int64_t& weight) {
    n += counts ? 1 : 0;
    weight += counts ? survey.weight : 0;
  };
  count(survey.satisfied, to.satisfied, to.weighed_satisfied);
  count(survey.promoter, to.promoters, to.weighed_promoters);
  count(survey.detractor, to.detractors, to.weighed_detractors);
}

/// Only those who end before the horizon: of who is left then, the quick ones would be missing.
void add_week(std::vector<WeekTally>& weeks, const JourneyRow& row, Outcome outcome) {
  const auto week = static_cast<std::size_t>((row.arrival + row.duration) / ticks_per_week);
  if (week >= weeks.size()) {
    return;
  }
  WeekTally& to = weeks[week];
  ++to.finished;
  to.served += outcome == Outcome::served ? 1 : 0;
  to.gave_up += outcome == Outcome::lost ? 1 : 0;
  to.remembered += to_fixed(static_cast<double>(row.remembered));
}

} // namespace

void Tally::add_step(std::size_t step, Ticks at) {
  const auto week = static_cast<std::size_t>(at / ticks_per_week);
  if (week < shape.n_weeks) { // later nobody comes who counts
    ++steps[step * shape.n_weeks + week];
  }
}

void Tally::add_journey(const JourneyRow& row, const std::vector<Outcome>& exit_outcomes) {
  PersonaTally& to = personas[static_cast<std::size_t>(row.persona)];
  ++to.journeys;
  to.visits += row.n_visits;
  to.told += row.told ? 1 : 0;
  add_agreements(to, row);
  add_answer(to.survey, row.survey);
  if (row.exit < 0) {
    ++to.censored;
    add_spell(row, n_spell_ends - 1);
  } else {
    const Outcome outcome = exit_outcomes[static_cast<std::size_t>(row.exit)];
    add_finished(to, row, outcome);
    add_spell(row, static_cast<std::size_t>(outcome));
    add_week(weeks, row, outcome);
  }
}

void Tally::add_spell(const JourneyRow& row, std::size_t end) {
  if (shape.watched <= 0) {
    return;
  }
  const auto n = static_cast<std::int64_t>(n_spell_bins);
  const std::int64_t bin = std::clamp<std::int64_t>(row.duration * n / shape.watched, 0, n - 1);
  SpellTally& spell =
      spells[(static_cast<std::size_t>(row.persona) * n_spell_ends + end) * n_spell_bins +
             static_cast<std::size_t>(bin)];
  ++spell.journeys;
  spell.duration += row.duration;
}

namespace {

template <class Vector> void add_all(Vector& to, const Vector& from) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i] += from[i];
  }
}

} // namespace

PersonaTally& operator+=(PersonaTally& to, const PersonaTally& from) {
  to.journeys += from.journeys;
  to.finished += from.finished;
  to.censored += from.censored;
  to.visits += from.visits;
  to.silent += from.silent;
  to.told += from.told;
  to.readers += from.readers;
  to.stars_read += from.stars_read;
  to.stayed_away += from.stayed_away;
  add_all(to.outcomes, from.outcomes);
  to.remembered += from.remembered;
  to.experienced += from.experienced;
  to.trust += from.trust;
  to.effort += from.effort;
  to.duration += from.duration;
  to.waited_front += from.waited_front;
  to.waited_back += from.waited_back;
  to.value += from.value;
  to.booked += from.booked;
  to.paid += from.paid;
  to.risk += from.risk;
  to.risk_taken += from.risk_taken;
  to.potential += from.potential;
  add_all(to.agreement_of, from.agreement_of);
  add_all(to.agreement_met, from.agreement_met);
  add_all(to.kept_one, from.kept_one);
  add_all(to.missed_other, from.missed_other);
  to.survey += from.survey;
  add_all(to.remembered_bins, from.remembered_bins);
  return to;
}

SurveyTally& operator+=(SurveyTally& to, const SurveyTally& from) {
  to.satisfaction += from.satisfaction;
  to.asked += from.asked;
  to.answered += from.answered;
  to.satisfied += from.satisfied;
  to.promoters += from.promoters;
  to.detractors += from.detractors;
  to.ease += from.ease;
  to.points += from.points;
  to.weight += from.weight;
  to.weighed_satisfied += from.weighed_satisfied;
  to.weighed_promoters += from.weighed_promoters;
  to.weighed_detractors += from.weighed_detractors;
  return to;
}

VisitTally& operator+=(VisitTally& to, const VisitTally& from) {
  to.visits += from.visits;
  to.affect += from.affect;
  to.remembered += from.remembered;
  to.waits += from.waits;
  to.wait += from.wait;
  return to;
}

WeekTally& operator+=(WeekTally& to, const WeekTally& from) {
  to.finished += from.finished;
  to.served += from.served;
  to.gave_up += from.gave_up;
  to.remembered += from.remembered;
  return to;
}

SpellTally& operator+=(SpellTally& to, const SpellTally& from) {
  to.journeys += from.journeys;
  to.duration += from.duration;
  return to;
}

ResourceTally& operator+=(ResourceTally& to, const ResourceTally& from) {
  to.busy += from.busy;
  to.open += from.open;
  to.started += from.started;
  to.wait += from.wait;
  to.offered += from.offered;
  to.joined += from.joined;
  to.parted += from.parted;
  to.line_area += from.line_area;
  to.line_waits += from.line_waits;
  return to;
}

Tally& Tally::operator+=(const Tally& other) {
  assert(shape == other.shape);
  add_all(personas, other.personas);
  add_all(visits, other.visits);
  add_all(affect_bins, other.affect_bins);
  add_all(flow, other.flow);
  add_all(resources, other.resources);
  add_all(spells, other.spells);
  add_all(ledger, other.ledger);
  add_all(value_bins, other.value_bins);
  add_all(value_sums, other.value_sums);
  add_all(present, other.present);
  add_all(hours, other.hours);
  add_all(wait_bins, other.wait_bins);
  add_all(weeks, other.weeks);
  add_all(steps, other.steps);
  events += other.events;
  return *this;
}

} // namespace sojourn
