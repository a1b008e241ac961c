// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sojourn {

/// The books of one replication of one arm, without the rest of its tally. Money in fixed point.
struct MoneyRecord {
  std::size_t n_touchpoints = 0;
  std::vector<std::int64_t> finished, potential; // [persona]
  std::vector<LedgerTally> ledger;               // [persona * n_touchpoints + touchpoint]
  // All personas together: finished journeys and booked value by bins from 0 to `largest`.
  std::vector<std::int64_t> bins, sums;
  std::int64_t largest = 0;

  [[nodiscard]] std::size_t n_personas() const { return finished.size(); }
  [[nodiscard]] const LedgerTally& at(std::size_t persona, std::size_t touchpoint) const {
    return ledger[persona * n_touchpoints + touchpoint];
  }
  [[nodiscard]] std::int64_t all_finished() const;
};

/// For checkpoints.
template <class Archive, class Record> void lay_out_money(Archive& a, Record& record) {
  a(record.n_touchpoints);
  a(record.finished);
  a(record.potential);
  a(record.ledger);
  a(record.bins);
  a(record.sums);
  a(record.largest);
}

/// Empty where no books are kept.
[[nodiscard]] MoneyRecord money_of(const Plan& plan, const Tally& tally);

/// The mean of the lowest share of booked values, one value per replication, for intervals: with q
/// at about that quantile of all replications together, q - mean(max(0, q - x)) / share
/// (Rockafellar & Uryasev 2000). q is the edge of a bin at which the mean over all is largest, so
/// an error in q of a bin's width has no first-order effect. NaN for a replication without
/// journeys.
[[nodiscard]] std::vector<double> tail_of(const std::vector<const MoneyRecord*>& replications,
                                          double share);

} // namespace sojourn
