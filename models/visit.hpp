// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/appraise.hpp"
#include "models/deliberate.hpp"
#include "models/mechanisms/adaptation.hpp"
#include "models/mechanisms/anchoring.hpp"
#include "models/mechanisms/announced_wait.hpp"
#include "models/mechanisms/availability.hpp"
#include "models/mechanisms/beta_trust.hpp"
#include "models/mechanisms/expectation.hpp"
#include "models/mechanisms/fading.hpp"
#include "models/mechanisms/negativity.hpp"
#include "models/mechanisms/patience.hpp"
#include "models/mechanisms/peak_end.hpp"
#include "models/mechanisms/waiting.hpp"
#include "models/people/view.hpp"

// The one place where the mechanisms are composed, with appraise.hpp for what is felt and
// deliberate.hpp for what tilts a choice. One
// visit is five stages, always in this order:
//   appraise -> believe -> remember -> recall -> (the engine: promise heard) -> deliberate
// An event is judged against the expectation held before it, so believe may not come first. Every
// stage runs on one person or on a register of people with the same bits: without branches, a
// mechanism of strength 0 left out by select; alone, without what `nobody` needs. A visit without
// any event changes nothing. The engine sets the inputs of Field (level_quality .. days) before.
// With inputs and traits inside their declared ranges no stage can produce NaN or infinity.
namespace sojourn::inline SOJOURN_TARGET {

/// Expectations move by the surprises of the dimensions with an event; so does their variance.
template <class P> SOJOURN_INLINE void believe_expectation(P& person) {
  using F = typename P::F;
  const F strength = person.trait(Parameter::expectation_strength);
  if (nobody(strength > 0.0F)) {
    return;
  }
  const F variance = person.get(Field::expectation_variance);
  const F gain = kalman_gain(variance, person.trait(Parameter::expectation_noise));
  F events = broadcast<F>(0);
  for (std::size_t i = 0; i < n_dimensions; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    const Field field = expectation_of(dimension);
    const F event = person.get(event_of(dimension));
    if (nobody(event > 0.0F)) {
      continue;
    }
    const F held = person.get(field);
    const F moved = updated_expectation(held, gap_on(person, dimension), strength, gain);
    person.set(field, select(event > 0.0F, moved, held));
    events = events + event;
  }
  const F moved =
      updated_variance(variance, strength, gain, person.trait(Parameter::expectation_drift));
  person.set(Field::expectation_variance, select(events > 0.0F, moved, variance));
}

/// People get used to the levels of the dimensions with an event.
template <class P> SOJOURN_INLINE void believe_adapted(P& person) {
  using F = typename P::F;
  const F strength = person.trait(Parameter::adaptation_strength);
  if (nobody(strength > 0.0F)) {
    return;
  }
  for (std::size_t i = 0; i < n_dimensions; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    const auto event = person.get(event_of(dimension)) > 0.0F;
    if (nobody(event)) {
      continue;
    }
    const Field field = adapted_of(dimension);
    const F held = person.get(field);
    const F moved = adapted_after(person.get(level_of(dimension)), held, strength,
                                  person.trait(Parameter::adaptation_rate),
                                  person.trait(Parameter::adaptation_losses));
    person.set(field, select(event, moved, held));
  }
}

/// Trust by the sign of the affect, then by the promise; both where there was one.
template <class P> SOJOURN_INLINE void believe_trust(P& person) {
  using F = typename P::F;
  const TrustRule<F> rule = {
      person.trait(Parameter::trust_strength), person.trait(Parameter::trust_gain),
      person.trait(Parameter::trust_loss), person.trait(Parameter::trust_record),
      person.trait(Parameter::trust_failure)};
  if (nobody(rule.strength > 0.0F)) {
    return;
  }
  const auto one_of = [](auto which, const TrustRecord<F>& yes, const TrustRecord<F>& no) {
    return TrustRecord<F>{select(which, yes.trust, no.trust), select(which, yes.seen, no.seen)};
  };
  const TrustRecord<F> held = {person.get(Field::trust), person.get(Field::trust_seen)};
  const TrustRecord<F> lived =
      one_of(person.get(Field::affect) >= 0.0F, after_good(held, rule), after_bad(held, rule));
  const TrustRecord<F> felt = one_of(touched(person) > 0.0F, lived, held);
  const F verdict = person.get(Field::promise_verdict);
  if (nobody(verdict != 0.0F)) {
    person.set(Field::trust, felt.trust);
    person.set(Field::trust_seen, felt.seen);
    return;
  }
  const TrustRecord<F> kept = one_of(verdict > 0.0F, after_good(felt, rule), felt);
  const TrustRecord<F> trust = one_of(verdict < 0.0F, after_bad(felt, rule), kept);
  person.set(Field::trust, trust.trust);
  person.set(Field::trust_seen, trust.seen);
}

/// The stock of effort grows by what this visit cost.
template <class P> SOJOURN_INLINE void believe_effort(P& person) {
  using F = typename P::F;
  const F effort = person.get(Field::effort);
  person.set(Field::effort, select(person.get(Field::event_effort) > 0.0F,
                                   effort - person.get(Field::level_effort), effort));
}

/// Beliefs after the affect is known: expectations, what one is used to, trust, the stock of
/// effort.
template <class P> SOJOURN_INLINE void believe(P& person) {
  believe_expectation(person);
  believe_adapted(person);
  believe_trust(person);
  believe_effort(person);
}

/// Peak, trough and signed extreme; they also see the stretches between news.
template <class P> SOJOURN_INLINE void remember_extremes(P& person) {
  using F = typename P::F;
  const F affect = person.get(Field::affect);
  const auto segments = person.get(Field::has_segments) > 0.0F;
  const F high = select(segments, max(affect, person.get(Field::segment_peak)), affect);
  const F low = select(segments, min(affect, person.get(Field::segment_trough)), affect);
  const F strength = person.trait(Parameter::negativity_strength);
  const F kappa = person.trait(Parameter::negativity_weight);
  const auto heavier = [&](F former, F latest) {
    return more_extreme(former, encoding_weight(former, strength, kappa), latest,
                        encoding_weight(latest, strength, kappa));
  };
  // The visit's own affect is the latest; of two equal stretches the lower one is kept.
  const F extreme = heavier(heavier(high, low), affect);
  const auto touch = touched(person) > 0.0F;
  const auto first = person.get(Field::count) == 0.0F;
  const auto keep = [&](Field field, F fresh, F merged) {
    const F next = select(first, fresh, merged);
    person.set(field, select(touch, next, person.get(field)));
  };
  keep(Field::peak, high, max(person.get(Field::peak), high));
  keep(Field::trough, low, min(person.get(Field::trough), low));
  keep(Field::extreme, extreme, heavier(person.get(Field::extreme), extreme));
}

/// Running sums over memory events, from which mean, trend and integral follow.
template <class P> SOJOURN_INLINE void remember_sums(P& person) {
  using F = typename P::F;
  const auto touch = touched(person) > 0.0F;
  const F affect = person.get(Field::affect);
  const F count = person.get(Field::count) + 1.0F;
  const F weight = encoding_weight(affect, person.trait(Parameter::negativity_strength),
                                   person.trait(Parameter::negativity_weight));
  const auto add = [&](Field field, F addition) {
    const F sum = person.get(field);
    person.set(field, select(touch, sum + addition, sum));
  };
  add(Field::affect_sum, affect);
  add(Field::weight_sum, weight);
  add(Field::weighted_affect, weight * affect);
  add(Field::index_sum, count * affect);
  add(Field::integral, affect * person.get(Field::hours));
  person.set(Field::end, select(touch, affect, person.get(Field::end)));
  person.set(Field::count, select(touch, count, person.get(Field::count)));
}

/// What a person remembers of a touchpoint, `days` after the last event there.
template <class P>
SOJOURN_INLINE RememberedPlace<typename P::F>
memory_after(const P& person, const RememberedPlace<typename P::F>& place, typename P::F days) {
  using F = typename P::F;
  if (nobody(place.weight > 0.0F)) { // nothing yet, of which nothing is left
    return place;
  }
  const F fading = person.trait(Parameter::fading_strength);
  const F left = recency(days, person.trait(Parameter::availability_half_life));
  return aged(place, left, affect_left(days, fading, person.trait(Parameter::fading_good)),
              affect_left(days, fading, person.trait(Parameter::fading_bad)));
}

/// What comes to mind of a touchpoint `days` after the last event there, affect points: weights
/// fade alike, so only what is left of the affect counts.
template <class P>
SOJOURN_INLINE typename P::F
comes_to_mind(const P& person, const RememberedPlace<typename P::F>& place, typename P::F days) {
  using F = typename P::F;
  if (nobody(place.weight > 0.0F)) {
    return broadcast<F>(0);
  }
  const F fading = person.trait(Parameter::fading_strength);
  return anticipated(aged(place, broadcast<F>(1),
                          affect_left(days, fading, person.trait(Parameter::fading_good)),
                          affect_left(days, fading, person.trait(Parameter::fading_bad))));
}

/// The memory of this touchpoint: fades with wall time, then takes in the event by its salience.
template <class P> SOJOURN_INLINE void remember_available(P& person) {
  using F = typename P::F;
  if (nobody(person.trait(Parameter::availability_strength) > 0.0F)) {
    return;
  }
  const F affect = person.get(Field::affect);
  const F weight = salience(affect, person.trait(Parameter::availability_salience));
  const RememberedPlace<F> held = {person.get(Field::available_good),
                                   person.get(Field::available_bad),
                                   person.get(Field::available_weight)};
  const RememberedPlace<F> next =
      with_event(memory_after(person, held, person.get(Field::days)), affect, weight);
  const auto touch = touched(person) > 0.0F;
  const F strength = person.trait(Parameter::availability_strength);
  const auto keep = [&](Field field, F former, F latest) {
    person.set(field, select(touch, select(strength > 0.0F, latest, former), former));
  };
  keep(Field::available_good, held.good, next.good);
  keep(Field::available_bad, held.bad, next.bad);
  keep(Field::available_weight, held.weight, next.weight);
}

/// One memory event, after appraise.
template <class P> SOJOURN_INLINE void remember(P& person) {
  remember_extremes(person);
  remember_sums(person);
  remember_available(person);
}

/// What the memory of the journey consists of, from its running sums. All 0 without memory.
template <class P> SOJOURN_INLINE PeakEnd<typename P::F> lived(const P& person) {
  using F = typename P::F;
  const F weight = person.get(Field::weight_sum);
  const F mean =
      person.get(Field::weighted_affect) / select(weight > 0.0F, weight, broadcast<F>(1));
  return {mean,
          person.get(Field::peak),
          person.get(Field::trough),
          person.get(Field::end),
          person.get(Field::integral),
          trend_of(person.get(Field::index_sum), person.get(Field::affect_sum),
                   person.get(Field::count)),
          person.get(Field::begin),
          person.get(Field::extreme)};
}

template <class P> SOJOURN_INLINE PeakEnd<typename P::F> memory_weights(const P& person) {
  return {person.trait(Parameter::peak_end_mean),     person.trait(Parameter::peak_end_peak),
          person.trait(Parameter::peak_end_trough),   person.trait(Parameter::peak_end_end),
          person.trait(Parameter::peak_end_integral), person.trait(Parameter::peak_end_trend),
          person.trait(Parameter::peak_end_begin),    person.trait(Parameter::peak_end_extreme)};
}

/// What these weights make of the journey so far; 0 before any memory event (the mood on arrival
/// alone is no memory).
template <class P>
SOJOURN_INLINE typename P::F remembered_by(const P& person, const PeakEnd<typename P::F>& weights) {
  using F = typename P::F;
  const F remembered =
      remembered_utility(lived(person), weights, person.trait(Parameter::peak_end_strength));
  return select(person.get(Field::count) > 0.0F, remembered, broadcast<F>(0));
}

/// The remembered experience of the journey so far, affect points.
template <class P> SOJOURN_INLINE void recall(P& person) {
  person.set(Field::remembered, remembered_by(person, memory_weights(person)));
}

/// The same, asked `days` later; at once it is Field::remembered.
template <class P>
SOJOURN_INLINE typename P::F recalled_after(const P& person, typename P::F days) {
  return remembered_by(
      person, retained(memory_weights(person), days, person.trait(Parameter::peak_end_retention)));
}

/// One person who is known to be touched by this visit.
template <class P> class Touched : public P {
public:
  SOJOURN_INLINE explicit Touched(const P& person) : P(person) {}
};
template <class P> SOJOURN_INLINE typename P::F touched(const Touched<P>&) {
  return broadcast<typename P::F>(1);
}

/// After what it feels like: what is believed and remembered.
template <class P> SOJOURN_INLINE void take_in(P& person) {
  believe(person);
  remember(person);
  recall(person);
}

/// The stages up to what is remembered, in the one written order.
template <class P> SOJOURN_INLINE void experience(P& person) {
  appraise(person);
  if (nobody(touched(person) > 0.0F)) { // then no stage changes anything
    return;
  }
  if constexpr (Lanes<typename P::F>::width == 1) {
    Touched<P> alone(person);
    take_in(alone);
  } else {
    take_in(person);
  }
}

/// When patience that would have lasted `own` minutes ends, with `announced` minutes left to a time
/// that was announced: beyond it each minute raises the hazard of giving up 1 + s (g - 1) times.
template <class P>
SOJOURN_INLINE typename P::F patience_past(const P& person, typename P::F own,
                                           typename P::F announced) {
  const auto raise = person.trait(Parameter::patience_overdue) - 1.0F;
  return patience_announced(own, announced,
                            1.0F + person.trait(Parameter::patience_strength) * raise);
}

/// How strongly an announced time pulls this person's own, 0 .. 1.
template <class P> SOJOURN_INLINE typename P::F announcement_pull(const P& person) {
  return anchoring_pull(person.trait(Parameter::anchoring_strength),
                        person.trait(Parameter::anchoring_weight), person.get(Field::trust));
}

/// Felt minutes of a wait of `minutes` >= 0 by this person; `explained` is a factor on their
/// overestimate, 1 where nothing explains the wait.
template <class P>
SOJOURN_INLINE typename P::F
felt_minutes_of(const P& person, typename P::F minutes,
                typename P::F explained = broadcast<typename P::F>(1)) {
  return felt_minutes(minutes, person.trait(Parameter::waiting_strength),
                      person.trait(Parameter::waiting_overestimate) * explained,
                      person.trait(Parameter::waiting_scale),
                      person.trait(Parameter::waiting_exponent));
}

} // namespace sojourn::inline SOJOURN_TARGET
