// SPDX-License-Identifier: Apache-2.0
#include "output/stats/ranking.hpp"

#include "output/text.hpp"

#include <algorithm>
#include <numeric>

namespace sojourn::output {
namespace {

// Larger first, missing last.
bool ranks_before(double a, double b) {
  if (std::isnan(a) || std::isnan(b))
    return !std::isnan(a) && std::isnan(b);
  return a > b;
}

/// All pairs of k items, each once.
template <class Visit> void each_pair(std::size_t k, Visit visit) {
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = i + 1; j < k; ++j)
      visit(i, j);
}

class Comparisons {
public:
  Comparisons(std::span<const std::vector<double>> gains, double alpha)
      : k_(gains.size()), alpha_(alpha), p_(k_ * k_, missing), lead_(k_ * k_, 0.0) {
    std::vector<double> p;
    each_pair(k_, [&](auto i, auto j) {
      const auto difference = paired_difference(gains[i], gains[j], 1 - alpha);
      p.push_back(difference.p);
      lead_[i * k_ + j] = difference.estimate;
      lead_[j * k_ + i] = -difference.estimate;
    });
    const auto adjusted = holm(p);
    auto next = adjusted.begin();
    each_pair(k_, [&](auto i, auto j) { p_[i * k_ + j] = p_[j * k_ + i] = *next++; });
  }

  /// i is significantly better than j. A missing p is not small.
  [[nodiscard]] bool better(std::size_t i, std::size_t j) const {
    return p_[i * k_ + j] <= alpha_ && lead_[i * k_ + j] > 0;
  }
  [[nodiscard]] const std::vector<double>& p() const { return p_; }

private:
  std::size_t k_;
  double alpha_;
  std::vector<double> p_, lead_; // k x k
};

void set_bounds(Ranking& ranking, const Comparisons& comparisons) {
  const auto k = ranking.items.size();
  for (std::size_t i = 0; i < k; ++i) {
    int above = 0, below = 0;
    for (std::size_t j = 0; j < k; ++j) {
      above += comparisons.better(j, i) ? 1 : 0;
      below += comparisons.better(i, j) ? 1 : 0;
    }
    ranking.items[i].best = 1 + above;
    ranking.items[i].worst = static_cast<int>(k) - below;
  }
}

void set_groups(Ranking& ranking, const Comparisons& comparisons) {
  const auto& order = ranking.order;
  int group = 1;
  for (auto at = order.begin(); at != order.end(); ++at) {
    const bool split = std::all_of(order.begin(), at, [&](auto above) {
      return std::all_of(at, order.end(),
                         [&](auto below) { return comparisons.better(above, below); });
    });
    if (at != order.begin() && split)
      ++group;
    ranking.items[*at].group = group;
  }
}

} // namespace

std::string Rank::text() const {
  return best == worst ? output::text("{}", best) : output::text("between {} and {}", best, worst);
}

Ranking honest_ranks(std::span<const std::vector<double>> gains, double alpha) {
  Ranking ranking;
  for (const auto& values : gains)
    ranking.items.emplace_back().mean = mean_interval(values).estimate;
  ranking.order.resize(gains.size());
  std::iota(ranking.order.begin(), ranking.order.end(), std::size_t{0});
  std::stable_sort(ranking.order.begin(), ranking.order.end(), [&](auto i, auto j) {
    return ranks_before(ranking.items[i].mean, ranking.items[j].mean);
  });
  const Comparisons comparisons(gains, alpha);
  ranking.p = comparisons.p();
  set_bounds(ranking, comparisons);
  set_groups(ranking, comparisons);
  return ranking;
}

} // namespace sojourn::output
