// SPDX-License-Identifier: Apache-2.0
#include "sim/study/money_record.hpp"

#include "output/stats/missing.hpp"

#include <algorithm>
#include <numeric>

namespace sojourn {

std::int64_t MoneyRecord::all_finished() const {
  return std::accumulate(finished.begin(), finished.end(), std::int64_t{0});
}

MoneyRecord money_of(const Plan& plan, const Tally& tally) {
  MoneyRecord record;
  if (!plan.keeps_books) {
    return record;
  }
  record.n_touchpoints = tally.shape.n_touchpoints;
  record.ledger = tally.ledger;
  record.largest = plan.largest_value;
  record.bins.resize(n_value_bins);
  record.sums.resize(n_value_bins);
  for (std::size_t persona = 0; persona < tally.personas.size(); ++persona) {
    record.finished.push_back(tally.personas[persona].finished);
    record.potential.push_back(tally.personas[persona].potential);
    for (std::size_t bin = 0; bin < n_value_bins; ++bin) {
      record.bins[bin] += tally.value_bins[persona * n_value_bins + bin];
      record.sums[bin] += tally.value_sums[persona * n_value_bins + bin];
    }
  }
  return record;
}

namespace {

/// sum max(0, q - x) over the bins below q, money.
double shortfall(const MoneyRecord& record, std::size_t below, double q) {
  std::int64_t count = 0, sum = 0;
  for (std::size_t bin = 0; bin < below; ++bin) {
    count += record.bins[bin];
    sum += record.sums[bin];
  }
  return q * static_cast<double>(count) - from_fixed(sum);
}

} // namespace

std::vector<double> tail_of(const std::vector<const MoneyRecord*>& replications, double share) {
  const double width =
      from_fixed(replications.front()->largest) / static_cast<double>(n_value_bins);
  double best = -1, best_q = 0, people = 0;
  std::size_t best_edge = 0;
  for (const MoneyRecord* record : replications) {
    people += static_cast<double>(record->all_finished());
  }
  for (std::size_t edge = 0; edge <= n_value_bins; ++edge) {
    const double q = static_cast<double>(edge) * width;
    double below = 0;
    for (const MoneyRecord* record : replications) {
      below += shortfall(*record, edge, q);
    }
    if (const double mean = q - below / (share * people); mean > best) {
      best = mean;
      best_q = q;
      best_edge = edge;
    }
  }
  std::vector<double> values;
  for (const MoneyRecord* record : replications) {
    const auto n = static_cast<double>(record->all_finished());
    values.push_back(n > 0 ? best_q - shortfall(*record, best_edge, best_q) / (share * n)
                           : output::missing);
  }
  return values;
}

} // namespace sojourn
