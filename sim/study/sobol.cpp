// SPDX-License-Identifier: Apache-2.0
#include "models/luck/boost_random.hpp"
#include "models/luck/stream.hpp"
#include "sim/study/design.hpp"

#include <stdexcept>

namespace sojourn {
namespace {

using Sequence = boost::random::sobol_engine<std::uint32_t, 32>;
static_assert(most_sobol_dimensions == boost::random::default_sobol_table::max_dimension);

constexpr unsigned coordinate_bits = 32;
constexpr unsigned levels_of_a_block = 7; // 2^7 - 1 nodes of the tree, a coin each, in 128 bits

/// The coins of all nodes of seven levels below one node: `above` holds the bits that lead there.
struct Coins {
  std::array<std::uint32_t, 4> drawn;

  [[nodiscard]] std::uint32_t of(std::uint32_t node) const {
    return (drawn[node / 32] >> (node % 32)) & 1U;
  }
};

Coins coins_below(std::uint64_t seed, std::uint32_t dimension, unsigned level,
                  std::uint32_t above) {
  const Address at{.seed = seed,
                   .replication = level,
                   .agent = above,
                   .touchpoint = dimension,
                   .occurrence = static_cast<std::uint16_t>(DesignLuck::scramble)};
  return {words(at, Purpose::design)};
}

/// Owen's scrambling of one coordinate. Nodes within a block are numbered as in a heap: 1 at the
/// top, 2 j and 2 j + 1 below j, so that the number holds the unscrambled bits that led there.
std::uint32_t scrambled(std::uint32_t value, std::uint64_t seed, std::uint32_t dimension) {
  std::uint32_t flips = 0;
  for (unsigned level = 0; level < coordinate_bits; level += levels_of_a_block) {
    const std::uint32_t above = level == 0 ? 0 : value >> (coordinate_bits - level);
    const Coins coins = coins_below(seed, dimension, level, above);
    std::uint32_t node = 1;
    for (unsigned i = level; i < std::min(level + levels_of_a_block, coordinate_bits); ++i) {
      const unsigned shift = coordinate_bits - 1 - i;
      flips |= coins.of(node) << shift;
      node = 2 * node + ((value >> shift) & 1U);
    }
  }
  return value ^ flips;
}

} // namespace

Points sobol_points(std::size_t n, std::size_t n_dimensions, std::uint64_t seed) {
  if (n_dimensions > most_sobol_dimensions)
    throw std::length_error("a Sobol' sequence here has at most 3667 dimensions");
  if (n > std::uint64_t{1} << coordinate_bits)
    throw std::length_error("a Sobol' sequence here has at most 2^32 points");
  Points points{n_dimensions, std::vector<double>(n * n_dimensions)};
  if (points.values.empty())
    return points;
  Sequence sequence(n_dimensions); // Boost leaves the origin out, and the balance with it
  for (std::size_t point = 0; point < n; ++point)
    for (std::size_t d = 0; d < n_dimensions; ++d) {
      const std::uint32_t plain = point == 0 ? 0U : sequence();
      points.values[point * n_dimensions + d] =
          uniform_open(scrambled(plain, seed, static_cast<std::uint32_t>(d)));
    }
  return points;
}

} // namespace sojourn
