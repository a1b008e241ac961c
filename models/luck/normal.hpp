// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

// The standard normal quantile z(u), by inversion, so that one word gives one value and a larger
// word never a smaller one.
namespace sojourn::inline SOJOURN_TARGET {

/// A probability as its distance from both ends: `tail` from the nearer of 0 and 1, `centre` from
/// 1/2 (both >= 0, tail + centre == 1/2); `sign` carries which side in its sign bit.
template <class F> struct Probability {
  F tail, centre, sign;
};

template <class F> struct Fraction {
  F over, under;
};

/// z = v + v^3 R(v^2) with v = sqrt(2 pi) (u - 1/2), for |u - 1/2| <= 0.35: the first term is
/// exact in a float, so that the sum stays monotone. This is v^3 R as a fraction. Fitted at
/// Chebyshev nodes with 50 digits: relative error of z 1.2e-8.
template <class F> SOJOURN_INLINE Fraction<F> centre_correction(F v) {
  const F t = v * v;
  F over = t * 4.11061568673e-4F + 4.42256756602e-3F;
  over = over * t - 9.39589868446e-2F;
  over = over * t + 1.66666664817e-1F;
  F under = t * 1.9517352431e-1F - 9.1375494284e-1F;
  under = under * t + 1.0F;
  return {v * t * over, under};
}

/// z = s - g(s) with s = sqrt(-2 ln tail), for 2^-33 <= tail <= 0.15. This is -g as a fraction,
/// fitted likewise: relative error of z 2.8e-8.
template <class F> SOJOURN_INLINE Fraction<F> tail_correction(F s) {
  F over = s * 9.54710441149e-5F - 8.99793482089e-3F;
  over = over * s - 1.1271399128F;
  over = over * s - 6.05243964472F;
  over = over * s - 3.02376957809F;
  F under = s * 2.59654290279e-1F + 2.6481418044F;
  under = under * s + 4.13231956451F;
  under = under * s + 1.0F;
  return {over, under};
}

template <class F> SOJOURN_INLINE F normal_float(Probability<F> p) {
  const auto central = p.centre <= 0.35F;
  const F v = p.centre * 2.50662827F;
  const F s = sqrt(log_normal_range(p.tail) * -2.0F);
  const Fraction<F> inner = centre_correction(v), outer = tail_correction(s);
  const F correction =
      select(central, inner.over, outer.over) / select(central, inner.under, outer.under);
  return copysign(select(central, v, s) + correction, p.sign);
}

/// Seven-degree fraction of Wichura's approximations.
struct Wichura {
  double over[8], under[8];
};

/// M. J. Wichura, Algorithm AS 241: the percentage points of the normal distribution, Applied
/// Statistics 37 (1988), PPND16: centre, tail, far tail.
inline constexpr Wichura wichura[3] = {
    {{3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
      1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
      3.3430575583588128105e+4, 2.5090809287301226727e+3},
     {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
      2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
      5.2264952788528545610e+3}},
    {{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
      3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
      2.27238449892691845833e-2, 7.74545014278341407640e-4},
     {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9}},
    {{6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7},
     {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15}}};

SOJOURN_INLINE double wichura_fraction(const Wichura& form, double x) {
  double over = form.over[7], under = form.under[7];
  for (int i = 6; i >= 0; --i) {
    over = over * x + form.over[i];
    under = under * x + form.under[i];
  }
  return over / under;
}

SOJOURN_INLINE double normal_double(Probability<double> p) {
  if (p.centre <= 0.425) {
    const double z = p.centre * wichura_fraction(wichura[0], 0.180625 - p.centre * p.centre);
    return copysign(z, p.sign);
  }
  const double s = sqrt(-log(p.tail));
  const double z = s <= 5.0 ? wichura_fraction(wichura[1], s - 1.6)
                            : wichura_fraction(wichura[2], s - 5.0);
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
/// negative ones included) give z(2^-33) = -6.34. double: 0 < u < 1, at most 4 ulp off.
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
  return normal_of<F>({from_cells(tail), from_cells(static_cast<Word>(0x7fffffffU - tail)),
                       select(below != 0, broadcast<F>(-1.0F), broadcast<F>(1.0F))});
}

} // namespace sojourn::inline SOJOURN_TARGET
