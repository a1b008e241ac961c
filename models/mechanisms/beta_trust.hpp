// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/trust.hpp"

// Trust as a record (Beta reputation: Josang & Ismail 2002): the chance that the next event is good
// after `good` and `bad` ones, where the first trust T_0 is worth n_0 events.
//   T = (n_0 T_0 + good) / n,   n = n_0 + good + w bad
// which is the rule of trust.hpp with rates that harden: a+ = 1 / (n + 1), a- = w / (n + w).
// n_0 = 2 and T_0 = 1/2 is Beta(good + 1, bad + 1). n_0 events, 0: no record, the rates stay as
// they are; w weight of a failure: 1, above 1 for asymmetric trust. Neglected: that old events
// count less.
namespace sojourn::inline SOJOURN_TARGET {

/// How a person's trust moves; all of one person.
template <class F> struct TrustRule { F strength, gain, loss, first, failure; };

/// Trust in 0 .. 1 and the events it has seen, failures by their weight; 0 events without a record.
template <class F> struct TrustRecord { F trust, seen; };

/// `seen` with one event of weight `weight` more.
template <class F> SOJOURN_INLINE F one_more_seen(F seen, F weight, const TrustRule<F>& rule) {
  const F more = select(rule.first > 0.0F, seen + weight, seen);
  return select(rule.strength > 0.0F, more, seen);
}

template <class F>
SOJOURN_INLINE TrustRecord<F> after_good(const TrustRecord<F>& record, const TrustRule<F>& rule) {
  const F hardened = 1.0F / (rule.first + record.seen + 1.0F);
  const F gain = select(rule.first > 0.0F, hardened, rule.gain);
  return {trust_after_good(record.trust, rule.strength, gain),
          one_more_seen(record.seen, broadcast<F>(1), rule)};
}

template <class F>
SOJOURN_INLINE TrustRecord<F> after_bad(const TrustRecord<F>& record, const TrustRule<F>& rule) {
  const F hardened = rule.failure / (rule.first + record.seen + rule.failure);
  const F loss = select(rule.first > 0.0F, hardened, rule.loss);
  return {trust_after_bad(record.trust, rule.strength, loss),
          one_more_seen(record.seen, rule.failure, rule)};
}

} // namespace sojourn::inline SOJOURN_TARGET
