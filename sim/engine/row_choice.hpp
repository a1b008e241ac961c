// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/visit.hpp"
#include "sim/engine/plan.hpp"

namespace sojourn::inline SOJOURN_TARGET {

/// The rows of one person's choice, as models/mechanisms/choice.hpp asks for them.
struct PlanChoice {
  const PlanRow* rows;
  std::int32_t n;
  PerKind<float> weights;

  SOJOURN_INLINE float share(int j) const { return rows[j].share; }
  SOJOURN_INLINE float weight(int j) const { return weights.of(rows[j].kind); }
  SOJOURN_INLINE std::uint32_t below(int j) const { return rows[j].threshold; }
  SOJOURN_INLINE std::int32_t last() const { return n - 1; }
};

/// Which kinds of option a list offers: 1 or 0 each.
SOJOURN_INLINE PerKind<float> kinds_offered(const NodeRecord& record) {
  const auto has = [&record](NodeFlag flag) { return (record.flags & flag) != 0 ? 1.0F : 0.0F; };
  return {has(NodeFlag::offers_stay), has(NodeFlag::offers_served), has(NodeFlag::offers_lost)};
}

/// The row a person chooses, after `deliberate`.
template <class P>
SOJOURN_INLINE std::int32_t row_of_choice(const P& person, const NodeRecord& record,
                                          const PlanRow* rows, std::uint32_t word) {
  const PerKind<float> weights = option_weights(person, kinds_offered(record));
  return choose<float>(word, PlanChoice{rows, record.n_rows, weights}, record.n_rows);
}

} // namespace sojourn::inline SOJOURN_TARGET
