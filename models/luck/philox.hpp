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

inline constexpr std::uint32_t philox_left = 0xD2511F53U, philox_right = 0xCD9E8D57U;
inline constexpr std::uint32_t philox_weyl0 = 0x9E3779B9U, philox_weyl1 = 0xBB67AE85U;

/// Four words per lane; W is std::uint32_t or a vector of them.
template <class W> struct Block { W word[4]; };

/// Both halves of the 64-bit product of one lane.
struct Product {
  std::uint32_t low, high;
};
SOJOURN_INLINE Product multiply_wide(std::uint32_t w, std::uint32_t factor) {
  const std::uint64_t product = std::uint64_t{w} * factor;
  return {static_cast<std::uint32_t>(product), static_cast<std::uint32_t>(product >> 32)};
}

SOJOURN_INLINE Block<std::uint32_t> philox_alone(Block<std::uint32_t> counter, std::uint64_t key) {
  std::uint32_t key0 = static_cast<std::uint32_t>(key);
  std::uint32_t key1 = static_cast<std::uint32_t>(key >> 32);
  auto [a, b, c, d] = counter.word;
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
    const Product left = multiply_wide(a, philox_left);
    const Product right = multiply_wide(c, philox_right);
    a = right.high ^ b ^ key0;
    c = left.high ^ d ^ key1;
    b = right.low;
    d = left.low;
    key0 += philox_weyl0;
    key1 += philox_weyl1;
  }
  return {{a, b, c, d}};
}

/// The even lanes' words in the low halves of 64-bit lanes, or the odd ones'. The high halves hold
/// what multiplications leave there; nobody reads them.
template <class W> struct HalfBlock {
  typedef std::uint64_t Wide [[gnu::vector_size(sizeof(W))]];
  Wide word[4];
};

/// One round of half the lanes: a product stays where it is, its high half comes by one shift.
template <class W> SOJOURN_INLINE void philox_round(HalfBlock<W>& half, W key0, W key1) {
  typedef std::uint64_t Wide [[gnu::vector_size(sizeof(W))]];
  const Wide left = multiply_even(bits_as<W>(half.word[0]), philox_left);
  const Wide right = multiply_even(bits_as<W>(half.word[2]), philox_right);
  half.word[0] = (right >> 32) ^ half.word[1] ^ bits_as<Wide>(key0);
  half.word[2] = (left >> 32) ^ half.word[3] ^ bits_as<Wide>(key1);
  half.word[1] = right;
  half.word[3] = left;
}

template <class W> SOJOURN_INLINE Block<W> philox_together(Block<W> counter, std::uint64_t key) {
  typedef std::uint64_t Wide [[gnu::vector_size(sizeof(W))]];
  HalfBlock<W> even, odd;
  for (int k = 0; k < 4; ++k) {
    even.word[k] = bits_as<Wide>(counter.word[k]);
    odd.word[k] = even.word[k] >> 32;
  }
  W key0 = broadcast<W>(static_cast<std::uint32_t>(key));
  W key1 = broadcast<W>(static_cast<std::uint32_t>(key >> 32));
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
    philox_round(even, key0, key1);
    philox_round(odd, key0, key1);
    key0 = key0 + philox_weyl0;
    key1 = key1 + philox_weyl1;
  }
  Block<W> out;
  for (int k = 0; k < 4; ++k) {
    out.word[k] = bits_as<W>((even.word[k] & 0xffffffffU) | (odd.word[k] << 32));
  }
  return out;
}

/// Philox4x32-10 on lanes. The even and the odd lanes go through the rounds apart, because the
/// multiplication takes every other lane only: no shuffles, and two chains of latencies side by
/// side.
template <class W> SOJOURN_INLINE Block<W> philox(Block<W> counter, std::uint64_t key) {
  if constexpr (sizeof(W) == sizeof(std::uint32_t)) {
    return philox_alone(counter, key);
  } else {
    return philox_together(counter, key);
  }
}

} // namespace sojourn::inline SOJOURN_TARGET
