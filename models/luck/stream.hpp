// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/philox.hpp"
#include "models/luck/purpose.hpp"

#include <array>
#include <cstdint>
#include <string_view>

// Luck is addressed, not consumed: the words of a decision are a pure function of who decides,
// where, for the how-manieth time and what for. The arm of a study is no part of the address, so
// that arms meet the same people with the same luck.
namespace sojourn {

/// Where a decision stands. Limits: agent and replication 32 bits, occurrence 16 bits.
struct Address {
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;
  std::uint32_t agent = 0;
  std::uint32_t touchpoint = 0; ///< name_hash of its id
  std::uint16_t occurrence = 0; ///< n-th visit of that touchpoint, from 0

  friend bool operator==(const Address&, const Address&) = default;
};

/// Last word of the counter: occurrence 16 | purpose 8 | block 8, from the top.
SOJOURN_INLINE constexpr std::uint32_t address_word(std::uint32_t occurrence, Purpose purpose,
                                                    std::uint32_t block) {
  return (occurrence << 16) | (static_cast<std::uint32_t>(purpose) << 8) | block;
}

/// The four words of one block. Never throws.
SOJOURN_INLINE std::array<std::uint32_t, 4> words(const Address& at, Purpose purpose,
                                                  std::uint8_t block = 0) {
  const auto out = philox<std::uint32_t>(
      {{at.agent, at.replication, at.touchpoint, address_word(at.occurrence, purpose, block)}},
      at.seed);
  return {{out.word[0], out.word[1], out.word[2], out.word[3]}};
}

inline namespace SOJOURN_TARGET {

/// The same for every lane of F at once. `occurrence` must be below 2^16.
template <class F>
SOJOURN_INLINE Block<typename Lanes<F>::Word>
words(std::uint64_t seed, std::uint32_t replication, typename Lanes<F>::Word agent,
      typename Lanes<F>::Word touchpoint, typename Lanes<F>::Word occurrence, Purpose purpose,
      std::uint8_t block = 0) {
  using Word = typename Lanes<F>::Word;
  const Word last = (occurrence << 16) | address_word(0, purpose, block);
  return philox<Word>({{agent, broadcast<Word>(replication), touchpoint, last}}, seed);
}

} // namespace SOJOURN_TARGET

/// The middle of the word's cell: (w + 1/2) 2^-32, never 0 and never 1. Exact in double.
SOJOURN_INLINE constexpr double uniform_open(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// `w < threshold(p)` has probability p, to within 2^-33. The result saturates at 2^32 - 1: p = 1
/// therefore fails for one word in 2^32; who needs certainty asks p >= 1 first.
/// Values outside [0, 1] are clamped, NaN counts as 0.
SOJOURN_INLINE constexpr std::uint32_t threshold(double p) {
  if (!(p > 0)) {
    return 0;
  }
  const double cells = p * 0x1p32 + 0.5;
  return cells >= 0x1p32 - 1 ? 0xffffffffU : static_cast<std::uint32_t>(cells);
}

/// A stable 32-bit hash of a name: FNV-1a, finalised by MurmurHash3's mixer so that names that
/// differ in the last letter differ in every bit.
constexpr std::uint32_t name_hash(std::string_view name) {
  std::uint32_t hash = 0x811c9dc5U;
  for (const char letter : name) {
    hash = (hash ^ static_cast<std::uint8_t>(letter)) * 0x01000193U;
  }
  hash = (hash ^ (hash >> 16)) * 0x85ebca6bU;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35U;
  return hash ^ (hash >> 16);
}

/// The words of one address as a UniformRandomBitGenerator, for set-up and rare draws (Boost.Random
/// works on it). Holds 256 blocks of 4 words; asking for more throws std::length_error, because the
/// words after that belong to another address.
class Stream {
public:
  using result_type = std::uint32_t;
  static constexpr std::uint32_t capacity = 256 * 4;

  Stream(const Address& address, Purpose purpose) : address_(address), purpose_(purpose) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 0xffffffffU; }

  result_type operator()();

  /// How many words were drawn so far.
  std::uint32_t draws() const { return draws_; }

private:
  Address address_;
  Purpose purpose_;
  std::uint32_t draws_ = 0;
  std::array<std::uint32_t, 4> block_{};
};

} // namespace sojourn
