// SPDX-License-Identifier: Apache-2.0
#include "models/luck/normal.hpp"
#include "models/luck/stream.hpp"
#include "sim/engine/walk.hpp"

#include <algorithm>

// The reported layer: what people say when they are asked, and what is prescribed instead of felt.
// Luck of its own (Purpose::survey), and nothing is written to the person.
namespace sojourn::inline SOJOURN_WORLD {

template <class P> void Walk::feel_exactly(P& person, float affect) const {
  for (std::size_t d = 1; d < n_dimensions; ++d) {
    person.set(event_of(static_cast<Dimension>(d)), 0);
  }
  person.set(Field::promise_gap, 0);
  person.set(Field::has_segments, 0);
  person.set(Field::event_quality, 1);
  // On top of what the person is used to and just as expected, so that no mechanism bends it.
  const float level = affect + person.get(Field::adapted_quality);
  person.set(Field::level_quality, level);
  person.set(Field::written_quality, level - person.get(Field::expectation_quality));
}

template <class P> void Walk::note_surprise(const P& person, Traveller& traveller) const {
  float surprise = person.get(Field::promise_gap), expected = 0;
  bool any = surprise != 0;
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    const auto dimension = static_cast<Dimension>(d);
    if (person.get(event_of(dimension)) > 0) {
      const float gap = gap_on(person, dimension);
      surprise += gap;
      expected += person.get(level_of(dimension)) - gap;
      any = true;
    }
  }
  if (any) {
    traveller.surprise += surprise;
    traveller.expected += expected;
    ++traveller.surprises;
  }
}

/// The memory that speaks when the question comes.
template <class P> float Walk::memory_asked(const P& person) const {
  const float days = plan_->survey.after_days;
  return days > 0 ? recalled_after(person, days) : person.get(Field::remembered);
}

template <class P> float Walk::satisfaction_of(const P& person, const Traveller& traveller) const {
  const float n = traveller.surprises > 0 ? static_cast<float>(traveller.surprises) : 1.0F;
  SatisfactionWeights weights = plan_->survey.weights;
  weights.tolerance *= bend(traveller.persona, traveller.agent, CultureTarget::tolerance);
  return satisfaction(memory_asked(person), traveller.surprise / n, person.get(Field::trust),
                      weights, traveller.expected / n);
}

template <class P> void Walk::ask(const P& person, Traveller& traveller) const {
  const PlanSurvey& survey = plan_->survey;
  const Address at{plan_->seed, replication_, traveller.agent, 0, 0};
  const auto luck = words(at, Purpose::survey);
  SurveyAnswer& answer = traveller.survey;
  if (survey.asked != 0xffffffffU && luck[3] >= survey.asked) {
    return;
  }
  answer.asked = true;
  const double chance = survey.everybody_answers
                            ? 1.0
                            : answer_chance(survey.base, survey.extremity, survey.tilt,
                                            static_cast<double>(memory_asked(person)));
  answer.answered = survey.everybody_answers || uniform_open(luck[0]) < chance;
  if (!answer.answered) {
    return;
  }
  const PlanPersona& who = plan_->personas[static_cast<std::size_t>(traveller.persona)];
  const float style = at_word<float>(who.answering_style, plan_->tables.rows(), luck[1]);
  const float noise = survey.noise * normal_from_word<float>(luck[2]);
  const float extremity = bend(traveller.persona, traveller.agent, CultureTarget::answer_extremity);
  const float meant = satisfaction_of(person, traveller);
  const float told = extremity == 1.0F ? meant : 5.0F + extremity * (meant - 5.0F);
  const int score = told_point(told + style + noise, 0, 10);
  const float more_noise = survey.noise * normal_from_word<float>(words(at, Purpose::survey, 1)[0]);
  const float ease = 7.0F - survey.effort_scale * person.get(Field::effort) + more_noise;
  answer.score = static_cast<std::int8_t>(score);
  answer.ease = static_cast<std::int8_t>(told_point(ease, 1, 7));
  answer.satisfied = score >= survey.satisfied_from;
  answer.promoter = score >= survey.promoters_from;
  answer.detractor = score <= survey.detractors_to;
  answer.weight = to_fixed(1 / chance);
}

template void Walk::feel_exactly(PersonView<float>&, float) const;
template void Walk::feel_exactly(LaneView<float>&, float) const;
template void Walk::note_surprise(const PersonView<float>&, Traveller&) const;
template void Walk::note_surprise(const LaneView<float>&, Traveller&) const;
template float Walk::satisfaction_of(const PersonView<float>&, const Traveller&) const;
template float Walk::satisfaction_of(const LaneView<float>&, const Traveller&) const;
template void Walk::ask(const PersonView<float>&, Traveller&) const;
template void Walk::ask(const LaneView<float>&, Traveller&) const;

} // namespace sojourn::inline SOJOURN_WORLD
