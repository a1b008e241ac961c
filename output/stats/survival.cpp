// SPDX-License-Identifier: Apache-2.0
#include "output/stats/survival.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace sojourn::output {
namespace {

std::vector<Spell> by_time(std::span<const Spell> spells) {
  std::vector<Spell> sorted(spells.begin(), spells.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Spell& a, const Spell& b) { return a.time < b.time; });
  return sorted;
}

std::int64_t count_of(std::span<const Spell> spells) {
  std::int64_t n = 0;
  for (const auto& spell : spells)
    n += spell.count;
  return n;
}

std::span<const Spell> ties_from(std::span<const Spell> sorted, std::size_t begin) {
  std::size_t end = begin;
  while (end < sorted.size() && sorted[end].time == sorted[begin].time)
    ++end;
  return sorted.subspan(begin, end - begin);
}

// Counts of the tied spells per exit; exits beyond n_exits are our own mistake.
std::vector<std::int64_t> exits_among(std::span<const Spell> tied, std::size_t n_exits) {
  std::vector<std::int64_t> left(n_exits);
  for (const auto& spell : tied) {
    assert(spell.exit < static_cast<int>(n_exits) && spell.count >= 0);
    if (spell.exit != censored)
      left[static_cast<std::size_t>(spell.exit)] += spell.count;
  }
  return left;
}

// Index of the last step at or before `at`, or -1.
std::ptrdiff_t step_at(const SurvivalCurve& curve, std::int64_t at) {
  return std::upper_bound(curve.time.begin(), curve.time.end(), at) - curve.time.begin() - 1;
}

} // namespace

// S(t) = prod (1 - d/n); F_k(t) = sum S(t-) d_k/n over the times at which somebody left.
SurvivalCurve aalen_johansen(std::span<const Spell> spells, std::size_t n_exits) {
  SurvivalCurve curve;
  curve.incidence.resize(n_exits);
  const auto sorted = by_time(spells);
  auto at_risk = count_of(sorted);
  double surviving = 1;
  std::vector<double> incidence(n_exits);
  for (std::size_t i = 0; i < sorted.size();) {
    const auto tied = ties_from(sorted, i);
    const auto left = exits_among(tied, n_exits);
    const auto all_left = std::accumulate(left.begin(), left.end(), std::int64_t{0});
    if (all_left > 0) {
      const double each = surviving / static_cast<double>(at_risk);
      for (std::size_t exit = 0; exit < n_exits; ++exit) {
        incidence[exit] += each * static_cast<double>(left[exit]);
        curve.incidence[exit].push_back(incidence[exit]);
      }
      surviving = each * static_cast<double>(at_risk - all_left);
      curve.time.push_back(sorted[i].time);
      curve.at_risk.push_back(at_risk);
      curve.surviving.push_back(surviving);
    }
    at_risk -= count_of(tied);
    i += tied.size();
  }
  return curve;
}

SurvivalCurve kaplan_meier(std::span<const Spell> spells) {
  std::vector<Spell> merged(spells.begin(), spells.end());
  for (auto& spell : merged)
    spell.exit = spell.exit == censored ? censored : 0;
  auto curve = aalen_johansen(merged, 1);
  curve.incidence.clear();
  return curve;
}

std::int64_t SurvivalCurve::quantile(double p) const {
  constexpr double rounding = 1e-12; // of the product of steps
  for (std::size_t i = 0; i < time.size(); ++i)
    if (surviving[i] <= 1 - p + rounding)
      return time[i];
  return -1;
}

double SurvivalCurve::restricted_mean(std::int64_t limit) const {
  double area = 0, height = 1;
  std::int64_t from = 0;
  for (std::size_t i = 0; i < time.size() && time[i] < limit; ++i) {
    area += height * static_cast<double>(time[i] - from);
    from = time[i];
    height = surviving[i];
  }
  return area + height * static_cast<double>(limit - from);
}

double SurvivalCurve::surviving_at(std::int64_t at) const {
  const auto step = step_at(*this, at);
  return step < 0 ? 1.0 : surviving[static_cast<std::size_t>(step)];
}

double SurvivalCurve::incidence_at(std::size_t exit, std::int64_t at) const {
  const auto step = step_at(*this, at);
  return step < 0 ? 0.0 : incidence[exit][static_cast<std::size_t>(step)];
}

std::vector<ShareBounds> exit_share_bounds(std::span<const Spell> spells, std::size_t n_exits) {
  std::vector<ShareBounds> bounds(n_exits);
  const auto n = count_of(spells);
  if (n == 0)
    return bounds;
  const auto left = exits_among(spells, n_exits);
  const double open = censored_share(spells);
  for (std::size_t exit = 0; exit < n_exits; ++exit) {
    bounds[exit].lower = static_cast<double>(left[exit]) / static_cast<double>(n);
    bounds[exit].upper = std::min(1.0, bounds[exit].lower + open);
  }
  return bounds;
}

double censored_share(std::span<const Spell> spells) {
  std::int64_t n = 0, open = 0;
  for (const auto& spell : spells) {
    n += spell.count;
    open += spell.exit == censored ? spell.count : 0;
  }
  return n == 0 ? 0.0 : static_cast<double>(open) / static_cast<double>(n);
}

} // namespace sojourn::output
