// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

#include <array>

// Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3, SC11):
// four words of luck as a pure function of a counter and a key. Written on lanes, where each lane
// has its own counter; tests hold it equal to Random123, the published code.
namespace sojourn {

/// Random123's Philox4x32-10 of one counter; the key's low word first.
std::array<std::uint32_t, 4> philox_reference(const std::array<std::uint32_t, 4>& counter,
                                              std::uint64_t key);

} // namespace sojourn

namespace sojourn::inline SOJOURN_TARGET {

/// Four words per lane; W is std::uint32_t or a vector of them.
template <class W> struct Block { W word[4]; };

template <class W> struct Product { W low, high; };

/// Both words of the 64-bit products in `even` and `odd`, back in the order of the lanes.
/// SSE2 shuffles and multiplies poorly, and takes the two-word form; wider sets the other.
template <class W, class Wide>
SOJOURN_INLINE Product<W> interleave(W w, std::uint32_t factor, Wide even, Wide odd) {
  const W a = bits_as<W>(even), b = bits_as<W>(odd);
  if constexpr (sizeof(W) == 16) {
    return {bits_as<W>((even & 0xffffffffU) | (odd << 32)),
            bits_as<W>((even >> 32) | (odd & 0xffffffff00000000U))};
  } else if constexpr (sizeof(W) == 32) {
    return {w * factor, __builtin_shufflevector(a, b, 1, 9, 3, 11, 5, 13, 7, 15)};
  } else {
    return {w * factor, __builtin_shufflevector(a, b, 1, 17, 3, 19, 5, 21, 7, 23, 9, 25, 11, 27, 13,
                                                29, 15, 31)};
  }
}

/// Both halves of the 64-bit products of `w` and `factor`.
template <class W> SOJOURN_INLINE Product<W> multiply_wide(W w, std::uint32_t factor) {
  if constexpr (sizeof(W) == sizeof(std::uint32_t)) {
    const std::uint64_t product = std::uint64_t{w} * factor;
    return {static_cast<W>(product), static_cast<W>(product >> 32)};
  } else {
    const auto even = multiply_even(w, factor);
    const auto odd = multiply_even(bits_as<W>(bits_as<decltype(even + even)>(w) >> 32), factor);
    return interleave(w, factor, even, odd);
  }
}

/// Philox4x32-10 on lanes.
template <class W> SOJOURN_INLINE Block<W> philox(Block<W> counter, std::uint64_t key) {
  std::uint32_t key0 = static_cast<std::uint32_t>(key);
  std::uint32_t key1 = static_cast<std::uint32_t>(key >> 32);
  W a = counter.word[0], b = counter.word[1], c = counter.word[2], d = counter.word[3];
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
    const Product<W> left = multiply_wide(a, 0xD2511F53U);
    const Product<W> right = multiply_wide(c, 0xCD9E8D57U);
    a = right.high ^ b ^ key0;
    c = left.high ^ d ^ key1;
    b = right.low;
    d = left.low;
    key0 += 0x9E3779B9U;
    key1 += 0xBB67AE85U;
  }
  return {{a, b, c, d}};
}

} // namespace sojourn::inline SOJOURN_TARGET
