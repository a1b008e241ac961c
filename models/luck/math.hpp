// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// exp, log and pow of our own, because libm chooses other instructions on other machines and every
// value that decides a path must have the same bits everywhere. One operation, one rounding: only
// + - * / and integer operations, in a fixed order, compiled with -ffp-contract=off.
namespace sojourn::inline SOJOURN_TARGET {

/// The value 2^exponent for -126 <= exponent <= 127.
template <class F> SOJOURN_INLINE constexpr F power_of_two(typename Lanes<F>::Int exponent) {
  if constexpr (sizeof(typename Lanes<F>::Scalar) == sizeof(double)) {
    return bits_as<F>(static_cast<std::uint64_t>(exponent + 1023) << 52);
  } else {
    using Word = typename Lanes<F>::Word;
    return bits_as<F>(static_cast<Word>(bits_as<Word>(exponent + 127) << 23));
  }
}

/// y 2^exponent, rounded once, for exponents down to the subnormals: two factors, neither of which
/// leaves the normal range.
template <class F> SOJOURN_INLINE constexpr F scale_by_power(F y, typename Lanes<F>::Int exponent) {
  const typename Lanes<F>::Int half = exponent >> 1;
  return y * power_of_two<F>(half) * power_of_two<F>(exponent - half);
}

/// e^x for double: Sun's fdlibm (e_exp.c). x = n ln 2 + r, a rational function of r^2.
SOJOURN_INLINE double exp_double(double x) {
  x = x < -746.0 ? -746.0 : x;
  x = x > 710.0 ? 710.0 : x;
  const double scaled = x * 1.44269504088896338700;
  const double n = round_nearest(scaled);
  const double high = x - n * 6.93147180369123816490e-01, low = n * 1.90821492927058770002e-10;
  const double r = high - low, t = r * r;
  double p = t * 4.13813679705723846039e-08 - 1.65339022054652515390e-06;
  p = p * t + 6.61375632143793436117e-05;
  p = p * t - 2.77777777770155933842e-03;
  p = p * t + 1.66666666666666019037e-01;
  const double c = r - t * p;
  const double y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
  return scale_by_power(y, to_int_nearest(scaled));
}

/// e^x for float lanes: Moshier's Cephes (expf). x = n ln 2 + r, |r| <= ln 2 / 2, with ln 2 in two
/// parts of which the first times n is exact; then 1 + r + r^2 P(r), P of degree 5.
template <class F> SOJOURN_INLINE F exp_float(F x) {
  x = select(x < -104.0F, broadcast<F>(-104.0F), x);
  x = select(x > 89.0F, broadcast<F>(89.0F), x);
  const F scaled = x * 1.44269504F;
  const F n = round_nearest(scaled);
  const F r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  F p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  const F y = (r * r * p + r) + 1.0F;
  return scale_by_power(y, to_int_nearest(scaled));
}

/// e^x. At most 2 ulp off for every input, subnormal results included; monotone; exp(0) == 1.
/// Overflows to +inf (float: above 88.72), underflows to 0 (below -103.98), NaN stays NaN.
template <class F> SOJOURN_INLINE F exp(F x) {
  if constexpr (sizeof(typename Lanes<F>::Scalar) == sizeof(double)) {
    return exp_double(x);
  } else {
    return exp_float(x);
  }
}

/// ln x for a positive normal finite double: fdlibm (e_log.c); x = 2^k m, sqrt(1/2) <= m < sqrt(2).
SOJOURN_INLINE double log_normal_double(double x) {
  const std::uint64_t bits = bits_as<std::uint64_t>(x);
  const std::int64_t k = static_cast<std::int64_t>(bits - 0x3fe6a09e667f3bcdU) >> 52;
  const double m = bits_as<double>(bits - (static_cast<std::uint64_t>(k) << 52));
  const double n = static_cast<double>(k);
  const double f = m - 1.0, s = f / (2.0 + f), z = s * s, half_square = 0.5 * f * f;
  double p = z * 1.479819860511658591e-01 + 1.531383769920937332e-01;
  p = p * z + 1.818357216161805012e-01;
  p = p * z + 2.222219843214978396e-01;
  p = p * z + 2.857142874366239149e-01;
  p = p * z + 3.999999999940941908e-01;
  p = p * z + 6.666666666666735130e-01;
  const double small = s * (half_square + z * p) + n * 1.90821492927058770002e-10;
  return n * 6.93147180369123816490e-01 - ((half_square - small) - f);
}

/// ln(2^k (1 + f)) by Cephes (logf): f - f^2/2 + f^3 P(f) for sqrt(1/2) - 1 <= f < sqrt(2) - 1, and
/// k ln 2 in two parts, the larger exact and added last.
template <class F> SOJOURN_INLINE F log_of_parts(F f, typename Lanes<F>::Int k) {
  const F n = from_int<F>(k), z = f * f;
  F p = f * 7.0376836292e-2F - 1.1514610310e-1F;
  p = p * f + 1.1676998740e-1F;
  p = p * f - 1.2420140846e-1F;
  p = p * f + 1.4249322787e-1F;
  p = p * f - 1.6668057665e-1F;
  p = p * f + 2.0000714765e-1F;
  p = p * f - 2.4999993993e-1F;
  p = p * f + 3.3333331174e-1F;
  const F small = (f * z * p - n * 2.12194440e-4F) - 0.5F * z;
  return (f + small) + n * 0.693359375F;
}

/// x = 2^k (1 + f) for positive normal finite floats.
template <class F> struct LogParts {
  F f;
  typename Lanes<F>::Int k;
};
template <class F> SOJOURN_INLINE LogParts<F> log_parts(F x) {
  using Int = typename Lanes<F>::Int;
  using Word = typename Lanes<F>::Word;
  const Word bits = bits_as<Word>(x);
  const Int k = bits_as<Int>(static_cast<Word>(bits - 0x3f3504f3U)) >> 23;
  return {bits_as<F>(static_cast<Word>(bits - (bits_as<Word>(k) << 23))) - 1.0F, k};
}

/// ln x for positive normal finite floats.
template <class F> SOJOURN_INLINE F log_normal_float(F x) {
  const LogParts<F> parts = log_parts(x);
  return log_of_parts(parts.f, parts.k);
}

/// ln x for positive normal finite x only.
template <class F> SOJOURN_INLINE F log_normal_range(F x) {
  if constexpr (sizeof(typename Lanes<F>::Scalar) == sizeof(double)) {
    return log_normal_double(x);
  } else {
    return log_normal_float(x);
  }
}

/// ln x. At most 2 ulp off for every input, subnormal ones included; monotone; log(1) == 0.
/// log(0) = -inf, log(inf) = inf, NaN for negative x and for NaN.
template <class F> SOJOURN_INLINE F log(F x) {
  using Scalar = typename Lanes<F>::Scalar;
  constexpr bool wide = sizeof(Scalar) == sizeof(double);
  constexpr Scalar smallest = wide ? Scalar(0x1p-1022) : Scalar(0x1p-126F);
  constexpr Scalar lift = wide ? Scalar(0x1p54) : Scalar(0x1p24F);
  constexpr Scalar lift_log = wide ? Scalar(37.429947750237046) : Scalar(16.635532F);
  constexpr Scalar infinity = static_cast<Scalar>(__builtin_inff());
  const auto tiny = x < smallest;
  F y = log_normal_range(select(tiny, x * lift, x));
  y = select(tiny, y - lift_log, y);
  y = select(x > 0, y, broadcast<F>(-infinity));
  return select((x >= 0) & (x < infinity), y, select(x < 0, broadcast<F>(__builtin_nanf("")), x));
}

/// ln(1 - u) from u and v, the floats nearest to u and to 1 - u: from -u itself where 1 - u has no
/// power of two to take out, so that it is exact to a few ulps for small u too. 2^-33 <= u, v <= 1.
template <class F> SOJOURN_INLINE F log_of_complement(F u, F v) {
  if constexpr (sizeof(typename Lanes<F>::Scalar) == sizeof(double)) {
    return log_normal_double(v); // which holds 1 - u exactly
  } else {
    const LogParts<F> parts = log_parts(v);
    return log_of_parts(select(parts.k == 0, -u, parts.f), parts.k);
  }
}

/// x^y as exp(y ln x): relative error about |y ln x| half-ulps. For x >= 0; NaN for x < 0;
/// pow(x, 0) == 1 and pow(0, y) == 0 for y > 0.
template <class F> SOJOURN_INLINE F pow(F x, F y) {
  return select(y == 0, broadcast<F>(1.0F), exp(y * log(x)));
}

} // namespace sojourn::inline SOJOURN_TARGET
