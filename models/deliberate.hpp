// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/choice.hpp"
#include "models/mechanisms/choice_overload.hpp"
#include "models/mechanisms/effort.hpp"
#include "models/mechanisms/goal_gradient.hpp"
#include "models/mechanisms/present_bias.hpp"
#include "models/mechanisms/prospect.hpp"
#include "models/mechanisms/row_terms.hpp"
#include "models/mechanisms/status_quo.hpp"
#include "models/mechanisms/sunk_cost.hpp"
#include "models/mechanisms/trust.hpp"
#include "models/people/view.hpp"

// The last stage of a visit: what tilts the choice of what comes next, mechanism by mechanism. An
// option is tilted by its kind (leaving), by where it leads (going on) and by what it says of
// itself.
namespace sojourn::inline SOJOURN_TARGET {

/// Affect points by which the memory of the journey speaks for leaving: as bad as it is.
template <class P> SOJOURN_INLINE typename P::F bad_memory(const P& person) {
  using F = typename P::F;
  const F zero = broadcast<F>(0);
  const F peak_end = person.trait(Parameter::peak_end_strength);
  const F patience = person.trait(Parameter::patience_strength);
  const F outside =
      select(patience > 0.0F, patience * person.trait(Parameter::patience_outside), zero);
  return select(peak_end > 0.0F, peak_end * (outside - person.get(Field::remembered)), zero);
}

template <class P> SOJOURN_INLINE typename P::F lost_trust(const P& person) {
  return distrust(person.get(Field::trust), person.trait(Parameter::trust_start),
                  person.trait(Parameter::trust_strength),
                  person.trait(Parameter::trust_exit_weight));
}

template <class P> SOJOURN_INLINE typename P::F tired(const P& person) {
  return effort_tilt(person.get(Field::effort), person.trait(Parameter::effort_strength),
                     person.trait(Parameter::effort_weight));
}

template <class P> SOJOURN_INLINE typename P::F held_by_spending(const P& person) {
  if (nobody(person.trait(Parameter::sunk_cost_strength) > 0.0F)) {
    return broadcast<typename P::F>(0);
  }
  const auto spent =
      spent_in_all(person.get(Field::spent_minutes), person.trait(Parameter::sunk_cost_time),
                   person.get(Field::spent_money), person.trait(Parameter::sunk_cost_money));
  return sunk_cost_hold(
      spent, person.get(Field::age_days), person.trait(Parameter::sunk_cost_strength),
      person.trait(Parameter::sunk_cost_weight), person.trait(Parameter::sunk_cost_fades));
}

template <class P> SOJOURN_INLINE typename P::F held_by_goal(const P& person) {
  if (nobody(person.trait(Parameter::goal_gradient_strength) > 0.0F)) {
    return broadcast<typename P::F>(0);
  }
  return goal_hold(goal_progress(person.get(Field::goal_here), person.get(Field::goal_start)),
                   person.trait(Parameter::goal_gradient_strength),
                   person.trait(Parameter::goal_gradient_weight));
}

/// What speaks for an exit that ends `lost`: calls `add(mechanism, F)` for each mechanism, 0 where
/// it is off. First in affect points, which the choice sensitivity scales ...
template <class P, class Add> SOJOURN_INLINE void leaving_affect(const P& person, const Add& add) {
  add(Mechanism::peak_end, bad_memory(person));
  add(Mechanism::trust, lost_trust(person));
}

/// ... then in log-odds.
template <class P, class Add>
SOJOURN_INLINE void leaving_log_odds(const P& person, const Add& add) {
  add(Mechanism::effort, tired(person));
  add(Mechanism::sunk_cost, -held_by_spending(person));
  add(Mechanism::goal_gradient, -held_by_goal(person));
}

/// Patience gives way as leaving is attractive.
template <class P> SOJOURN_INLINE void tilt_leaving(P& person, typename P::F leave) {
  using F = typename P::F;
  const F patience = person.trait(Parameter::patience_strength);
  person.set(Field::tilt_leave, leave);
  person.set(Field::tilt_wait, select(patience > 0.0F, patience * leave, broadcast<F>(0)));
}

/// The tilts of what comes next by affect, after recall. `choice_sensitivity` is theta, log-odds
/// per affect point, >= 0.
template <class P>
SOJOURN_INLINE void deliberate_affect(P& person, typename P::F choice_sensitivity) {
  using F = typename P::F;
  F leave = broadcast<F>(0);
  leaving_affect(person, [&leave](Mechanism, F affect) { leave = leave + affect; });
  tilt_leaving(person, choice_sensitivity * leave);
}

/// Affect points of going on to a touchpoint that is anticipated to feel like this: as attractive
/// as what comes to mind.
template <class P>
SOJOURN_INLINE typename P::F going_on(const P& person, typename P::F anticipated) {
  using F = typename P::F;
  const F strength = person.trait(Parameter::availability_strength);
  return select(strength > 0.0F, strength * anticipated, broadcast<F>(0));
}

/// What speaks in log-odds, on top of affect.
template <class P> SOJOURN_INLINE void deliberate_log_odds(P& person) {
  using F = typename P::F;
  F leave = person.get(Field::tilt_leave);
  leaving_log_odds(person, [&leave](Mechanism, F tilt) { leave = leave + tilt; });
  tilt_leaving(person, leave);
}

/// The tilts of the kinds of option, after recall. With all strengths 0 every tilt is 0.
template <class P> SOJOURN_INLINE void deliberate(P& person, typename P::F choice_sensitivity) {
  deliberate_affect(person, choice_sensitivity);
  deliberate_log_odds(person);
}

/// What the option marked as default gains, log-odds.
template <class P> SOJOURN_INLINE typename P::F default_tilt(const P& person) {
  return status_quo_tilt(person.trait(Parameter::status_quo_strength),
                         person.trait(Parameter::status_quo_weight));
}

/// What a task (`is_task`) is worth, affect points: done now, and as put off for `defer_days`.
template <class F> struct TaskWorth { F now, put_off; };
template <class P>
SOJOURN_INLINE TaskWorth<typename P::F> task_worth(const P& person, const RowTerms& task,
                                                   float defer_days) {
  using F = typename P::F;
  const F beta = person.trait(Parameter::present_bias_beta);
  const F delta = person.trait(Parameter::present_bias_discount);
  const F believed = believed_beta(beta, person.trait(Parameter::present_bias_naivety));
  const F later = discounted(delta, F(task.benefit_days)) * F(task.benefit);
  const F wait = discounted(delta, F(defer_days));
  return {worth_now(beta, later, F(task.cost)),
          worth_put_off(beta, believed, wait, later, F(task.cost))};
}

/// Affect points by which present bias speaks for option j of a list of n: a task for itself, a way
/// of putting it off for the best of the tasks it puts off. One person at a time.
template <class P>
SOJOURN_INLINE typename P::F present_bias_gain(const P& person, const RowTerms* list, int n,
                                               int j) {
  using F = typename P::F;
  const F strength = person.trait(Parameter::present_bias_strength);
  F worth = F(0);
  if (list[j].is_task) {
    worth = task_worth(person, list[j], 0.0F).now;
  }
  for (int i = 0; list[j].defers && i < n; ++i) {
    worth = list[i].is_task ? max(worth, task_worth(person, list[i], list[j].defer_days).put_off)
                            : worth;
  }
  return strength > 0 ? strength * worth : F(0);
}

/// Affect points of a stated risk, as cumulative prospect theory values it; what its chances leave
/// is that nothing happens, which is worth 0.
template <class P> inline typename P::F stated_risk_gain(const P& person, const RowTerms& row) {
  using F = typename P::F;
  const F strength = person.trait(Parameter::probability_weighting_strength);
  if (!(strength > 0) || row.n_stated == 0) {
    return F(0);
  }
  std::array<F, max_stated> outcomes{}, chances{};
  for (std::size_t i = 0; i < row.n_stated; ++i) {
    outcomes[i] = F(row.outcomes[i]);
    chances[i] = F(row.chances[i]);
  }
  const F alpha = person.trait(Parameter::probability_weighting_exponent);
  const ProspectTaste<F> taste = {alpha, alpha,
                                  person.trait(Parameter::probability_weighting_ratio),
                                  person.trait(Parameter::probability_weighting_gains),
                                  person.trait(Parameter::probability_weighting_losses)};
  return strength * cumulative_value(std::span<const F>(outcomes.data(), row.n_stated),
                                     std::span<const F>(chances.data(), row.n_stated), taste);
}

template <class P> SOJOURN_INLINE typename P::F overload(const P& person, const RowTerms& row) {
  using F = typename P::F;
  return overload_tilt(F(row.log_options), person.trait(Parameter::choice_overload_strength),
                       person.trait(Parameter::choice_overload_weight),
                       person.trait(Parameter::choice_overload_few),
                       person.trait(Parameter::choice_overload_difficulty));
}

/// What option j of a list of n says of itself, one person at a time: calls `add(mechanism, F)` as
/// leaving_affect does, in affect points ...
template <class P, class Add>
SOJOURN_INLINE void option_affect(const P& person, const RowTerms* list, int n, int j,
                                  const Add& add) {
  add(Mechanism::present_bias, present_bias_gain(person, list, n, j));
  add(Mechanism::probability_weighting, stated_risk_gain(person, list[j]));
}

/// ... and in log-odds.
template <class P, class Add>
SOJOURN_INLINE void option_log_odds(const P& person, const RowTerms& row, const Add& add) {
  using F = typename P::F;
  add(Mechanism::status_quo, row.is_default ? default_tilt(person) : F(0));
  add(Mechanism::choice_overload, row.defers ? overload(person, row) : F(0));
}

/// The tilt of option j of a list of n by its own words, log-odds.
template <class P>
SOJOURN_INLINE typename P::F option_tilt(const P& person, typename P::F choice_sensitivity,
                                         const RowTerms* list, int n, int j) {
  using F = typename P::F;
  F affect = F(0), tilt = F(0);
  option_affect(person, list, n, j, [&affect](Mechanism, F gain) { affect = affect + gain; });
  option_log_odds(person, list[j], [&tilt](Mechanism, F more) { tilt = tilt + more; });
  return tilt + choice_sensitivity * affect;
}

/// Weights of the kinds of option for `choose`; `offered` is 1 for the kinds a list has, else 0.
template <class P>
SOJOURN_INLINE PerKind<typename P::F> option_weights(const P& person,
                                                     PerKind<typename P::F> offered) {
  using F = typename P::F;
  return kind_weights<F>({broadcast<F>(0), broadcast<F>(0), person.get(Field::tilt_leave)},
                         offered);
}

} // namespace sojourn::inline SOJOURN_TARGET
