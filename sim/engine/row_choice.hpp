// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/visit.hpp"
#include "sim/engine/plan.hpp"

namespace sojourn::inline SOJOURN_TARGET {

/// The rows of one person's choice, as models/mechanisms/choice.hpp asks for them: one weight per
/// kind of option, or, where the list says more of its options, one per row.
struct PlanChoice {
  const PlanRow* rows;
  std::int32_t n;
  PerKind<float> weights;
  const float* own; // [n]; nullptr: the weight of the kind

  SOJOURN_INLINE float share(int j) const { return rows[j].share; }
  SOJOURN_INLINE float weight(int j) const {
    return own != nullptr ? own[j] : weights.of(rows[j].kind);
  }
  SOJOURN_INLINE std::uint32_t below(int j) const { return rows[j].threshold; }
  SOJOURN_INLINE std::int32_t last() const { return n - 1; }
};

/// Which kinds of option a list offers: 1 or 0 each.
SOJOURN_INLINE PerKind<float> kinds_offered(const NodeRecord& record) {
  const auto has = [&record](NodeFlag flag) { return (record.flags & flag) != 0 ? 1.0F : 0.0F; };
  return {has(NodeFlag::offers_stay), has(NodeFlag::offers_served), has(NodeFlag::offers_lost)};
}

/// The tilts of the kinds of option, after `deliberate`.
template <class P> SOJOURN_INLINE PerKind<float> kind_tilts(const P& person) {
  return {0.0F, 0.0F, person.get(Field::tilt_leave)};
}

/// What the options of a list say of themselves; nullptr where they say nothing.
SOJOURN_INLINE const RowTerms* terms_of(const Plan& plan, const NodeRecord& record) {
  const std::int32_t terms = plan.rows[static_cast<std::size_t>(record.first_row)].terms;
  return terms < 0 ? nullptr : &plan.terms[static_cast<std::size_t>(terms)];
}

/// The tilt of option j of a list, log-odds. `leaning`: what memories of places speak for each
/// (PlaceMemory::lean); nullptr where they do not.
template <class P>
SOJOURN_INLINE float tilt_of_row(const P& person, const Plan& plan, const NodeRecord& record,
                                 std::int32_t j, const float* leaning) {
  float tilt = kind_tilts(person).of(
      plan.rows[static_cast<std::size_t>(record.first_row) + static_cast<std::size_t>(j)].kind);
  tilt = leaning == nullptr ? tilt : tilt + leaning[j];
  const RowTerms* terms = terms_of(plan, record);
  return terms == nullptr
             ? tilt
             : tilt + option_tilt(person, plan.choice_sensitivity, terms, record.n_rows, j);
}

/// The weights of the rows of a list whose options are weighed one by one.
template <class P>
SOJOURN_INLINE void weigh_rows(const P& person, const Plan& plan, const NodeRecord& record,
                               const float* leaning, float* weights) {
  const PlanRow* rows = &plan.rows[static_cast<std::size_t>(record.first_row)];
  float top = -3e38F;
  for (std::int32_t j = 0; j < record.n_rows; ++j) {
    weights[j] = tilt_of_row(person, plan, record, j, leaning);
    top = top_tilt(top, rows[j].share, weights[j]);
  }
  for (std::int32_t j = 0; j < record.n_rows; ++j) {
    weights[j] = row_weight(rows[j].share, weights[j], top);
  }
}

/// The row a person chooses, after `deliberate`.
template <class P>
SOJOURN_INLINE std::int32_t row_of_choice(const P& person, const Plan& plan,
                                          const NodeRecord& record, std::uint32_t word,
                                          const float* leaning) {
  const PlanRow* rows = &plan.rows[static_cast<std::size_t>(record.first_row)];
  if (terms_of(plan, record) == nullptr && leaning == nullptr) {
    const PerKind<float> weights = option_weights(person, kinds_offered(record));
    return choose<float>(word, PlanChoice{rows, record.n_rows, weights, nullptr}, record.n_rows);
  }
  float weights[max_weighed_rows];
  weigh_rows(person, plan, record, leaning, weights);
  return choose<float>(word, PlanChoice{rows, record.n_rows, {}, weights}, record.n_rows);
}

} // namespace sojourn::inline SOJOURN_TARGET
