// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Trust as a record (Beta reputation: Josang & Ismail 2002): the chance that the next event is good
// after s good and f bad ones, from a Beta(a, b) before any.
//   T = (a + s) / (a + s + b + w f)
// w weight of a failure: 1, above 1 for asymmetric trust. Unlike trust.hpp the record hardens: the
// hundredth event moves it less than the first. Neglected: that old events count less.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> struct TrustRecord { F good, bad; };

template <class F> SOJOURN_INLINE TrustRecord<F> recorded_good(TrustRecord<F> record) {
  return {record.good + 1.0F, record.bad};
}
template <class F> SOJOURN_INLINE TrustRecord<F> recorded_bad(TrustRecord<F> record, F weight) {
  return {record.good, record.bad + weight};
}
template <class F> SOJOURN_INLINE F trust_of(TrustRecord<F> record) {
  return record.good / (record.good + record.bad);
}

} // namespace sojourn::inline SOJOURN_TARGET
