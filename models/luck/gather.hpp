// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/lanes.hpp"

// Rows of four floats fetched per lane and turned into columns in registers: four loads and eight
// shuffles for four columns, where hardware gathers take twice as long.
namespace sojourn::inline SOJOURN_TARGET {

template <class F> struct Columns { F column[4]; };

SOJOURN_INLINE Float8 join(Float4 low, Float4 high) {
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
}
SOJOURN_INLINE Float16 join(Float8 low, Float8 high) {
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
}

/// a0 b0 a1 b1 of every group of four lanes.
template <class F> SOJOURN_INLINE F mix_low(F a, F b) {
  if constexpr (Lanes<F>::width == 4) {
    return __builtin_shufflevector(a, b, 0, 4, 1, 5);
  } else if constexpr (Lanes<F>::width == 8) {
    return __builtin_shufflevector(a, b, 0, 8, 1, 9, 4, 12, 5, 13);
  } else {
    return __builtin_shufflevector(a, b, 0, 16, 1, 17, 4, 20, 5, 21, 8, 24, 9, 25, 12, 28, 13, 29);
  }
}

/// a2 b2 a3 b3 of every group of four lanes.
template <class F> SOJOURN_INLINE F mix_high(F a, F b) {
  if constexpr (Lanes<F>::width == 4) {
    return __builtin_shufflevector(a, b, 2, 6, 3, 7);
  } else if constexpr (Lanes<F>::width == 8) {
    return __builtin_shufflevector(a, b, 2, 10, 3, 11, 6, 14, 7, 15);
  } else {
    return __builtin_shufflevector(a, b, 2, 18, 3, 19, 6, 22, 7, 23, 10, 26, 11, 27, 14, 30, 15,
                                   31);
  }
}

/// What at(lane) gives for lanes first, first + 4, first + 8, ... side by side.
template <class F, class At> SOJOURN_INLINE F rows_of_lanes(const At& at, int first) {
  if constexpr (Lanes<F>::width == 4) {
    return at(first);
  } else if constexpr (Lanes<F>::width == 8) {
    return join(at(first), at(first + 4));
  } else {
    return join(join(at(first), at(first + 4)), join(at(first + 8), at(first + 12)));
  }
}

/// column[k] of lane i is element k of the Float4 at(i).
template <class F, class At> SOJOURN_INLINE Columns<F> columns_of(const At& at) {
  const F a = rows_of_lanes<F>(at, 0), b = rows_of_lanes<F>(at, 1);
  const F c = rows_of_lanes<F>(at, 2), d = rows_of_lanes<F>(at, 3);
  const F ac = mix_low(a, c), bd = mix_low(b, d), ac2 = mix_high(a, c), bd2 = mix_high(b, d);
  return {{mix_low(ac, bd), mix_high(ac, bd), mix_low(ac2, bd2), mix_high(ac2, bd2)}};
}

/// column[k] of lane i is rows[4 * row[i] + k].
template <class F>
SOJOURN_INLINE Columns<F> gather_rows(const float* rows, typename Lanes<F>::Int row) {
  if constexpr (Lanes<F>::width == 1) {
    const float* at = rows + 4 * std::int64_t{row};
    return {{at[0], at[1], at[2], at[3]}};
  } else {
    return columns_of<F>(
        [&](int lane) { return load<Float4>(rows + 4 * std::int64_t{row[lane]}); });
  }
}

/// column[k] of lane i is records[4 * (n_rows * record[i] + row) + k]. The indices are read from
/// memory: taking them out of a register costs more than the rows themselves.
template <class F, int n_rows>
SOJOURN_INLINE Columns<F> gather_records(const float* records, const std::int32_t* record,
                                         int row) {
  return columns_of<F>([&](int lane) {
    return load<Float4>(records + 4 * (std::int64_t{n_rows} * record[lane] + row));
  });
}

/// The other way round: rows[4 * row[i] + k] becomes column[k] of lane i. Turning rows into columns
/// twice gives the rows again.
template <class F>
SOJOURN_INLINE void scatter_rows(float* rows, const std::int32_t* row, const Columns<F>& columns) {
  constexpr std::size_t width = Lanes<F>::width;
  const auto& [a, b, c, d] = columns.column;
  const F ac = mix_low(a, c), bd = mix_low(b, d), ac2 = mix_high(a, c), bd2 = mix_high(b, d);
  const F every_fourth[4] = {mix_low(ac, bd), mix_high(ac, bd), mix_low(ac2, bd2),
                             mix_high(ac2, bd2)};
  alignas(64) float turned[4][width];
  for (std::size_t i = 0; i < 4; ++i) {
    store(turned[i], every_fourth[i]);
  }
  for (std::size_t lane = 0; lane < width; ++lane) {
    store(rows + 4 * std::int64_t{row[lane]}, load<Float4>(turned[lane % 4] + lane / 4 * 4));
  }
}

} // namespace sojourn::inline SOJOURN_TARGET
