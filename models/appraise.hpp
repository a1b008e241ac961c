// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/adaptation.hpp"
#include "models/mechanisms/loss_aversion.hpp"
#include "models/mechanisms/reference_dependence.hpp"
#include "models/mechanisms/reference_point.hpp"
#include "models/people/view.hpp"

// The first stage of a visit: what it feels like, against what the person holds it.
namespace sojourn::inline SOJOURN_TARGET {

/// z_d: how far the level lies from what was expected, affect points. On quality the expectation is
/// a deviation from what is written; on the other dimensions nothing is written.
template <class P> SOJOURN_INLINE typename P::F gap_on(const P& person, Dimension dimension) {
  using F = typename P::F;
  const F level = person.get(level_of(dimension));
  const F expected = person.get(expectation_of(dimension));
  return dimension == Dimension::quality ? (level - person.get(Field::written_quality)) - expected
                                         : level - expected;
}

/// 1 where this visit touched the person: an event on some dimension or a promise judged; else 0.
template <class P> SOJOURN_INLINE typename P::F touched(const P& person) {
  using F = typename P::F;
  F events = abs(person.get(Field::promise_gap)) + abs(person.get(Field::promise_verdict));
  for (std::size_t i = 0; i < n_dimensions; ++i) {
    events = events + person.get(event_of(static_cast<Dimension>(i)));
  }
  return select(events > 0.0F, broadcast<F>(1), broadcast<F>(0));
}

/// The level as somebody feels it who is used to some of it.
template <class P> SOJOURN_INLINE typename P::F noticed_on(const P& person, Dimension dimension) {
  return beyond_adapted(person.get(level_of(dimension)), person.get(adapted_of(dimension)),
                        person.trait(Parameter::adaptation_strength));
}

/// z_d, against what this person holds the level.
template <class P>
SOJOURN_INLINE typename P::F gap_to_reference(const P& person, Dimension dimension) {
  using F = typename P::F;
  const F level = person.get(level_of(dimension));
  const GapsTo<F> gaps = {gap_on(person, dimension), level - person.get(adapted_of(dimension)),
                          level - person.get(standard_of(dimension))};
  return gap_to(person.get(reference_of(dimension)), gaps);
}

/// What one dimension contributes to affect: x_d - a_d + s_ref eta z_d + s_la (lambda - 1) E_r
/// min(z_d, 0), a_d what the person is used to. Without `references` z_d is the gap to the
/// expectation, for people of whom nobody has another one; the bits are the same.
template <bool references, class P>
SOJOURN_INLINE typename P::F felt_on(const P& person, Dimension dimension) {
  using F = typename P::F;
  const F zero = broadcast<F>(0);
  F gap = gap_on(person, dimension), loss = min(gap, zero);
  // An expectation needs no more; its code is 0.
  if (references && !nobody(person.get(reference_of(dimension)) > 0.0F)) {
    gap = gap_to_reference(person, dimension);
    loss = expected_loss(gap, spread_of(person.get(reference_of(dimension)),
                                        person.get(Field::expectation_variance)));
  }
  const F affect = against_reference(noticed_on(person, dimension), gap,
                                     person.trait(Parameter::reference_dependence_strength),
                                     person.trait(Parameter::reference_dependence_gain));
  return with_losses(affect, loss, person.trait(Parameter::loss_aversion_strength),
                     person.trait(Parameter::loss_aversion_ratio));
}

/// Affect of the visit: the sum over the dimensions with an event, plus the promise, clamped.
template <bool references = true, class P> SOJOURN_INLINE void appraise(P& person) {
  using F = typename P::F;
  F affect = promise_affect(person.get(Field::promise_gap),
                            person.trait(Parameter::loss_aversion_strength),
                            person.trait(Parameter::loss_aversion_ratio));
  for (std::size_t i = 0; i < n_dimensions; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    if (nobody(person.get(event_of(dimension)) > 0.0F)) {
      continue;
    }
    const F felt = affect + felt_on<references>(person, dimension);
    affect = select(person.get(event_of(dimension)) > 0.0F, felt, affect);
  }
  person.set(Field::affect, clamp(affect, broadcast<F>(affect_low), broadcast<F>(affect_high)));
}

} // namespace sojourn::inline SOJOURN_TARGET
