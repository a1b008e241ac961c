// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

// Every number of every mechanism, one enum value each. The strength of a mechanism (0 = off,
// 1 = as published) is a parameter like the others. models/mechanisms/table.hpp holds their
// symbols, units, defaults, bands, grades and sources in the same order.
namespace sojourn {

enum class Mechanism : std::uint8_t {
  peak_end,
  reference_dependence,
  loss_aversion,
  availability,
  anchoring,
  expectation,
  trust,
  negativity,
  waiting,
  patience,
};
inline constexpr std::size_t n_mechanisms = 10;

enum class Parameter : std::uint8_t {
  peak_end_strength,
  peak_end_mean, // weights of the remembered-utility functional
  peak_end_peak,
  peak_end_trough,
  peak_end_end,
  peak_end_integral,
  peak_end_trend,
  peak_end_begin,
  peak_end_extreme,
  reference_dependence_strength,
  reference_dependence_gain, // eta
  loss_aversion_strength,
  loss_aversion_ratio, // lambda
  availability_strength,
  availability_half_life, // days
  availability_salience,  // k_e, per affect point
  anchoring_strength,
  anchoring_weight, // AI
  expectation_strength,
  expectation_variance, // of the first belief
  expectation_noise,    // sigma_x^2
  expectation_drift,    // Q
  trust_strength,
  trust_gain, // a+
  trust_loss, // a-
  trust_start,
  trust_exit_weight, // affect points of leaving per unit of lost trust
  negativity_strength,
  negativity_weight, // kappa
  waiting_strength,
  waiting_overestimate, // k
  waiting_exponent,     // psi
  waiting_scale,        // t0, minutes
  patience_strength,
  patience_outside, // U_outside, affect points
};
inline constexpr std::size_t n_parameters = 35;

} // namespace sojourn
