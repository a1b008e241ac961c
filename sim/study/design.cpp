// SPDX-License-Identifier: Apache-2.0
#include "sim/study/design.hpp"

#include "models/luck/stream.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace sojourn {
namespace {

constexpr std::uint64_t most_points = std::uint64_t{1} << 32;

std::array<std::uint32_t, 4> design_words(std::uint64_t seed, DesignLuck what, std::size_t row,
                                          std::size_t dimension) {
  return words({.seed = seed,
                .agent = static_cast<std::uint32_t>(row),
                .touchpoint = static_cast<std::uint32_t>(dimension),
                .occurrence = static_cast<std::uint16_t>(what)},
               Purpose::design);
}

/// 0 .. n - 1 in the order of drawn 64-bit keys: a uniform permutation, but for the chance of
/// n^2 / 2^65 that two keys are equal.
template <class KeyOf> std::vector<std::size_t> drawn_order(std::size_t n, KeyOf key_of) {
  std::vector<std::pair<std::uint64_t, std::size_t>> keyed(n);
  for (std::size_t i = 0; i < n; ++i)
    keyed[i] = {key_of(i), i};
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::size_t> order(n);
  std::transform(keyed.begin(), keyed.end(), order.begin(), [](auto& each) { return each.second; });
  return order;
}

std::uint64_t wide(const std::array<std::uint32_t, 4>& drawn) {
  return (std::uint64_t{drawn[0]} << 32) | drawn[1];
}

Points room_for(std::size_t n, std::size_t n_dimensions) {
  return {n_dimensions, std::vector<double>(n * n_dimensions)};
}

/// Writes trajectory `t` into the design. Levels are counted, so that points that ought to be equal
/// are equal to the last bit.
void walk(MorrisDesign& design, std::size_t t, std::size_t n_levels, std::uint64_t seed) {
  const std::size_t k = design.points.n_dimensions;
  const std::size_t jump = n_levels / 2;
  std::vector<std::size_t> level(k);
  std::vector<int> direction(k);
  for (std::size_t d = 0; d < k; ++d) {
    const auto drawn = design_words(seed, DesignLuck::morris, t, d);
    const auto low = static_cast<std::size_t>((std::uint64_t{drawn[2]} * jump) >> 32);
    direction[d] = (drawn[3] >> 31) == 0 ? 1 : -1;
    level[d] = direction[d] > 0 ? low : low + jump;
  }
  const auto order = drawn_order(
      k, [&](std::size_t d) { return wide(design_words(seed, DesignLuck::morris, t, d)); });
  double* out = design.points.values.data() + design.first_point(t) * k;
  const auto write = [&] {
    for (const std::size_t each : level)
      *out++ = static_cast<double>(each) / static_cast<double>(n_levels - 1);
  };
  write();
  for (const std::size_t d : order) {
    level[d] = direction[d] > 0 ? level[d] + jump : level[d] - jump;
    write();
    design.moved.push_back(d);
    design.direction.push_back(direction[d]);
  }
}

} // namespace

std::uint64_t grid_size(std::span<const std::size_t> levels) {
  std::uint64_t size = 1;
  for (const std::size_t each : levels)
    if (__builtin_mul_overflow(size, std::uint64_t{each}, &size))
      return uncountable;
  return size;
}

Points full_grid(std::span<const std::size_t> levels) {
  const std::uint64_t size = grid_size(levels);
  if (size > most_points)
    throw std::length_error("a grid holds at most 2^32 points");
  Points grid = room_for(size, levels.size());
  for (std::size_t point = 0; point < size; ++point) {
    std::size_t rest = point;
    for (std::size_t d = levels.size(); d-- > 0; rest /= levels[d]) {
      const std::size_t level = rest % levels[d];
      grid.values[point * levels.size() + d] =
          levels[d] == 1 ? 0.5 : static_cast<double>(level) / static_cast<double>(levels[d] - 1);
    }
  }
  return grid;
}

Points latin_hypercube(std::size_t n, std::size_t n_dimensions, std::uint64_t seed, Stratum where) {
  if (n > most_points)
    throw std::length_error("a Latin hypercube holds at most 2^32 points");
  Points points = room_for(n, n_dimensions);
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    const auto luck = [&](std::size_t i) { return design_words(seed, DesignLuck::strata, i, d); };
    const auto order = drawn_order(n, [&](std::size_t i) { return wide(luck(i)); });
    for (std::size_t i = 0; i < n; ++i) {
      const double within = where == Stratum::centre ? 0.5 : uniform_open(luck(i)[2]);
      points.values[order[i] * n_dimensions + d] =
          (static_cast<double>(i) + within) / static_cast<double>(n);
    }
  }
  return points;
}

MorrisDesign morris_design(std::size_t n_trajectories, std::size_t n_dimensions,
                           std::size_t n_levels, std::uint64_t seed) {
  if (n_levels < 2 || n_levels % 2 != 0)
    throw std::invalid_argument("Morris trajectories need an even number of levels");
  MorrisDesign design;
  design.points = room_for(n_trajectories * (n_dimensions + 1), n_dimensions);
  design.n_trajectories = n_trajectories;
  const std::size_t half = n_levels / 2;
  design.delta = static_cast<double>(half) / static_cast<double>(n_levels - 1);
  for (std::size_t t = 0; t < n_trajectories; ++t)
    walk(design, t, n_levels, seed);
  return design;
}

std::vector<double> MorrisDesign::elementary_effects(std::span<const double> y) const {
  const std::size_t k = points.n_dimensions;
  std::vector<double> effects(n_trajectories * k);
  for (std::size_t t = 0; t < n_trajectories; ++t)
    for (std::size_t step = 0; step < k; ++step) {
      const std::size_t before = first_point(t) + step;
      effects[t * k + moved[t * k + step]] =
          (y[before + 1] - y[before]) / (direction[t * k + step] * delta);
    }
  return effects;
}

SaltelliDesign saltelli_design(std::size_t n, std::size_t n_dimensions, std::uint64_t seed) {
  const Points both = sobol_points(n, 2 * n_dimensions, seed);
  SaltelliDesign design{room_for(n * (n_dimensions + 2), n_dimensions), n};
  auto out = design.points.values.begin();
  for (std::size_t half = 0; half < 2; ++half)
    for (std::size_t row = 0; row < n; ++row)
      for (std::size_t d = 0; d < n_dimensions; ++d)
        *out++ = both.at(row, half * n_dimensions + d);
  for (std::size_t i = 0; i < n_dimensions; ++i)
    for (std::size_t row = 0; row < n; ++row)
      for (std::size_t d = 0; d < n_dimensions; ++d)
        *out++ = both.at(row, d == i ? n_dimensions + d : d);
  return design;
}

std::uint32_t resample_word(std::uint64_t seed, std::uint32_t sample, std::uint32_t resample,
                            std::uint32_t draw) {
  const Address at{.seed = seed,
                   .replication = sample,
                   .agent = draw / 4,
                   .touchpoint = resample,
                   .occurrence = static_cast<std::uint16_t>(DesignLuck::resample)};
  return words(at, Purpose::design)[draw % 4];
}

} // namespace sojourn
