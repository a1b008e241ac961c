// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

// Every number of every mechanism, one enum value each. The strength of a mechanism (0 = off,
// 1 = as published) is a parameter like the others. models/mechanisms/table.hpp holds their
// symbols, units, defaults, bands, grades and sources in the same order. New ones go to the end:
// the luck of a parameter that differs between people is addressed by its place.
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
  status_quo,
  effort,
  sunk_cost,
  goal_gradient,
  choice_overload,
  present_bias,
  probability_weighting,
  adaptation,
  fading,
};
inline constexpr std::size_t n_mechanisms = 19;

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
  patience_overdue, // g, hazard factor per minute past an announced time
  status_quo_strength,
  status_quo_weight, // kappa, log-odds
  effort_strength,
  effort_weight, // kappa, log-odds per affect point
  sunk_cost_strength,
  sunk_cost_weight, // w, log-odds
  sunk_cost_time,   // S_t, minutes
  sunk_cost_money,  // S_m, currency
  sunk_cost_fades,  // T, days
  goal_gradient_strength,
  goal_gradient_weight, // g, log-odds
  choice_overload_strength,
  choice_overload_weight, // k, log-odds
  choice_overload_few,    // n_0, options
  choice_overload_difficulty,
  present_bias_strength,
  present_bias_beta,
  present_bias_discount, // delta, per day
  present_bias_naivety,  // nu
  probability_weighting_strength,
  probability_weighting_gains,    // curvature of the weights of gains
  probability_weighting_losses,   // and of losses
  probability_weighting_exponent, // alpha
  probability_weighting_ratio,    // lambda
  adaptation_strength,
  adaptation_rate,    // alpha, per visit
  adaptation_losses,  // l, of the rate where the level is below
  trust_record,       // n_0, events; 0: none is kept
  trust_failure,      // w
  availability_power, // d; 0: exponential recency
  availability_noise, // of activation, with a power
  availability_match, // k_c, log-odds of activation where the cue fits, with a power
  fading_strength,
  fading_good,        // T+, days
  fading_bad,         // T-, days
  peak_end_retention, // H, days
};
inline constexpr std::size_t n_parameters = 72;

} // namespace sojourn
