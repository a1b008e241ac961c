// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

// Experimental designs: which points of the unit cube a study looks at. Every design is a pure
// function of its sizes and a 64-bit seed, drawn at addresses of Purpose::design.
namespace sojourn {

/// Points as rows of one matrix, values[point * n_dimensions + dimension].
struct Points {
  std::size_t n_dimensions = 0;
  std::vector<double> values;

  [[nodiscard]] std::size_t size() const {
    return n_dimensions == 0 ? 0 : values.size() / n_dimensions;
  }
  [[nodiscard]] std::span<const double> row(std::size_t point) const {
    return {values.data() + point * n_dimensions, n_dimensions};
  }
  [[nodiscard]] double at(std::size_t point, std::size_t dimension) const {
    return values[point * n_dimensions + dimension];
  }
};

inline constexpr std::uint64_t uncountable = std::numeric_limits<std::uint64_t>::max();

/// How many points a full grid has; `uncountable` from 2^64 - 1 on, so that a design can be refused
/// with its size before anything is built.
[[nodiscard]] std::uint64_t grid_size(std::span<const std::size_t> levels);

/// Every combination of levels[d] evenly spaced levels from 0 to 1 (one level alone: 1/2), the last
/// dimension fastest. Throws std::length_error beyond 2^32 points.
[[nodiscard]] Points full_grid(std::span<const std::size_t> levels);

/// Where in its stratum a point of a Latin hypercube lies.
enum class Stratum : std::uint8_t { centre, drawn };

/// n points of which exactly one lies in each of the n equal strata of each dimension; the strata
/// are matched by independent uniform permutations (McKay, Beckman, Conover 1979 Technometrics
/// 21:239). `drawn`: uniform within the stratum, so that every point is uniform on the cube.
[[nodiscard]] Points latin_hypercube(std::size_t n, std::size_t n_dimensions, std::uint64_t seed,
                                     Stratum where = Stratum::drawn);

/// Dimensions of Boost's table of direction numbers (Joe & Kuo 2008).
inline constexpr std::size_t most_sobol_dimensions = 3667;

/// The first n points of the Sobol' sequence, its origin included, with Owen's nested uniform
/// scrambling (1995): each bit of a coordinate is flipped by a coin that depends on all higher
/// bits. Every coordinate of every point is then uniform, while among the first 2^m points each
/// interval [j, j + 1) / 2^m of each coordinate still holds exactly one. Values are middles of
/// cells of 2^-32. Throws std::length_error beyond most_sobol_dimensions or 2^32 points.
[[nodiscard]] Points sobol_points(std::size_t n, std::size_t n_dimensions, std::uint64_t seed);

/// Trajectories of Morris (1991 Technometrics 33:161): each starts at a drawn point of a grid of
/// n_levels levels and moves one dimension at a time, in drawn order and directions, by
/// delta = n_levels / (2 (n_levels - 1)), so that every level is equally likely.
struct MorrisDesign {
  Points points; ///< n_trajectories * (n_dimensions + 1) rows, along each
  std::size_t n_trajectories = 0;
  double delta = 0;
  std::vector<std::size_t> moved; ///< [trajectory][step]: the dimension that moves in it
  std::vector<int> direction;     ///< [trajectory][step]: +1 up, -1 down

  [[nodiscard]] std::size_t first_point(std::size_t trajectory) const {
    return trajectory * (points.n_dimensions + 1);
  }
  /// (y after - y before) / (+-delta), [trajectory][dimension], from y per point. NaN goes on.
  [[nodiscard]] std::vector<double> elementary_effects(std::span<const double> y) const;
};

/// Throws std::invalid_argument unless n_levels is even and at least 2.
[[nodiscard]] MorrisDesign morris_design(std::size_t n_trajectories, std::size_t n_dimensions,
                                         std::size_t n_levels, std::uint64_t seed);

/// Saltelli's design (2010 Comput. Phys. Commun. 181:259): rows of A, rows of B, then for each
/// dimension i the rows of A with column i from B. A and B are the halves of one scrambled Sobol'
/// sequence in 2 n_dimensions; n is best a power of two.
struct SaltelliDesign {
  Points points; ///< n (n_dimensions + 2) rows
  std::size_t n = 0;

  [[nodiscard]] std::size_t a(std::size_t row) const { return row; }
  [[nodiscard]] std::size_t b(std::size_t row) const { return n + row; }
  [[nodiscard]] std::size_t ab(std::size_t dimension, std::size_t row) const {
    return (2 + dimension) * n + row;
  }
};
[[nodiscard]] SaltelliDesign saltelli_design(std::size_t n, std::size_t n_dimensions,
                                             std::uint64_t seed);

/// What words of Purpose::design decide; part of every address, never renumbered.
enum class DesignLuck : std::uint16_t {
  strata = 0,   ///< Latin hypercube: [0, 1 order key, 2 place in the stratum]; agent = stratum
  scramble = 1, ///< Sobol': coins of seven levels of the tree; agent = the bits above them
  morris = 2,   ///< trajectories: [0, 1 order key, 2 start level, 3 direction]; agent = trajectory
  resample = 3, ///< bootstrap: word n % 4 of agent n / 4 is the n-th draw
};

/// The word that decides the `draw`-th element of resample `resample` of sample `sample`.
[[nodiscard]] std::uint32_t resample_word(std::uint64_t seed, std::uint32_t sample,
                                          std::uint32_t resample, std::uint32_t draw);

} // namespace sojourn
