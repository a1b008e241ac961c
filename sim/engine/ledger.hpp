// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

// Where the money of journeys went, touchpoint by touchpoint. All amounts are integers, multiples
// of 2^-20 of the currency, so that accounts balance exactly and not nearly:
//
//   value  = potential + sum (gained - lost_time - lost_given_up - lost_unfit)
//          = sum (gained + realised - lost_unfit)
//   booked = value - sum lost_unbooked
//   paid   = sum paid
//   risk   = sum risk
//
// with sums over touchpoints, for every persona and every replication. `potential` is what the
// finished journeys were worth when they began: worth x counted_over.
namespace sojourn {

/// What finished journeys of one persona gained, lost and paid at one touchpoint.
struct LedgerTally {
  std::int64_t lost_time = 0;     // worth of the time spent here before value was realised
  std::int64_t lost_given_up = 0; // what was left of the worth of those who ended here without it
  std::int64_t lost_unbooked = 0; // gained or realised here, never recognised
  std::int64_t gained = 0;        // outcomes
  std::int64_t realised = 0;      // what was left of the worth of those who realised it here
  std::int64_t paid = 0;          // prices
  std::int64_t lost_unfit = 0; // gained or realised here by right, but not fit: utility, warranty
  std::int64_t risk = 0;       // what events took from people
  /// What this touchpoint does to potential: sums to booked - paid - risk - potential.
  [[nodiscard]] std::int64_t net() const {
    return gained - lost_time - lost_given_up - lost_unfit - lost_unbooked - paid - risk;
  }
  friend bool operator==(const LedgerTally&, const LedgerTally&) = default;
};

inline LedgerTally& operator+=(LedgerTally& to, const LedgerTally& from) {
  to.lost_time += from.lost_time;
  to.lost_given_up += from.lost_given_up;
  to.lost_unbooked += from.lost_unbooked;
  to.gained += from.gained;
  to.realised += from.realised;
  to.paid += from.paid;
  to.lost_unfit += from.lost_unfit;
  to.risk += from.risk;
  return to;
}

/// One journey at one touchpoint, until it is known how the journey ends.
struct LedgerEntry {
  std::int64_t lost_time = 0, risk = 0;
  std::int32_t visits = 0, completed = 0; // completed: not ended by patience
};

/// Booked value of finished journeys, in equal bins from 0 to the largest value of the plan; what
/// is beyond it (outcomes gained more than once) is in the last bin.
inline constexpr std::size_t n_value_bins = 64;

[[nodiscard]] inline std::size_t value_bin(std::int64_t booked, std::int64_t largest) {
  if (booked <= 0 || largest <= 0) {
    return 0;
  }
  const double place = static_cast<double>(booked) / static_cast<double>(largest);
  return place >= 1 ? n_value_bins - 1
                    : static_cast<std::size_t>(place * static_cast<double>(n_value_bins));
}

} // namespace sojourn
