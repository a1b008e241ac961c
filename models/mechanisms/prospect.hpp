// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

#include <cstddef>
#include <span>

// Prospect theory (Kahneman & Tversky 1979 Econometrica 47:263; Tversky & Kahneman 1992 JRU 5:297;
// Prelec 1998 Econometrica 66:497), for *described* risks only:
//   v(z) = z^alpha (z >= 0), -lambda (-z)^beta (z < 0)
//   w(p) = p^g / (p^g + (1 - p)^g)^(1/g)          (Tversky & Kahneman: g+ = .61, g- = .69)
//   w(p) = exp(-(-ln p)^a)                        (Prelec: a about .65)
// Of several outcomes each is weighted by its rank, gains from the best down, losses from the worst
// up (cumulative): V = sum_i [w(P_i) - w(P_i')] v(x_i), P_i the chance of x_i or anything more
// extreme, P_i' of anything more extreme.
// z gap in any unit; p probability; exponents and lambda: 1.
// Neglected: stochastic references (koszegi_rabin.hpp). Not for risks learned by experience.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> SOJOURN_INLINE F prospect_value(F z, F alpha, F beta, F ratio) {
  const F size = abs(z);
  return select(z < 0.0F, -ratio * pow(size, beta), pow(size, alpha));
}

/// Tversky and Kahneman's weight of a described probability in [0, 1].
template <class F> SOJOURN_INLINE F weighted_probability(F p, F curvature) {
  const F yes = pow(p, curvature);
  const F no = pow(1.0F - p, curvature);
  return yes / pow(yes + no, 1.0F / curvature);
}

/// Prelec's weight of a described probability in [0, 1].
template <class F> SOJOURN_INLINE F prelec_probability(F p, F exponent) {
  return exp(-pow(-log(p), exponent));
}

/// Exponents of gains and losses, lambda, curvature of the weights of gains and of losses.
template <class F> struct ProspectTaste { F alpha, beta, ratio, gain_curvature, loss_curvature; };

/// The medians of Tversky and Kahneman 1992.
template <class F> SOJOURN_INLINE constexpr ProspectTaste<F> tversky_kahneman() {
  return {F(.88), F(.88), F(2.25), F(.61), F(.69)};
}

/// V of a described risk. `outcomes` ascending, `chances` as many, summing to 1; scalars only.
template <class F>
inline F cumulative_value(std::span<const F> outcomes, std::span<const F> chances,
                          const ProspectTaste<F>& taste) {
  F value = 0, worse = 0, better = 0;
  for (std::size_t i = 0; i < outcomes.size() && outcomes[i] < 0; ++i) {
    const F before = weighted_probability(worse, taste.loss_curvature);
    worse = min(worse + chances[i], F(1));
    value += (weighted_probability(worse, taste.loss_curvature) - before) *
             prospect_value(outcomes[i], taste.alpha, taste.beta, taste.ratio);
  }
  for (std::size_t i = outcomes.size(); i > 0 && outcomes[i - 1] >= 0; --i) {
    const F before = weighted_probability(better, taste.gain_curvature);
    better = min(better + chances[i - 1], F(1));
    value += (weighted_probability(better, taste.gain_curvature) - before) *
             prospect_value(outcomes[i - 1], taste.alpha, taste.beta, taste.ratio);
  }
  return value;
}

/// The sure amount worth `value`: the inverse of v.
template <class F> SOJOURN_INLINE F certainty_equivalent(F value, const ProspectTaste<F>& taste) {
  const F loss = -pow(max(-value, broadcast<F>(0)) / taste.ratio, 1.0F / taste.beta);
  return select(value < 0.0F, loss, pow(max(value, broadcast<F>(0)), 1.0F / taste.alpha));
}

/// How much larger than the loss a gain must be for an even chance of either to be worth 0:
/// (lambda w-(1/2) / w+(1/2))^(1/alpha); needs alpha = beta.
template <class F> SOJOURN_INLINE F even_chance_ratio(const ProspectTaste<F>& taste) {
  const F half = broadcast<F>(.5F);
  return pow(taste.ratio * weighted_probability(half, taste.loss_curvature) /
                 weighted_probability(half, taste.gain_curvature),
             1.0F / taste.alpha);
}

} // namespace sojourn::inline SOJOURN_TARGET
