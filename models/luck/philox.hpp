// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

#include <Random123/philox.h>
#include <array>

// Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3, SC11):
// four words of luck as a pure function of a counter and a key. Once through Random123, the
// reference, and once written on lanes, where each lane has its own counter; a test holds them equal.
namespace sojourn::inline SOJOURN_TARGET {

/// Random123's Philox4x32-10 of one counter; the key's low word first.
inline std::array<std::uint32_t, 4> philox_reference(const std::array<std::uint32_t, 4>& counter,
                                                     std::uint64_t key) {
  const r123::Philox4x32::ctr_type in = {{counter[0], counter[1], counter[2], counter[3]}};
  const r123::Philox4x32::key_type seed = {
      {static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)}};
  const r123::Philox4x32::ctr_type out = r123::Philox4x32()(in, seed);
  return {out[0], out[1], out[2], out[3]};
}

/// Four words per lane; W is std::uint32_t or a vector of them.
template <class W> struct Block {
  W word[4];
};

template <class W> struct Product {
  W low, high;
};

/// Both halves of the 64-bit products of `w` and `factor`.
template <class W> SOJOURN_INLINE Product<W> multiply_wide(W w, std::uint32_t factor) {
  if constexpr (sizeof(W) == sizeof(std::uint32_t)) {
    const std::uint64_t product = std::uint64_t{w} * factor;
    return {static_cast<W>(product), static_cast<W>(product >> 32)};
  } else {
    Product<W> product{w * factor, w};
    for (unsigned i = 0; i < sizeof(W) / sizeof(std::uint32_t); ++i) {
      product.high[i] = static_cast<std::uint32_t>((std::uint64_t{w[i]} * factor) >> 32);
    }
    return product;
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
