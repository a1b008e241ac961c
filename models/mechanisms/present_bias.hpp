// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

#include <cstddef>
#include <span>

// Present bias (Laibson 1997 QJE 112:443; O'Donoghue & Rabin 1999 AER 89:103): everything that is
// not now counts beta.
//   doing it now feels worth          beta delta^tau b - c
//   putting it off feels worth        beta delta^D (delta^tau b - c) if the later self is believed
//                                     to do it: believed delta^tau b > c, else 0
//   believed = beta + nu (1 - beta)   nu 1: naive, 0: sophisticated, between: partially naive
// c cost now, b benefit after tau, D time until the next chance: affect points and days; beta,
// delta (per day), nu: 1. Neglected: that the later self may put it off once more.
namespace sojourn::inline SOJOURN_TARGET {

/// delta^days.
template <class F> SOJOURN_INLINE F discounted(F delta, F days) { return exp(days * log(delta)); }

/// The present bias a person believes to have later.
template <class F> SOJOURN_INLINE F believed_beta(F beta, F naivety) {
  return beta + naivety * (1.0F - beta);
}

/// What doing it now feels worth; `later` is delta^tau b.
template <class F> SOJOURN_INLINE F worth_now(F beta, F later, F cost) {
  return beta * later - cost;
}

/// What putting it off feels worth; `wait` is delta^D.
template <class F> SOJOURN_INLINE F worth_put_off(F beta, F believed, F wait, F later, F cost) {
  const auto done = believed * later > cost;
  return select(done, beta * wait * (later - cost), broadcast<F>(0));
}

/// In which period (from 0) a task is done that has to be done once, costs costs[t] in period t and
/// pays off too late for when to matter: O'Donoghue and Rabin's ladder. A self does it where that
/// costs no more than waiting seems to, and believes of later selves that they have `believed`.
/// Costs are not empty.
template <class F>
inline std::size_t period_done(std::span<const F> costs, F beta, F believed, F delta) {
  std::size_t done = costs.size() - 1;
  F waiting = costs.back(); // what waiting in period t + 1 seems to cost in the end
  for (std::size_t t = done; t-- > 0;) {
    const F next = costs[t + 1];
    const bool next_does = t + 2 == costs.size() || next <= believed * waiting;
    waiting = delta * (next_does ? next : waiting);
    done = costs[t] <= beta * waiting ? t : done;
  }
  return done;
}

} // namespace sojourn::inline SOJOURN_TARGET
