// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/distribution.hpp"
#include "models/luck/gather.hpp"
#include "models/luck/normal.hpp"

#include <limits>
#include <utility>
#include <vector>

// Every distribution a designer may write as one function of one 32-bit word, never falling in the
// word: x = g(z), z the word's normal value. Closed where that is possible, else a table of cubic
// cells over z. No value drawn here has passed through libm.
namespace sojourn {

/// How to turn a word into a value; 16 bytes, meaningless without the QuantileTables that made it
/// where table >= 0. The default is the constant 0.
/// table = exp_of_normal:  shift + exp(a + b z)   (constant: a = -inf, b = 0, exactly shift)
/// table = line_of_normal: shift + a + b z
/// table = line_of_word:   shift + b u, u = (w + 1/2) 2^-32
/// table = log_of_word:    shift - b ln(1 - u)
/// table >= 0: (first row of the table) * 4 + shape; shape 0: shift + exp(cubic(z)), 1: shift +
///   cubic(z), both clamped to [a, b]; shape 2: one of b equally frequent values.
struct QuantileForm {
  float shift = 0;
  float a = -std::numeric_limits<float>::infinity();
  float b = 0;
  std::int32_t table = -1;

  friend bool operator==(const QuantileForm&, const QuantileForm&) = default;
};

inline constexpr std::int32_t exp_of_normal = -1;
inline constexpr std::int32_t line_of_normal = -2;
inline constexpr std::int32_t line_of_word = -3;
inline constexpr std::int32_t log_of_word = -4;
inline constexpr std::int32_t shape_exp = 0, shape_plain = 1, shape_steps = 2;

/// A cubic table has 127 cells of width 0.1 centred on z = -6.3, -6.2, ... 6.3; a row of the pool
/// holds the four coefficients of one cell, in powers of t = 10 z - (cell's number), |t| <= 1/2.
inline constexpr int quantile_cells = 127;
inline constexpr float cells_per_sigma = 10.0F;

/// The pool of tables of one plan; grows while plans are compiled, constant while journeys run.
class QuantileTables {
public:
  /// The form of a distribution; equal distributions share one table.
  QuantileForm add(const Distribution& distribution);

  /// Rows of four floats. Valid until the next add.
  const float* rows() const;
  std::size_t n_rows() const;

private:
  std::vector<float> rows_;
  std::vector<std::pair<Distribution, QuantileForm>> known_;
};

inline namespace SOJOURN_TARGET {

/// One form per lane.
template <class F> struct QuantileForms {
  F shift, a, b;
  typename Lanes<F>::Int table;
};

template <class F> SOJOURN_INLINE QuantileForms<F> every_lane(const QuantileForm& form) {
  return {broadcast<F>(form.shift), broadcast<F>(form.a), broadcast<F>(form.b),
          broadcast<typename Lanes<F>::Int>(form.table)};
}

/// The cubic of each lane's table at z. z is rounded to 2^-18 of a cell first (what 64 - |u| can
/// hold): steps that large outweigh the rounding of the polynomial, so that the result never falls.
template <class F>
SOJOURN_INLINE F cubic_at(const float* rows, typename Lanes<F>::Int first_row, F z) {
  using Scalar = typename Lanes<F>::Scalar;
  const F distance = Scalar(64) - abs(z * Scalar(cells_per_sigma));
  const F u = copysign(Scalar(64) - distance, z);
  const F t = u - round_nearest(u);
  const auto row = first_row + to_int_nearest(u) + quantile_cells / 2;
  const Columns<F> c = gather_rows<F>(rows, row);
  return c.column[0] + t * (c.column[1] + t * (c.column[2] + t * c.column[3]));
}

/// (w + 1/2) 2^-32 in F's precision: in (0, 1], since a float has no number between 1 - 2^-24
/// and 1.
template <class F> SOJOURN_INLINE F middle_of(typename Lanes<F>::Word w) {
  using Scalar = typename Lanes<F>::Scalar;
  return (from_word<F>(w) + Scalar(0.5)) * Scalar(0x1p-32);
}

/// -ln(1 - u), the exponential value of a word, up to 22.9. 1 - u is as exact at its small end as u
/// is at its own: where 1 - u lies within [sqrt(1/2), 1] it enters the logarithm as -u.
template <class F> SOJOURN_INLINE F exponential_from_word(typename Lanes<F>::Word w) {
  using Word = typename Lanes<F>::Word;
  return -log_of_complement(middle_of<F>(w), middle_of<F>(static_cast<Word>(~w)));
}

/// The value of step floor(w n / 2^32), lane by lane (rare, so not in vectors).
template <class F>
SOJOURN_INLINE F step_at(const float* rows, const QuantileForms<F>& form, typename Lanes<F>::Word w,
                         F otherwise) {
  const auto one = [&](std::int32_t table, auto n, std::uint32_t word) {
    const auto step = (std::uint64_t{word} * static_cast<std::uint64_t>(n)) >> 32;
    return rows[std::uint64_t{4} * static_cast<std::uint32_t>(table >> 2) + step];
  };
  const auto is_step = [](std::int32_t table) { return table >= 0 && (table & 3) == shape_steps; };
  F value = otherwise;
  if constexpr (Lanes<F>::width == 1) {
    value = is_step(form.table) ? F(one(form.table, form.b, w)) : otherwise;
  } else {
    for (int i = 0; i < Lanes<F>::width; ++i) {
      value[i] = is_step(form.table[i]) ? one(form.table[i], form.b[i], w[i]) : otherwise[i];
    }
  }
  return value;
}

/// at_word for one lane: the same operations, but only those that the form needs.
template <class F>
SOJOURN_INLINE F at_word_alone(const QuantileForms<F>& form, const float* rows, std::uint32_t w) {
  if (form.table == exp_of_normal) {
    if (form.a < F(-3e38)) { // a constant
      return form.shift;
    }
    return form.shift + exp(form.b == 0 ? form.a : form.a + form.b * normal_from_word<F>(w));
  }
  if (form.table == line_of_normal) {
    return form.shift + (form.a + form.b * normal_from_word<F>(w));
  }
  if (form.table == line_of_word) {
    return form.shift + form.b * middle_of<F>(w);
  }
  if (form.table == log_of_word) {
    return form.shift + form.b * exponential_from_word<F>(w);
  }
  if ((form.table & 3) == shape_steps) {
    return step_at(rows, form, w, form.shift);
  }
  const F inner = cubic_at<F>(rows, form.table >> 2, normal_from_word<F>(w));
  return clamp(form.shift + ((form.table & 3) == shape_plain ? inner : exp(inner)), form.a, form.b);
}

/// The forms that need the word's normal value z, for a vector; `tables`: some lane may have one.
template <bool tables, class F>
SOJOURN_INLINE F at_normal(const QuantileForms<F>& form, const float* rows,
                           typename Lanes<F>::Word w, F z) {
  const F line = form.a + form.b * z;
  const auto normal = form.table == line_of_normal;
  if constexpr (!tables) {
    return form.shift + select(normal, line, exp(line));
  } else {
    const auto tabled = form.table >= 0;
    const auto steps = tabled & ((form.table & 3) == shape_steps);
    const auto first = select(tabled & ~steps, form.table >> 2, form.table & 0);
    const F inner = select(tabled, cubic_at<F>(rows, first, z), line);
    const auto plain = normal | (tabled & ((form.table & 3) == shape_plain));
    F x = form.shift + select(plain, inner, exp(inner));
    x = select(tabled, clamp(x, form.a, form.b), x);
    return any(steps) ? step_at(rows, form, w, x) : x;
  }
}

/// Where a lane's form needs the normal value of its word.
template <class F> SOJOURN_INLINE auto needs_normal(const QuantileForms<F>& form) {
  const auto constant = (form.table == exp_of_normal) & (form.a < -3e38F);
  return (form.table != line_of_word) & (form.table != log_of_word) & ~constant;
}

/// at_word for a vector, z being normal_from_word(w) where some lane needs that: what some lane
/// needs, for every lane. Who knows that no lane has a table says tables = false and saves time.
template <bool tables, class F>
SOJOURN_INLINE F at_word_with(const QuantileForms<F>& form, const float* rows,
                              typename Lanes<F>::Word w, F z) {
  const auto of_word = form.table == line_of_word;
  const auto of_log = form.table == log_of_word;
  F x = form.shift; // of a constant, whose a is -inf
  if (any(needs_normal(form))) {
    x = at_normal<tables>(form, rows, w, z);
  }
  if (any(of_word)) {
    x = select(of_word, form.shift + form.b * middle_of<F>(w), x);
  }
  if (any(of_log)) {
    x = select(of_log, form.shift + form.b * exponential_from_word<F>(w), x);
  }
  return x;
}

/// The value of each lane's form at its word: never falling in the word, within the support, one
/// word per draw, the same bits at every width. `rows` is QuantileTables::rows() (may be null
/// where no lane has a table).
template <class F>
SOJOURN_INLINE F at_word(const QuantileForms<F>& form, const float* rows,
                         typename Lanes<F>::Word w) {
  if constexpr (Lanes<F>::width == 1) {
    return at_word_alone(form, rows, w);
  } else {
    return at_word_with<true>(form, rows, w, normal_from_word<F>(w));
  }
}

/// The same with one form for every lane.
template <class F>
SOJOURN_INLINE F at_word(const QuantileForm& form, const float* rows, typename Lanes<F>::Word w) {
  return at_word(every_lane<F>(form), rows, w);
}

} // namespace SOJOURN_TARGET
} // namespace sojourn
