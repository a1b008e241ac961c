// SPDX-License-Identifier: Apache-2.0
#include "output/stats/selection.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace sojourn::output {
namespace {

using Values = std::vector<double>;

void scale_to_one(Values& shares) {
  const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (auto& share : shares)
    share = total > 0 ? share / total : 1 / static_cast<double>(shares.size());
}

std::size_t first_largest(std::span<const double> values) {
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

// Whole numbers in proportion to `weights` that sum to `total`, by largest remainders.
std::vector<int> apportion(std::span<const double> weights, int total) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<int> parts;
  Values rests;
  int left = total;
  for (const double weight : weights) {
    const double exact = total * weight / sum;
    parts.push_back(std::min(left, static_cast<int>(exact)));
    rests.push_back(exact - parts.back());
    left -= parts.back();
  }
  for (; left > 0; --left) {
    const auto next = first_largest(rests);
    ++parts[next];
    rests[next] -= 1;
  }
  return parts;
}

} // namespace

std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> variances) {
  assert(means.size() == variances.size() && !means.empty());
  const auto best = first_largest(means);
  const double widest = *std::max_element(variances.begin(), variances.end());
  Values shares(means.size(), 0.0);
  double squares = 0;
  for (std::size_t i = 0; i < means.size() && widest > 0; ++i) {
    if (i == best || variances[i] == 0)
      continue;
    const double lead = means[best] - means[i];
    shares[i] = variances[i] / std::max(lead * lead, 1e-6 * widest);
    squares += shares[i] * shares[i] / variances[i];
  }
  shares[best] = std::sqrt(variances[best] * squares);
  scale_to_one(shares);
  return shares;
}

std::vector<int> ocba_allocation(std::span<const double> means, std::span<const double> variances,
                                 std::span<const int> done, int increment) {
  assert(done.size() == means.size() && increment >= 0);
  const auto shares = ocba_shares(means, variances);
  const int total = std::accumulate(done.begin(), done.end(), increment);
  Values lacking;
  for (std::size_t i = 0; i < shares.size(); ++i)
    lacking.push_back(std::max(0.0, shares[i] * total - done[i]));
  if (std::accumulate(lacking.begin(), lacking.end(), 0.0) == 0)
    lacking.assign(shares.size(), 1.0);
  return apportion(lacking, increment);
}

} // namespace sojourn::output
