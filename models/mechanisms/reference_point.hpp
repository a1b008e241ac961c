// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// What a level is held against (Tversky & Kahneman 1991 QJE 106:1039; Koszegi & Rabin 2006 QJE
// 121:1133): reference_dependence and loss_aversion take z_d = x_d - r_d with r_d
//   expectation   what is expected: on quality what is written plus a deviation, else the level
//   distribution  the same, but all that might have come: E - sd and E + sd, each with chance 1/2,
//                 so that losses are felt against each: E_r min(x - r, 0); sd^2 the variance held
//   status_quo    what the person is used to (adaptation; 0, neutral, without it)
//   norm, competitor   a level of its own, affect points
//   promise       nothing but the promise: the plain level is no gap
// Neglected: references that are mixtures of these; more than two points of a distribution.
namespace sojourn {

enum class ReferencePoint : std::uint8_t {
  expectation,
  distribution,
  status_quo,
  norm,
  competitor,
  promise
};
inline constexpr std::array<std::string_view, 6> reference_names = {
    "expectation", "distribution", "status_quo", "norm", "competitor", "promise"};

inline namespace SOJOURN_TARGET {

/// The references that a level may be held against: gaps to them, affect points.
template <class F> struct GapsTo { F expectation, status_quo, standard; };

/// Whether lanes of `point`, the place of a ReferencePoint in its enum, are this one: 1 or 0.
template <class F> SOJOURN_INLINE F is_point(F point, ReferencePoint which) {
  const F code = broadcast<F>(static_cast<typename Lanes<F>::Scalar>(which));
  return select(point == code, broadcast<F>(1), broadcast<F>(0));
}

/// z_d.
template <class F> SOJOURN_INLINE F gap_to(F point, const GapsTo<F>& gaps) {
  const F standard =
      is_point(point, ReferencePoint::norm) + is_point(point, ReferencePoint::competitor);
  const F usual = select(standard > 0.0F, gaps.standard, gaps.expectation);
  const F used_to =
      select(is_point(point, ReferencePoint::status_quo) > 0.0F, gaps.status_quo, usual);
  return select(is_point(point, ReferencePoint::promise) > 0.0F, broadcast<F>(0), used_to);
}

/// sd of the reference: 0 where it is one point.
template <class F> SOJOURN_INLINE F spread_of(F point, F variance) {
  return select(is_point(point, ReferencePoint::distribution) > 0.0F, sqrt(variance),
                broadcast<F>(0));
}

/// E_r min(x - r, 0): min(z, 0) where there is no spread.
template <class F> SOJOURN_INLINE F expected_loss(F gap, F spread) {
  const F zero = broadcast<F>(0);
  return 0.5F * (min(gap - spread, zero) + min(gap + spread, zero));
}

} // namespace SOJOURN_TARGET
} // namespace sojourn
