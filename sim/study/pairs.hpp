// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "sim/engine/plan.hpp"
#include "sim/engine/tally.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

// The same person in two arms, under the same luck: who is helped and who is hurt. Means hide that;
// luck is addressed, so that everybody can be met again. The coupling of the two fates is ours and
// not nature's, which is why the marginal distributions stand beside it in the result.
namespace sojourn {

/// What is compared of one finished journey.
struct PairedPerson {
  std::uint32_t agent = 0;
  std::int32_t persona = 0;
  bool lost = false; // left without being served
  float remembered = 0;
  std::int64_t booked = 0; // money, fixed point
};

/// What counts as a difference. Below it, a person is unchanged.
struct PairRule {
  double affect = 0.25;            // points of remembered experience
  std::vector<std::int64_t> money; // [persona], fixed point
};

/// Differences in money count from this share of the largest value of a persona's journey on
/// (assumption: about what people round away).
inline constexpr double noticeable_share_of_value = 0.01;

[[nodiscard]] PairRule pair_rule(const Plan& baseline, double noticeable_affect);

/// People of a group who finished in both arms. `better` and `worse` are about the remembered
/// experience, `richer` and `poorer` about the value recognised.
struct PairCounts {
  std::int64_t people = 0, better = 0, worse = 0, richer = 0, poorer = 0;
  std::int64_t newly_lost = 0, newly_kept = 0; // gave up here only; in the baseline only
  friend bool operator==(const PairCounts&, const PairCounts&) = default;
};
PairCounts& operator+=(PairCounts& to, const PairCounts& from);

/// [group]: everyone, then by the baseline's persona. Both lists in the order of agents.
[[nodiscard]] std::vector<PairCounts> pair_people(const std::vector<PairedPerson>& baseline,
                                                  const std::vector<PairedPerson>& arm,
                                                  const PairRule& rule);

void sort_people(std::vector<PairedPerson>& people);

} // namespace sojourn
