// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Expectation updating (Boulding, Kalra, Staelin & Zeithaml 1993 JMR 30:7; Rust et al. 1999 Mktg
// Sci 18:77): a scalar Kalman filter on what comes next.
//   E <- E + s K (x - E),   K = V / (V + sigma_x^2),   V <- (1 - K) V + Q
// E expectation, x level: affect points; V variance of the belief, sigma_x^2 noise of one
// experience, Q drift of the world between experiences: affect points squared; s strength: 1. The
// table's V, sigma_x^2 and Q are the steady state of gain .2, i.e. E <- E + .2 (x - E). Neglected:
// "should" expectations; one variance stands for all dimensions of a person.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F kalman_gain(F variance, F noise) {
  return variance / (variance + noise);
}

/// The expectation after a level that lay `gap` above it.
template <class F> SOJOURN_INLINE F updated_expectation(F expectation, F gap, F strength, F gain) {
  return select(strength > 0.0F, expectation + strength * gain * gap, expectation);
}

template <class F> SOJOURN_INLINE F updated_variance(F variance, F strength, F gain, F drift) {
  return select(strength > 0.0F, (1.0F - gain) * variance + drift, variance);
}

} // namespace sojourn::inline SOJOURN_TARGET
