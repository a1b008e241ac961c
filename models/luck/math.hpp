// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

namespace sojourn::inline SOJOURN_TARGET {

/// e^x, at most 2 ulp off for every input, also where the result is subnormal. Overflows to +inf
/// above 88.72, underflows to 0 below -103.97; exp(0) == 1; NaN stays NaN. Monotone.
/// float lanes: Cephes' reduction, x = n ln 2 + r, |r| <= ln 2 / 2.
template <class F> SOJOURN_INLINE F exp(F x) {
  using Int = typename Lanes<F>::Int;
  x = select(x < -104.0F, broadcast<F>(-104.0F), x);
  x = select(x > 89.0F, broadcast<F>(89.0F), x);
  const F n = round_nearest(x * 1.44269504F);
  const Int exponent = to_int_nearest(x * 1.44269504F);
  const F r = (x - n * 0.693359375F) - n * -2.12194440e-4F;
  F p = r * 1.9875691500E-4F + 1.3981999507E-3F;
  p = p * r + 8.3334519073E-3F;
  p = p * r + 4.1665795894E-2F;
  p = p * r + 1.6666665459E-1F;
  p = p * r + 5.0000001201E-1F;
  const F y = r + r * r * p;
  const Int half = exponent >> 1;
  const F first = bits_as<F>(static_cast<Int>((half + 127) << 23));
  const F second = bits_as<F>(static_cast<Int>((exponent - half + 127) << 23));
  return (1.0F + y) * first * second;
}

} // namespace sojourn::inline SOJOURN_TARGET
