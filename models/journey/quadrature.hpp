// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <span>

namespace sojourn {

/// Gauss-Legendre with eight nodes on [begin, end]: `use(node, weight)`. Exact for polynomials up
/// to degree 15.
template <class Use> void each_node(double begin, double end, const Use& use) {
  constexpr std::array<double, 4> node = {.1834346424956498, .5255324099163290, .7966664774136267,
                                          .9602898564975363};
  constexpr std::array<double, 4> weight = {.3626837833783620, .3137066458778873, .2223810344533745,
                                            .1012285362903763};
  const double middle = (begin + end) / 2, half = (end - begin) / 2;
  for (std::size_t i = 0; i < node.size(); ++i) {
    use(middle - half * node[i], half * weight[i]);
    use(middle + half * node[i], half * weight[i]);
  }
}

/// Panel by panel between neighbouring `breaks`, which are sorted.
template <class Use> void each_node(std::span<const double> breaks, const Use& use) {
  for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
    each_node(breaks[i], breaks[i + 1], use);
  }
}

} // namespace sojourn
