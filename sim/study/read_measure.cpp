// SPDX-License-Identifier: Apache-2.0
#include "output/stats/missing.hpp"
#include "sim/engine/arrivals.hpp"
#include "sim/study/measures.hpp"

#include <algorithm>

namespace sojourn {

double Ratio::value() const { return denominator > 0 ? numerator / denominator : output::missing; }

std::vector<PersonaTally> groups_of(const Tally& tally) {
  std::vector<PersonaTally> groups{empty_persona(tally.shape.n_agreements)};
  for (const PersonaTally& persona : tally.personas) {
    groups[0] += persona;
    groups.push_back(persona);
  }
  return groups;
}

double relationship_per_week(const Scenario& arm) {
  double own = 0, shared = 0;
  for (const PersonaSpec& persona : arm.personas) {
    if (persona.relationship && persona.relationship->of_persona) {
      own += persona.relationship->cost_per_week;
    } else if (persona.relationship) {
      shared = persona.relationship->cost_per_week;
    }
  }
  return own + shared;
}

Books books_of(const Scenario& arm) {
  Books books;
  for (const ResourceSpec& resource : arm.resources) {
    books.cost_per_hour.push_back(resource.cost_per_hour / resource.at_once);
    books.by_busy_hour.push_back(resource.unlimited);
  }
  if (arm.one_off_cost != 0) {
    const double people = people_per_week(arm.arrivals);
    const double weeks = arm.one_off_spread_min * static_cast<double>(ticks_per_minute) /
                         static_cast<double>(ticks_per_week);
    books.one_off_per_journey =
        weeks > 0 && people > 0 ? arm.one_off_cost / (weeks * people) : output::missing;
  }
  if (const double cost = relationship_per_week(arm); cost != 0) {
    const double people = WeeklyRate(arm.arrivals.rate).per_week();
    books.relationship_per_journey = people > 0 ? cost / people : output::missing;
  }
  books.renewal = renewal_books(arm);
  books.indicators = indicator_books(arm);
  return books;
}

namespace {

double count(std::int64_t n) { return static_cast<double>(n); }

/// Mean of a fixed-point sum over finished journeys.
Ratio per_finished(std::int64_t fixed, const PersonaTally& people) {
  return {from_fixed(fixed), count(people.finished)};
}

Ratio share_ending(Outcome outcome, const PersonaTally& people) {
  return {count(people.outcomes[static_cast<std::size_t>(outcome)]), count(people.finished)};
}

Ratio agreement_kept(std::size_t agreement, const PersonaTally& people) {
  return {count(people.agreement_met[agreement]), count(people.agreement_of[agreement])};
}

/// Of those who kept one agreement and were judged by the other.
Ratio red_when_green(std::size_t agreement, std::size_t experience, const PersonaTally& people) {
  const std::size_t at = agreement * people.agreement_of.size() + experience;
  return {count(people.missed_other[at]), count(people.kept_one[at])};
}

/// Promoters less detractors in points; counts or weights.
Ratio net_promoters(std::int64_t promoters, std::int64_t detractors, std::int64_t of) {
  return {100 * (count(promoters) - count(detractors)), count(of)};
}

Ratio staff_cost(const Tally& tally, const PersonaTally& people, const Books& books) {
  double money = 0;
  for (std::size_t i = 0; i < tally.resources.size(); ++i) {
    const ResourceTally& resource = tally.resources[i];
    const std::int64_t ticks = books.by_busy_hour[i] ? resource.busy : resource.open;
    money += books.cost_per_hour[i] * count(ticks) / static_cast<double>(ticks_per_hour);
  }
  return {money, count(people.journeys)};
}

/// How journeys began and ended, and what was read before.
Ratio read_share(MeasureKind kind, const PersonaTally& people) {
  if (kind == MeasureKind::told) {
    return {count(people.told), count(people.journeys)};
  }
  if (kind == MeasureKind::rating) {
    return {from_fixed(people.stars_read), count(people.readers)};
  }
  if (kind == MeasureKind::stayed_away) { // of those who came and those who did not
    return {count(people.stayed_away), count(people.journeys + people.stayed_away)};
  }
  if (kind == MeasureKind::left_silently) {
    return {count(people.silent), count(people.finished)};
  }
  if (kind == MeasureKind::served) {
    return share_ending(Outcome::served, people);
  }
  if (kind == MeasureKind::gave_up) {
    return share_ending(Outcome::lost, people);
  }
  return share_ending(kind == MeasureKind::competitor ? Outcome::competitor : Outcome::off_boarded,
                      people);
}

Ratio minutes_per_finished(std::int64_t ticks, const PersonaTally& people) {
  return {count(ticks) / static_cast<double>(ticks_per_minute), count(people.finished)};
}

/// What the time of a journey is spent on.
Ratio read_time(MeasureKind kind, const PersonaTally& people) {
  if (kind == MeasureKind::waiting_front) {
    return minutes_per_finished(people.waited_front, people);
  }
  if (kind == MeasureKind::waiting_back) {
    return minutes_per_finished(people.waited_back, people);
  }
  if (kind == MeasureKind::occupied) {
    return minutes_per_finished(people.duration - people.waited_front - people.waited_back, people);
  }
  return minutes_per_finished(people.duration, people);
}

/// What the provider hears.
Ratio read_survey(MeasureKind kind, const PersonaTally& people) {
  const SurveyTally& survey = people.survey;
  if (kind == MeasureKind::satisfaction) {
    return per_finished(survey.satisfaction, people);
  }
  if (kind == MeasureKind::csat) {
    return {count(survey.satisfied), count(survey.answered)};
  }
  if (kind == MeasureKind::csat_corrected) {
    return {count(survey.weighed_satisfied), count(survey.weight)};
  }
  if (kind == MeasureKind::nps) {
    return net_promoters(survey.promoters, survey.detractors, survey.answered);
  }
  if (kind == MeasureKind::nps_corrected) {
    return net_promoters(survey.weighed_promoters, survey.weighed_detractors, survey.weight);
  }
  if (kind == MeasureKind::ces) {
    return {count(survey.ease), count(survey.answered)};
  }
  if (kind == MeasureKind::response_rate) {
    return {count(survey.answered), count(survey.asked)};
  }
  return {};
}

/// The parts have different denominators, so the whole is given per journey.
Ratio net_value(const Tally& tally, const PersonaTally& people, const Books& books) {
  const std::int64_t kept = people.booked - people.risk - people.risk_taken;
  const double value = per_finished(kept, people).value();
  const double cost = staff_cost(tally, people, books).value();
  return {value - cost - books.one_off_per_journey - books.relationship_per_journey, 1};
}

/// How people are at the end.
Ratio read_state(MeasureKind kind, const PersonaTally& people) {
  const std::int64_t sum = kind == MeasureKind::experienced ? people.experienced
                           : kind == MeasureKind::trust     ? people.trust
                           : kind == MeasureKind::effort    ? people.effort
                                                            : people.remembered;
  return per_finished(sum, people);
}

/// What is gained, paid and spent, each for itself.
Ratio read_money(MeasureKind kind, const PersonaTally& people) {
  if (kind == MeasureKind::value) {
    return per_finished(people.booked, people);
  }
  if (kind == MeasureKind::value_realised) {
    return per_finished(people.value, people);
  }
  if (kind == MeasureKind::risk) {
    return per_finished(people.risk, people);
  }
  if (kind == MeasureKind::risk_taken) {
    return per_finished(people.risk_taken, people);
  }
  return per_finished(
      kind == MeasureKind::paid ? people.paid : people.booked - people.paid - people.risk, people);
}

Ratio indicated(const Measure& measure, const Tally& tally, const PersonaTally& everyone,
                const Books& books) {
  const auto& all = books.indicators.all;
  const auto found = std::find_if(all.begin(), all.end(), [&](const IndicatorSpec& each) {
    return each.id == measure.info.id; // a variant may lack it
  });
  return found == all.end() ? Ratio{}
                            : Ratio{brought(*found, tally),
                                    weeks_counted(books.indicators, tally, everyone.journeys)};
}

Ratio renewed(const Tally& tally, const PersonaTally& everyone, const Books& books) {
  if (everyone.finished == 0) {
    return {};
  }
  RenewalInputs known = renewal_inputs(tally, everyone, books.renewal);
  known.goals = goal_odds(books.indicators, tally, everyone.journeys);
  return {renewal_chance(books.renewal.weights, known), 1};
}

/// What takes the whole of a replication.
Ratio read_whole(const Measure& measure, const Tally& tally, const PersonaTally& everyone,
                 const Books& books) {
  if (measure.kind == MeasureKind::indicator) {
    return indicated(measure, tally, everyone, books);
  }
  if (measure.kind == MeasureKind::renewal) {
    return renewed(tally, everyone, books);
  }
  return measure.kind == MeasureKind::cost ? staff_cost(tally, everyone, books)
                                           : net_value(tally, everyone, books);
}

double one_off_or_relationship(MeasureKind kind, const Books& books) {
  return kind == MeasureKind::one_off ? books.one_off_per_journey : books.relationship_per_journey;
}

Ratio per_journey(MeasureKind kind, const PersonaTally& people) {
  return {count(kind == MeasureKind::visits ? people.visits : people.censored),
          count(people.journeys)};
}

} // namespace

Ratio read(const Measure& measure, const Tally& tally, const PersonaTally& people, bool everyone,
           const Books& books) {
  if (!everyone && !measure.info.per_person) {
    return {};
  }
  switch (measure.kind) {
  case MeasureKind::remembered_experience:
  case MeasureKind::experienced:
  case MeasureKind::trust:
  case MeasureKind::effort:
    return read_state(measure.kind, people);
  case MeasureKind::agreement:
    return agreement_kept(static_cast<std::size_t>(measure.agreement), people);
  case MeasureKind::served:
  case MeasureKind::gave_up:
  case MeasureKind::left_silently:
  case MeasureKind::told:
  case MeasureKind::rating:
  case MeasureKind::stayed_away:
  case MeasureKind::competitor:
  case MeasureKind::off_boarded:
    return read_share(measure.kind, people);
  case MeasureKind::time_in_system:
  case MeasureKind::waiting_front:
  case MeasureKind::waiting_back:
  case MeasureKind::occupied:
    return read_time(measure.kind, people);
  case MeasureKind::value:
  case MeasureKind::value_realised:
  case MeasureKind::paid:
  case MeasureKind::risk:
  case MeasureKind::risk_taken:
  case MeasureKind::net_benefit:
    return read_money(measure.kind, people);
  case MeasureKind::one_off:
  case MeasureKind::relationship:
    return {one_off_or_relationship(measure.kind, books), 1};
  case MeasureKind::indicator:
  case MeasureKind::renewal:
  case MeasureKind::cost:
  case MeasureKind::net_value:
    return read_whole(measure, tally, people, books);
  case MeasureKind::satisfaction:
  case MeasureKind::csat:
  case MeasureKind::csat_corrected:
  case MeasureKind::nps:
  case MeasureKind::nps_corrected:
  case MeasureKind::ces:
  case MeasureKind::response_rate:
    return read_survey(measure.kind, people);
  case MeasureKind::watermelon:
    return red_when_green(static_cast<std::size_t>(measure.agreement),
                          static_cast<std::size_t>(measure.experience), people);
  case MeasureKind::visits:
  case MeasureKind::censored:
    return per_journey(measure.kind, people);
  }
  return {};
}

} // namespace sojourn
