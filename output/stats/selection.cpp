// SPDX-License-Identifier: Apache-2.0
#include "output/stats/selection.hpp"

#include "output/stats/missing.hpp"
#include "output/stats/moments.hpp"
#include "output/stats/student.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace sojourn::output {
namespace {

double h_squared_of(std::size_t k, int first_rounds, double alpha) {
  const double freedom = first_rounds - 1;
  const double per_rival = 2 * alpha / static_cast<double>(k - 1);
  const double eta = (rounded_power(per_rival, -2 / freedom) - 1) / 2;
  return 2 * eta * freedom;
}

double variance_of_difference(std::span<const double> a, std::span<const double> b) {
  Moments moments;
  for (std::size_t round = 0; round < a.size(); ++round)
    moments.add(a[round] - b[round]);
  return moments.variance();
}

} // namespace

KimNelson::KimNelson(std::size_t k, int first_rounds, double alpha, double indifference)
    : k_(k), first_rounds_(first_rounds), indifference_(indifference),
      h_squared_(h_squared_of(k, first_rounds, alpha)), candidates_(k), eliminated_at_(k, 0),
      counts_(k, 0), sums_(k, 0.0), first_stage_(k), reaches_(k * k, 0.0) {
  assert(k >= 2 && first_rounds >= 2 && indifference > 0);
  assert(alpha > 0 && alpha < 1 - 1 / static_cast<double>(k));
  std::iota(candidates_.begin(), candidates_.end(), std::size_t{0});
}

double& KimNelson::reach(std::size_t i, std::size_t l) { return reaches_[i * k_ + l]; }
double KimNelson::reach(std::size_t i, std::size_t l) const { return reaches_[i * k_ + l]; }

double KimNelson::mean(std::size_t candidate) const {
  return counts_[candidate] == 0 ? missing : sums_[candidate] / counts_[candidate];
}

std::size_t KimNelson::best() const {
  return *std::max_element(candidates_.begin(), candidates_.end(), [&](auto a, auto b) {
    return sums_[a] < sums_[b]; // those still in have the same number of rounds
  });
}

void KimNelson::add_round(std::span<const double> values) {
  assert(values.size() == k_);
  if (finished_)
    return;
  if (std::any_of(candidates_.begin(), candidates_.end(),
                  [&](auto i) { return std::isnan(values[i]); })) {
    ++left_out_;
    return;
  }
  ++rounds_;
  for (const auto i : candidates_) {
    sums_[i] += values[i];
    ++counts_[i];
    if (rounds_ <= first_rounds_)
      first_stage_[i].push_back(values[i]);
  }
  if (rounds_ == first_rounds_)
    settle_first_stage();
  if (rounds_ >= first_rounds_)
    screen();
}

void KimNelson::settle_first_stage() {
  double largest = 0;
  for (std::size_t i = 0; i < k_; ++i)
    for (std::size_t l = 0; l < i; ++l) {
      const double variance = variance_of_difference(first_stage_[i], first_stage_[l]);
      reach(i, l) = reach(l, i) = h_squared_ * variance / (indifference_ * indifference_);
      largest = std::max(largest, reach(i, l));
    }
  const double most = 9e15; // whole numbers are exact in a double below it
  last_round_ =
      std::max<std::int64_t>(first_rounds_, static_cast<std::int64_t>(std::min(largest, most)) + 1);
}

// mean_i < mean_l - W_il, times the number of rounds.
bool KimNelson::beaten(std::size_t i, std::size_t l) const {
  const double margin = std::max(0.0, indifference_ / 2 * (reach(i, l) - rounds_));
  return sums_[i] < sums_[l] - margin;
}

void KimNelson::screen() {
  std::vector<std::size_t> left;
  for (const auto i : candidates_) {
    const bool out =
        std::any_of(candidates_.begin(), candidates_.end(), [&](auto l) { return beaten(i, l); });
    if (out)
      eliminated_at_[i] = rounds_;
    else
      left.push_back(i);
  }
  candidates_ = std::move(left); // never empty: nobody beats the largest sum
  finished_ = candidates_.size() == 1 || rounds_ >= last_round_;
}

} // namespace sojourn::output
