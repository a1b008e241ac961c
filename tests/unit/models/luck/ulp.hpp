// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

// Distances in units in the last place of the reference's own size.
namespace sojourn::testing {

/// The spacing of floats at `reference`; the smallest subnormal below the normal range. From the
/// exponent bits, because sweeps over every float spend their time here.
inline double float_spacing(double reference) {
  const auto bits = __builtin_bit_cast(std::uint64_t, reference) & 0x7ff0000000000000U;
  return std::max(__builtin_bit_cast(double, bits) * 0x1p-23, 0x1p-149);
}

inline double double_spacing(long double reference) {
  return std::ldexp(1.0, std::max(std::ilogb(reference), -1022) - 52);
}

/// |value - reference| in ulps of a float; equal infinities are 0 apart.
inline double float_ulps(float value, double reference) {
  if (value == static_cast<float>(reference)) {
    return std::isinf(value) ? 0 : std::abs(value - reference) / float_spacing(reference);
  }
  return reference == 0 ? 1e9 : std::abs(value - reference) / float_spacing(reference);
}

inline double double_ulps(double value, long double reference) {
  if (reference == 0) {
    return value == 0 ? 0 : 1e9;
  }
  return static_cast<double>(std::abs(value - reference)) / double_spacing(reference);
}

/// The floats in increasing order: 0 is +0, 1 the smallest subnormal, -0x7f800000 is -inf.
inline float float_at(std::int64_t index) {
  const auto magnitude = static_cast<std::uint32_t>(index < 0 ? -index : index);
  return __builtin_bit_cast(float, index < 0 ? magnitude | 0x80000000U : magnitude);
}
inline constexpr std::int64_t infinity_index = 0x7f800000;

/// The worst error of a sweep, and how often the function fell.
struct Sweep {
  double worst = 0;
  float where = 0;
  long falls = 0;
};

/// Every `stride`-th float of [first, last] against `reference` (double -> double).
template <class Function, class Reference>
Sweep sweep_floats(std::int64_t first, std::int64_t last, std::int64_t stride, Function function,
                   Reference reference) {
  Sweep sweep;
  float before = -INFINITY;
  for (std::int64_t i = first; i <= last; i += stride) {
    const float x = float_at(i), y = function(x);
    const double ulps = float_ulps(y, reference(static_cast<double>(x)));
    if (!(ulps <= sweep.worst)) {
      sweep.worst = ulps;
      sweep.where = x;
    }
    sweep.falls += !(y >= before);
    before = y;
  }
  return sweep;
}

} // namespace sojourn::testing
