// SPDX-License-Identifier: Apache-2.0
#include "output/stats/warm_up.hpp"

#include <numeric>
#include <vector>

namespace sojourn::output {
namespace {

constexpr std::size_t least_batches = 10;

std::vector<double> batch_means(std::span<const double> path, std::size_t batch) {
  std::vector<double> means(path.size() / batch);
  for (std::size_t i = 0; i < means.size(); ++i) {
    const auto part = path.subspan(i * batch, batch);
    means[i] = std::accumulate(part.begin(), part.end(), 0.0) / static_cast<double>(batch);
  }
  return means;
}

} // namespace

std::optional<std::size_t> mser(std::span<const double> path, std::size_t batch) {
  const std::vector<double> y = batch_means(path, batch);
  if (y.size() < least_batches) {
    return std::nullopt;
  }
  // From the end: mean and sum of squares of what is kept, by Welford.
  double mean = 0, squares = 0, least = 0;
  const std::size_t half = y.size() / 2;
  std::size_t at = half + 1;
  for (std::size_t kept = 1; kept <= y.size(); ++kept) {
    const std::size_t d = y.size() - kept;
    const double n = static_cast<double>(kept), gap = y[d] - mean;
    mean += gap / n;
    squares += gap * (y[d] - mean);
    const double error = squares / (n * n);
    if (d <= half && (at > half || error <= least)) {
      least = error;
      at = d;
    }
  }
  return at == half ? std::nullopt : std::optional<std::size_t>(at * batch);
}

} // namespace sojourn::output
