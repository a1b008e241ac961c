// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/target.hpp"

#include <cstdint>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Vector types cross no binary interface of ours: every function that takes one is forced inline.
#pragma GCC diagnostic ignored "-Wpsabi"

// One equation, several widths. A lane type F is float, double, or a GCC vector of floats; the
// operators + - * / and the comparisons work on all of them. What the compilers' vectors lack is
// here, element by element the same as on a scalar. Nothing calls the standard library: its weak
// symbols would be shared between instruction sets.
namespace sojourn::inline SOJOURN_TARGET {

using Float4 [[gnu::vector_size(16)]] = float;
using Float8 [[gnu::vector_size(32)]] = float;
using Float16 [[gnu::vector_size(64)]] = float;
using Int4 [[gnu::vector_size(16)]] = std::int32_t;
using Int8 [[gnu::vector_size(32)]] = std::int32_t;
using Int16 [[gnu::vector_size(64)]] = std::int32_t;
using Word4 [[gnu::vector_size(16)]] = std::uint32_t;
using Word8 [[gnu::vector_size(32)]] = std::uint32_t;
using Word16 [[gnu::vector_size(64)]] = std::uint32_t;

/// Lanes<F>: how many lanes F has and the types that go with it. Bits is the unsigned integer of
/// F's own width, Word always 32 bits (one word of luck), Mask what a comparison of two F gives.
template <class F> struct Lanes;

template <> struct Lanes<float> {
  static constexpr int width = 1;
  using Scalar = float;
  using Int = std::int32_t;
  using Word = std::uint32_t;
  using Bits = std::uint32_t;
  using Mask = bool;
};
template <> struct Lanes<double> {
  static constexpr int width = 1;
  using Scalar = double;
  using Int = std::int32_t;
  using Word = std::uint32_t;
  using Bits = std::uint64_t;
  using Mask = bool;
};
template <> struct Lanes<Float4> {
  static constexpr int width = 4;
  using Scalar = float;
  using Int = Int4;
  using Word = Word4;
  using Bits = Word4;
  using Mask = Int4;
};
template <> struct Lanes<Float8> {
  static constexpr int width = 8;
  using Scalar = float;
  using Int = Int8;
  using Word = Word8;
  using Bits = Word8;
  using Mask = Int8;
};
template <> struct Lanes<Float16> {
  static constexpr int width = 16;
  using Scalar = float;
  using Int = Int16;
  using Word = Word16;
  using Bits = Word16;
  using Mask = Int16;
};

/// The widest lane type that this translation unit's instruction set holds in one register.
#if defined(__AVX512F__) && defined(__AVX512DQ__)
using KernelLanes = Float16;
#elif defined(__AVX2__)
using KernelLanes = Float8;
#else
using KernelLanes = Float4;
#endif

/// Bits of one value read as another type of the same size.
template <class To, class From> SOJOURN_INLINE constexpr To bits_as(From from) {
  static_assert(sizeof(To) == sizeof(From));
  return __builtin_bit_cast(To, from);
}

/// Every lane equal to `value`; V is any lane type (float, integer or vector of them).
template <class V, class T> SOJOURN_INLINE constexpr V broadcast(T value) {
  if constexpr (sizeof(V) <= sizeof(double)) {
    return static_cast<V>(value);
  } else {
    using Element = decltype(V{}[0] + 0);
    return static_cast<Element>(value) - V{};
  }
}

/// Whether what `select(mask, ...)` would choose can be left out. One person either is concerned or
/// is not, and leaving out saves the work; a register of people is not asked, since mostly some
/// are. So whoever returns early on this must return what the selects would have given.
SOJOURN_INLINE constexpr bool nobody(bool mask) { return !mask; }
template <class M>
requires(sizeof(M) > sizeof(double)) SOJOURN_INLINE constexpr bool nobody(M) { return false; }

/// mask ? a : b, lane by lane. V may be F or an integer type of the same lanes.
template <class M, class V> SOJOURN_INLINE constexpr V select(M mask, V a, V b) {
  return mask ? a : b;
}

/// a < b ? a : b; where one is NaN the second argument.
template <class V> SOJOURN_INLINE constexpr V min(V a, V b) { return a < b ? a : b; }
template <class V> SOJOURN_INLINE constexpr V max(V a, V b) { return a > b ? a : b; }
template <class V> SOJOURN_INLINE constexpr V clamp(V x, V low, V high) {
  return min(max(x, low), high);
}

/// The sign bit alone.
template <class F> SOJOURN_INLINE constexpr typename Lanes<F>::Bits sign_bit() {
  using Bits = typename Lanes<F>::Bits;
  return broadcast<Bits>(1U) << (8 * sizeof(typename Lanes<F>::Scalar) - 1);
}

template <class F> SOJOURN_INLINE constexpr F abs(F x) {
  using Bits = typename Lanes<F>::Bits;
  return bits_as<F>(static_cast<Bits>(bits_as<Bits>(x) & ~sign_bit<F>()));
}

/// The magnitude of `x` with the sign of `sign`.
template <class F> SOJOURN_INLINE constexpr F copysign(F x, F sign) {
  using Bits = typename Lanes<F>::Bits;
  const Bits top = sign_bit<F>();
  return bits_as<F>(static_cast<Bits>((bits_as<Bits>(x) & ~top) | (bits_as<Bits>(sign) & top)));
}

template <class F> SOJOURN_INLINE F sqrt(F x) {
  if constexpr (sizeof(F) == sizeof(float)) {
    return __builtin_sqrtf(x);
  } else if constexpr (sizeof(F) == sizeof(double)) {
    return __builtin_sqrt(x);
#if defined(__SSE2__)
  } else if constexpr (sizeof(F) == 16) {
    return bits_as<F>(_mm_sqrt_ps(bits_as<__m128>(x)));
#endif
#if defined(__AVX__)
  } else if constexpr (sizeof(F) == 32) {
    return bits_as<F>(_mm256_sqrt_ps(bits_as<__m256>(x)));
#endif
#if defined(__AVX512F__)
  } else if constexpr (sizeof(F) == 64) {
    return bits_as<F>(_mm512_maskz_sqrt_ps(0xffff, bits_as<__m512>(x)));
#endif
  } else {
    F root = x;
    for (int i = 0; i < Lanes<F>::width; ++i) {
      root[i] = __builtin_sqrtf(x[i]);
    }
    return root;
  }
}

/// One bit per lane of a mask that a comparison made, lane 0 lowest.
template <class M> SOJOURN_INLINE unsigned mask_bits(M mask) {
  if constexpr (sizeof(M) <= sizeof(double)) {
    return mask ? 1U : 0U;
#if defined(__SSE2__)
  } else if constexpr (sizeof(M) == 16) {
    return static_cast<unsigned>(_mm_movemask_ps(bits_as<__m128>(mask)));
#endif
#if defined(__AVX__)
  } else if constexpr (sizeof(M) == 32) {
    return static_cast<unsigned>(_mm256_movemask_ps(bits_as<__m256>(mask)));
#endif
#if defined(__AVX512DQ__)
  } else if constexpr (sizeof(M) == 64) {
    return _mm512_movepi32_mask(bits_as<__m512i>(mask));
#endif
  } else {
    unsigned bits = 0;
    for (unsigned i = 0; i < sizeof(M) / sizeof(std::int32_t); ++i) {
      bits |= mask[i] != 0 ? 1U << i : 0U;
    }
    return bits;
  }
}

template <class M> SOJOURN_INLINE bool any(M mask) { return mask_bits(mask) != 0; }

template <class M> SOJOURN_INLINE bool all(M mask) {
  constexpr unsigned n = sizeof(M) <= sizeof(double) ? 1 : sizeof(M) / sizeof(std::int32_t);
  return mask_bits(mask) == (1U << n) - 1U;
}

/// `width` consecutive elements; no alignment is asked for. V is any lane type.
template <class V, class T> SOJOURN_INLINE V load(const T* from) {
  static_assert(sizeof(V) % sizeof(T) == 0);
  V value;
  __builtin_memcpy(&value, from, sizeof(V));
  return value;
}

template <class T, class V> SOJOURN_INLINE void store(T* to, V value) {
  static_assert(sizeof(V) % sizeof(T) == 0);
  __builtin_memcpy(to, &value, sizeof(V));
}

/// The 64-bit products of `w`'s even lanes and `factor`, each over the two lanes it came from.
/// (Both compilers multiply 64-bit vectors the long way round; the instruction for it exists since
/// SSE2.)
template <class W> SOJOURN_INLINE auto multiply_even(W w, std::uint32_t factor) {
  typedef std::uint64_t Wide [[gnu::vector_size(sizeof(W))]];
  if constexpr (false) {
#if defined(__SSE2__)
  } else if constexpr (sizeof(W) == 16) {
    const auto by = bits_as<__m128i>(broadcast<W>(factor));
    return bits_as<Wide>(_mm_mul_epu32(bits_as<__m128i>(w), by));
#endif
#if defined(__AVX2__)
  } else if constexpr (sizeof(W) == 32) {
    const auto by = bits_as<__m256i>(broadcast<W>(factor));
    return bits_as<Wide>(_mm256_mul_epu32(bits_as<__m256i>(w), by));
#endif
#if defined(__AVX512F__)
  } else if constexpr (sizeof(W) == 64) {
    const auto by = bits_as<__m512i>(broadcast<W>(factor));
    return bits_as<Wide>(_mm512_maskz_mul_epu32(0xff, bits_as<__m512i>(w), by));
#endif
  } else {
    return (bits_as<Wide>(w) & 0xffffffffU) * factor;
  }
}

/// Signed 32-bit integers to floats, rounded to nearest even.
template <class F> SOJOURN_INLINE F from_int(typename Lanes<F>::Int n) {
  if constexpr (Lanes<F>::width == 1) {
    return static_cast<F>(n);
  } else {
    return __builtin_convertvector(n, F);
  }
}

/// Unsigned 32-bit words to floats, rounded to nearest even: the halves are exact, their sum rounds
/// once. (Instruction sets before AVX-512 convert signed integers only.)
template <class F> SOJOURN_INLINE F from_word(typename Lanes<F>::Word w) {
  using Int = typename Lanes<F>::Int;
  if constexpr (Lanes<F>::width == 1) {
    return static_cast<F>(w);
  } else {
    const F high = from_int<F>(bits_as<Int>(w >> 16));
    const F low = from_int<F>(bits_as<Int>(w & 0xffffU));
    return high * 65536.0F + low;
  }
}

/// Rounds to the nearest integer, ties to even. Requires |x| < 2^22 (float) or 2^51 (double).
template <class F> SOJOURN_INLINE constexpr F round_nearest(F x) {
  using Scalar = typename Lanes<F>::Scalar;
  constexpr Scalar magic = sizeof(Scalar) == 4 ? Scalar(0x1.8p23) : Scalar(0x1.8p52);
  return (x + magic) - magic;
}

/// The nearest integer, ties to even, without a conversion instruction. Requires |x| < 2^22.
template <class F> SOJOURN_INLINE constexpr typename Lanes<F>::Int to_int_nearest(F x) {
  using Int = typename Lanes<F>::Int;
  if constexpr (sizeof(typename Lanes<F>::Scalar) == 8) {
    constexpr double magic = 0x1.8p52; // the low 32 bits of x + magic are the integer
    return static_cast<Int>(static_cast<std::uint32_t>(bits_as<std::uint64_t>(x + magic)));
  } else {
    constexpr float magic = 0x1.8p23F;
    return bits_as<Int>(x + magic) - bits_as<std::int32_t>(magic);
  }
}

/// Towards zero. Requires |x| < 2^31.
template <class F> SOJOURN_INLINE typename Lanes<F>::Int to_int(F x) {
  if constexpr (Lanes<F>::width == 1) {
    return static_cast<std::int32_t>(x);
  } else {
    return __builtin_convertvector(x, typename Lanes<F>::Int);
  }
}

} // namespace sojourn::inline SOJOURN_TARGET
