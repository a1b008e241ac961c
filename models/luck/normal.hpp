// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// The standard normal quantile z(u), by inversion, so that one word gives one value and a larger
// word never a smaller one.
namespace sojourn::inline SOJOURN_TARGET {

/// A probability as its distance from both ends: `tail` from the nearer of 0 and 1, `centre` from
/// 1/2 (both >= 0, tail + centre == 1/2); `sign` carries which side in its sign bit.
template <class F> struct Probability { F tail, centre, sign; };

template <class F> struct Fraction { F over, under; };

/// z = v + v^3 R(v^2) with v = sqrt(2 pi) (u - 1/2), for tails above e^-2: the first term is exact
/// in a float, so that the sum stays monotone. This is v^3 R as a fraction. Fitted at Chebyshev
/// nodes with 40 digits: relative error of z 1.7e-8.
template <class F> SOJOURN_INLINE Fraction<F> centre_correction(F v) {
  const F t = v * v;
  F over = t * 1.77987238422e-2F - 1.21126747546e-1F;
  over = over * t + 1.66666665253e-1F;
  F under = t * -2.58485627953e-2F + 3.32477469885e-1F;
  under = under * t - 1.07676120375F;
  under = under * t + 1.0F;
  return {v * t * over, under};
}

/// z = s - g(s) with s = sqrt(-2 ln tail), for s >= 2, from where on a step of s outweighs the
/// rounding of g. This is -g as a fraction of s - 2, fitted likewise: relative error of z 2.1e-8.
template <class F> SOJOURN_INLINE Fraction<F> tail_correction(F s) {
  const F x = s - 2.0F;
  F over = x * 4.27574743932e-6F - 3.70891871717e-4F;
  over = over * x - 5.33976987474e-2F;
  over = over * x - 4.84869871775e-1F;
  over = over * x - 8.98480348394e-1F;
  F under = x * 1.17508690724e-2F + 1.90949820534e-1F;
  under = under * x + 8.11815022443e-1F;
  under = under * x + 1.0F;
  return {over, under};
}

template <class F> SOJOURN_INLINE F normal_float(Probability<F> p) {
  const auto central = p.centre <= 0.36466F; // tail >= 0.13534 > e^-2
  if constexpr (Lanes<F>::width == 1) {      // the same operations, but only those that are needed
    const F start = central ? p.centre * 2.50662827F : sqrt(log_normal_range(p.tail) * -2.0F);
    const Fraction<F> one = central ? centre_correction(start) : tail_correction(start);
    return copysign(start + one.over / one.under, p.sign);
  }
  const F v = p.centre * 2.50662827F;
  const F s = sqrt(log_normal_range(p.tail) * -2.0F);
  const Fraction<F> inner = centre_correction(v), outer = tail_correction(s);
  const F correction =
      select(central, inner.over, outer.over) / select(central, inner.under, outer.under);
  return copysign(select(central, v, s) + correction, p.sign);
}

/// An eight-degree fraction, highest power first. All coefficients are positive and the variable
/// starts near 0: no cancellation, and the last step of Horner's rule dominates.
struct DoubleFraction {
  double over[9], under[9];
};

/// R of 0.77 - t, g of s - 1.9375 for s <= 5, g of s - 5 for s <= 16; fitted at Chebyshev nodes
/// with 60 digits, relative errors of z below 6e-18. Beyond, z itself from s / sqrt(2) - 5: the far
/// fraction of PPND16, M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988).
inline constexpr DoubleFraction double_centre = {
    {0, 0, 1.1047224360303133716e-5, 4.7818368383456535722e-3, 7.7003836469598960651e-2,
     3.8395792930914016382e-1, 7.9627197768202072037e-1, 7.2115245394123292744e-1,
     2.3567501313831605541e-1},
    {0, 0, 6.4567508353120591157e-3, 1.5046354752918193614e-1, 1.0815371913388348192,
     3.3745008459275270836, 5.0949553226496813716, 3.6580882518695919221, 1.0}};
inline constexpr DoubleFraction double_tail = {
    {3.0610101898056358317e-9, 4.1253247989943343824e-6, 2.8338248203574117740e-4,
     6.1370841553318948610e-3, 6.0574748437932362990e-2, 3.1966677078893645030e-1,
     9.4275555656275841049e-1, 1.4584260363425697057, 9.1408458802601703997e-1},
    {6.4871824515588204156e-7, 6.1016105581329942981e-5, 1.7176063383018824702e-3,
     2.1925615559788084448e-2, 1.5182697368840913372e-1, 6.1512574043567924085e-1,
     1.4600130838465052626, 1.8743867786533285681, 1.0}};
inline constexpr DoubleFraction double_middle = {
    {2.4149528912953786225e-13, 1.1457606775751401251e-9, 2.4272355930601682786e-7,
     0.000015728673732194777513, 0.00045309575710924829999, 0.0069179060837672895531,
     0.059832911523472785869, 0.27658355138647185396, 0.51968530122964000921},
    {1.5378034356430304038e-10, 4.2545032575739975895e-8, 3.4400220177110110538e-6,
     0.00012349792854893218586, 0.002381671523937939975, 0.026999574471396543463,
     0.1812283750124022607, 0.66141567539335979489, 1.0}};
inline constexpr DoubleFraction double_far = {
    {0, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
     2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
     5.46378491116411436990e0, 6.65790464350110377720e0},
    {0, 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
     7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
     5.99832206555887937690e-1, 1.0}};

SOJOURN_INLINE double fraction(const DoubleFraction& form, double x) {
  double over = form.over[0], under = form.under[0];
  for (int i = 1; i <= 8; ++i) {
    over = over * x + form.over[i];
    under = under * x + form.under[i];
  }
  return over / under;
}

SOJOURN_INLINE double normal_double(Probability<double> p) {
  if (p.centre <= 0.35) {
    const double v = p.centre * 2.5066282746310005024, t = v * v;
    return copysign(v + v * t * fraction(double_centre, 0.77 - t), p.sign);
  }
  const double minus_log = -log(p.tail), s = sqrt(minus_log * 2);
  const double z = s <= 5.0    ? s - fraction(double_tail, s - 1.9375)
                   : s <= 16.0 ? s - fraction(double_middle, s - 5.0)
                               : fraction(double_far, sqrt(minus_log) - 5.0);
  return copysign(z, p.sign);
}

template <class F> SOJOURN_INLINE F normal_of(Probability<F> p) {
  if constexpr (sizeof(typename Lanes<F>::Scalar) == sizeof(double)) {
    return normal_double(p);
  } else {
    return normal_float(p);
  }
}

/// z with Phi(z) = u. float lanes: 2^-33 <= u <= 1 - 2^-24, at most 4 ulp off; smaller u (0 and
/// negative ones included) give z(2^-33) = -6.34. double: 0 < u < 1, at most 4 ulp off, 8 in the
/// tails beyond 1e-55.
template <class F> SOJOURN_INLINE F normal_quantile(F u) {
  using Scalar = typename Lanes<F>::Scalar;
  const F offset = u - Scalar(0.5);
  F tail = select(offset > 0, Scalar(1) - u, u);
  if constexpr (sizeof(Scalar) == sizeof(float)) {
    tail = max(tail, broadcast<F>(0x1p-33F));
  }
  return normal_of<F>({tail, abs(offset), offset});
}

/// The normal value of a 32-bit word w: z((w + 1/2) 2^-32), from its sign bit and a 31-bit tail,
/// within +-6.34. A larger word never gives a smaller value; z(~w) == -z(w).
template <class F> SOJOURN_INLINE F normal_from_word(typename Lanes<F>::Word w) {
  using Scalar = typename Lanes<F>::Scalar;
  using Int = typename Lanes<F>::Int;
  using Word = typename Lanes<F>::Word;
  const Int below = bits_as<Int>(static_cast<Word>(~w)) >> 31; // all ones where u < 1/2
  const Word tail = bits_as<Word>(below) ^ static_cast<Word>(~w);
  const auto from_cells = [](Word cells) {
    return (from_int<F>(bits_as<Int>(cells)) + Scalar(0.5)) * Scalar(0x1p-32);
  };
  F sign;
  if constexpr (sizeof(Scalar) == sizeof(float)) {
    sign = bits_as<F>(static_cast<Word>(~w)); // its sign bit alone is read
  } else {
    sign = below != 0 ? -1.0 : 1.0;
  }
  return normal_of<F>({from_cells(tail), from_cells(static_cast<Word>(0x7fffffffU - tail)), sign});
}

} // namespace sojourn::inline SOJOURN_TARGET
