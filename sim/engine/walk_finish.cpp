// SPDX-License-Identifier: Apache-2.0
#include "models/visit.hpp"
#include "sim/engine/walk.hpp"

// The end of a journey: its row, and what it means for the agreements.
namespace sojourn::inline SOJOURN_WORLD {

template <class P>
JourneyRow Walk::finish(const P& person, Traveller& traveller, std::int32_t exit, Ticks now) const {
  JourneyRow row;
  row.silent = traveller.silent;
  row.told = traveller.told;
  row.agent = traveller.agent;
  row.persona = traveller.persona;
  row.start = traveller.start;
  row.exit = exit;
  row.n_visits = traveller.n_visits;
  row.arrival = traveller.arrival;
  row.duration = now - traveller.arrival;
  row.waited_front = traveller.waited_front;
  row.waited_back = traveller.waited_back;
  const float count = person.get(Field::count);
  row.remembered = person.get(Field::remembered);
  row.experienced = count > 0 ? person.get(Field::affect_sum) / count : 0;
  row.peak = person.get(Field::peak);
  row.trough = person.get(Field::trough);
  row.last = person.get(Field::end);
  row.trust = person.get(Field::trust);
  row.effort = person.get(Field::effort);
  if (uses(plan_->survey.present)) {
    if (plan_->survey.at_end && exit >= 0) {
      ask(person, traveller);
    }
    row.satisfaction = satisfaction_of(person, traveller);
    row.survey = traveller.survey;
  }
  if (uses(!plan_->agreements.empty())) {
    close_agreements(person, traveller, row, now);
    forget_silent(traveller);
  }
  row.agreement_of = traveller.agreement_of;
  row.agreement_met = traveller.agreement_met;
  row.promise_taken = traveller.promise_taken;
  if (uses(traveller.promise.at >= 0) && traveller.promise_taken < 0) {
    row.promise_open = plan_->clock.elapsed(traveller.promise.at, now);
  }
  if (uses(plan_->keeps_books)) {
    settle(traveller, row);
  }
  return row;
}

void Walk::forget_silent(Traveller& traveller) const {
  for (std::size_t i = 0; traveller.silent && i < plan_->agreements.size(); ++i) {
    if (plan_->agreements[i].on_operations) {
      traveller.agreement_of &= ~(std::uint64_t{1} << i);
      traveller.agreement_met &= ~(std::uint64_t{1} << i);
    }
  }
}

template <class P>
float points_of(const P& person, const PlanAgreement& agreement, const JourneyRow& row) {
  switch (agreement.measure) {
  case AgreementMeasure::experienced:
    return row.experienced;
  case AgreementMeasure::effort:
    return row.effort;
  case AgreementMeasure::trust:
    return row.trust;
  case AgreementMeasure::satisfaction:
    return row.satisfaction;
  case AgreementMeasure::answer:
    return static_cast<float>(row.survey.score);
  case AgreementMeasure::ease:
    return static_cast<float>(row.survey.ease);
  case AgreementMeasure::remembered_experience:
  case AgreementMeasure::time_from_to:
  case AgreementMeasure::wait_at:
  case AgreementMeasure::past_announced:
    break;
  }
  return agreement.after_days > 0 ? recalled_after(person, agreement.after_days) : row.remembered;
}

template <class P>
bool Walk::judge(const P& person, const PlanAgreement& agreement, const JourneyRow& row) const {
  const float points = points_of(person, agreement, row);
  return agreement.at_most ? points <= agreement.points : points >= agreement.points;
}

template <class P>
void Walk::close_agreements(const P& person, Traveller& traveller, const JourneyRow& row,
                            Ticks now) const {
  for (std::size_t i = 0; i < plan_->agreements.size(); ++i) {
    const PlanAgreement& agreement = plan_->agreements[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (!is_time(agreement.measure)) {
      const bool known = is_answered(agreement.measure) ? row.survey.answered : row.exit >= 0;
      traveller.agreement_of |= known ? bit : 0;
      traveller.agreement_met |= known && judge(person, agreement, row) ? bit : 0;
    } else if (row.exit < 0 && (traveller.agreement_of & ~traveller.agreement_met & bit) != 0 &&
               agreement.measure == AgreementMeasure::time_from_to &&
               plan_->clock.elapsed(traveller.agreement_from[i], now) <= agreement.limit) {
      traveller.agreement_of &= ~bit; // unfinished and still within the target: not known
    }
  }
}

template JourneyRow Walk::finish(const PersonView<float>&, Traveller&, std::int32_t, Ticks) const;
template JourneyRow Walk::finish(const LaneView<float>&, Traveller&, std::int32_t, Ticks) const;

} // namespace sojourn::inline SOJOURN_WORLD
