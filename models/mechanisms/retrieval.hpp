// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

#include <cstddef>
#include <span>

// What comes to mind (ACT-R: Anderson & Lebiere 1998; Anderson & Schooler 1991 Psych Sci 2:396;
// Pavlik & Anderson 2005): traces fade by a power law and compete by their activation.
//   B = ln sum_j t_j^(-d)                              base level, summed over all presentations
//   A = B + k_e |a| + k_n novelty + k_c match
//   P(retrieved) = 1 / (1 + exp((tau - A) / s)),   q_i = exp(A_i / s) / sum_k exp(A_k / s)
// t_j > 0 age of presentation j in any one unit; d decay (.5 published), tau threshold, s noise of
// activation: 1. With one presentation q is proportional to t^(-d/s): salience x power-law recency.
// The sum is exact: the usual closed form for evenly spaced presentations is not monotone in d
// (Fisher, Houpt & Gunzelmann 2018). Scalars only.
// Evidence of what was lived (a photo, a message, a brand) presents it again: one t_j more, of its
// strength w in w t_j^(-d); 1 as published.
// Neglected: that retrieving a trace without evidence presents it again too.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> inline F base_level(std::span<const F> ages, F decay) {
  F sum = 0;
  for (const F age : ages) {
    sum += pow(age, -decay);
  }
  return log(sum);
}

template <class F> SOJOURN_INLINE F retrieval_chance(F activation, F threshold, F noise) {
  return 1.0F / (1.0F + exp((threshold - activation) / noise));
}

/// q_i into `shares`, of the length of `activations`; the largest is taken out before exp.
template <class F>
inline void retrieval_shares(std::span<const F> activations, F noise, std::span<F> shares) {
  F top = activations.empty() ? F(0) : activations[0];
  for (const F activation : activations) {
    top = max(top, activation);
  }
  F total = 0;
  for (std::size_t i = 0; i < activations.size(); ++i) {
    shares[i] = exp((activations[i] - top) / noise);
    total += shares[i];
  }
  for (std::size_t i = 0; i < activations.size(); ++i) {
    shares[i] /= total;
  }
}

/// What is retrieved and how: d, s_q, k_e per affect point, k_c.
template <class F> struct RetrievalTaste { F power, noise, salience, match; };

/// Activation of an event seen once, `age` > 0 ago; `fits` 1 where the cue does, else 0.
template <class F>
SOJOURN_INLINE F activation_of(F age, F affect, F fits, const RetrievalTaste<F>& taste) {
  return taste.salience * abs(affect) + taste.match * fits - taste.power * log(age);
}

/// The same of an event that evidence has presented again: `again` > 0, the sum of the strength of
/// each such presentation times its age to the power -d.
template <class F>
SOJOURN_INLINE F activation_of(F age, F affect, F fits, F again, const RetrievalTaste<F>& taste) {
  return taste.salience * abs(affect) + taste.match * fits + log(pow(age, -taste.power) + again);
}

/// The mean of `affects`, each by how easily it comes to mind; 0 of nothing. `shares`: room for one
/// number each.
template <class F>
inline F retrieved_affect(std::span<const F> affects, std::span<const F> activations, F noise,
                          std::span<F> shares) {
  retrieval_shares(activations, noise, shares);
  F mean = 0;
  for (std::size_t i = 0; i < affects.size(); ++i) {
    mean += shares[i] * affects[i];
  }
  return mean;
}

} // namespace sojourn::inline SOJOURN_TARGET
