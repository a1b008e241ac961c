// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/journey/words.hpp"
#include "models/luck/math.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

// The choice rule (multinomial logit with the designer's shares as constants, McFadden 1974):
//   p_j = base_j exp(tilt_j - max tilt) / sum_k base_k exp(tilt_k - max tilt)
// tilt_j = theta sum_b s_b dU_b,j in log-odds. Where all tilts are equal the base shares decide by
// their integer thresholds, so that the choice is bit-identical to the bare chain. A base share of
// 0 stays 0: such rows are taken out before the run. Neglected: similarity of options (independence
// of irrelevant alternatives holds).
namespace sojourn::inline SOJOURN_TARGET {

/// One number per kind of option.
template <class F> struct PerKind {
  F stay, served, lost;

  SOJOURN_INLINE F of(OptionKind kind) const {
    return kind == OptionKind::stay ? stay : kind == OptionKind::lost ? lost : served;
  }
};

/// exp(tilt - largest tilt) per kind; the largest is taken over the kinds on offer (`offered` 1 or
/// 0), so no weight overflows and equal tilts give weights of exactly 1. Kinds not on offer: 1.
template <class F> SOJOURN_INLINE PerKind<F> kind_weights(PerKind<F> tilt, PerKind<F> offered) {
  const F none = broadcast<F>(-3e38);
  const F one = broadcast<F>(1);
  const F top = max(max(select(offered.stay > 0.0F, tilt.stay, none),
                        select(offered.served > 0.0F, tilt.served, none)),
                    select(offered.lost > 0.0F, tilt.lost, none));
  const auto weight = [&](F offer, F own) {
    if (nobody(offer > 0.0F) || nobody(own != top)) {
      return one;
    }
    return select(offer > 0.0F, exp(own - top), one);
  };
  return {weight(offered.stay, tilt.stay), weight(offered.served, tilt.served),
          weight(offered.lost, tilt.lost)};
}

/// exp(tilt - top) of one row, `top` being the largest tilt among the rows that are possible; 1 for
/// the others. Rows of one kind and no words of their own weigh what kind_weights says, bit for
/// bit.
template <class F> SOJOURN_INLINE F row_weight(F share, F tilt, F top) {
  if (nobody(share > 0.0F) || nobody(tilt != top)) {
    return broadcast<F>(1);
  }
  return select(share > 0.0F, exp(tilt - top), broadcast<F>(1));
}

/// The larger of `top` and this row's tilt, where the row is possible.
template <class F> SOJOURN_INLINE F top_tilt(F top, F share, F tilt) {
  return max(top, select(share > 0.0F, tilt, broadcast<F>(-3e38)));
}

/// What tilts make of a choice: whether any option is tilted at all, and the row if so.
template <class F> struct TiltedChoice {
  typename Lanes<F>::Int tilted; // 1 or 0
  typename Lanes<F>::Int row;    // may lie past the lane's last
};

/// `rows` answers for row j < n_rows: share(j) -> F, the base share, 0 past the last row of a lane;
/// weight(j) -> F, of the row's kind.
template <class F, class Rows>
SOJOURN_INLINE TiltedChoice<F> tilted_choice(typename Lanes<F>::Word word, const Rows& rows,
                                             int n_rows) {
  using Int = typename Lanes<F>::Int;
  const Int one = broadcast<Int>(1);
  const Int none = broadcast<Int>(0);
  F total = broadcast<F>(0);
  Int tilted = none;
  for (int j = 0; j < n_rows; ++j) {
    total = total + rows.share(j) * rows.weight(j);
    tilted = select(rows.share(j) > 0.0F, select(rows.weight(j) == 1.0F, tilted, one), tilted);
  }
  const F goal = from_word<F>(word) * 0x1p-32F * total;
  F cumulative = broadcast<F>(0);
  Int row = none;
  for (int j = 0; j + 1 < n_rows; ++j) {
    cumulative = cumulative + rows.share(j) * rows.weight(j);
    row = select(goal >= cumulative, row + one, row);
  }
  return {tilted, row};
}

/// The row of a choice by one word of luck per lane. `rows` answers what tilted_choice asks and
///   below(j) -> Word    threshold of the cumulative base share, words below it mean rows 0 .. j;
///                       2^32 - 1 from the last row of a lane on
///   last() -> Int       the lane's last row, whose share is positive.
/// Returns indices of type Lanes<F>::Int.
template <class F, class Rows>
SOJOURN_INLINE typename Lanes<F>::Int choose(typename Lanes<F>::Word word, const Rows& rows,
                                             int n_rows) {
  using Int = typename Lanes<F>::Int;
  const TiltedChoice<F> choice = tilted_choice<F>(word, rows, n_rows);
  Int bare_row = broadcast<Int>(0);
  for (int j = 0; j + 1 < n_rows; ++j) {
    bare_row = select(word >= rows.below(j), bare_row + broadcast<Int>(1), bare_row);
  }
  return min(select(choice.tilted > 0, choice.row, bare_row), rows.last());
}

/// The rows of one person's choice, for `choose`. All spans have one element per row; `below` may
/// lack the last.
template <class F> struct ChoiceRows {
  std::span<const F> shares;
  std::span<const F> weights;
  std::span<const std::uint32_t> thresholds;

  SOJOURN_INLINE F share(int j) const { return shares[static_cast<std::size_t>(j)]; }
  SOJOURN_INLINE F weight(int j) const { return weights[static_cast<std::size_t>(j)]; }
  SOJOURN_INLINE std::uint32_t below(int j) const {
    return thresholds[static_cast<std::size_t>(j)];
  }
  SOJOURN_INLINE std::int32_t last() const { return static_cast<std::int32_t>(shares.size()) - 1; }
};

template <class F>
SOJOURN_INLINE std::size_t choose_row(std::uint32_t word, const ChoiceRows<F>& rows) {
  return static_cast<std::size_t>(choose<F>(word, rows, static_cast<int>(rows.shares.size())));
}

/// The probabilities themselves, for any tilt per option: `shares` sums to what `base` sums to
/// where all tilts of possible options are equal (then it is `base`, bit for bit), to 1 otherwise.
template <class F>
inline void tilted_shares(std::span<const F> base, std::span<const F> tilt, std::span<F> shares) {
  F top = broadcast<F>(-3e38);
  F bottom = broadcast<F>(3e38);
  for (std::size_t j = 0; j < base.size(); ++j) {
    top = base[j] > 0 ? max(top, tilt[j]) : top;
    bottom = base[j] > 0 ? min(bottom, tilt[j]) : bottom;
  }
  F total = broadcast<F>(0);
  for (std::size_t j = 0; j < base.size(); ++j) {
    shares[j] = base[j] > 0 ? base[j] * exp(tilt[j] - top) : broadcast<F>(0);
    total += shares[j];
  }
  for (std::size_t j = 0; j < base.size(); ++j) {
    shares[j] = bottom < top ? shares[j] / total : base[j];
  }
}

} // namespace sojourn::inline SOJOURN_TARGET
