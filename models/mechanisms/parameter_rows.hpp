// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/parameters.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace sojourn {

/// Where a number comes from. published: read in the source; derived: computed from published
/// numbers; calibrated: fitted to data; assumption: nobody measured it.
enum class Provenance : std::uint8_t { published, derived, calibrated, assumption };
inline constexpr std::array<std::string_view, 4> provenance_names = {"published", "derived",
                                                                     "calibrated", "assumption"};

struct ParameterRow {
  Parameter parameter;
  Mechanism mechanism;
  std::string_view id; // the scenario's word under the mechanism
  std::string_view symbol, unit;
  double default_value;
  double low, high;           // legal: everything between keeps every equation finite
  double band_low, band_high; // plausible: what a sensitivity study varies
  Provenance provenance;
  std::string_view source;
};

namespace detail {
constexpr ParameterRow strength(Parameter parameter, Mechanism mechanism) {
  return {parameter,
          mechanism,
          "strength",
          "s",
          "1",
          1,
          0,
          1,
          0,
          1,
          Provenance::published,
          "0 is off, 1 is the mechanism as published"};
}

constexpr ParameterRow memory_weight(Parameter parameter, std::string_view id,
                                     std::string_view symbol, double default_value,
                                     double band_high) {
  return {parameter,
          Mechanism::peak_end,
          id,
          symbol,
          "1",
          default_value,
          0,
          2,
          0,
          band_high,
          Provenance::assumption,
          "preset service_mixed, informed by Verhoef et al. 2004"};
}
} // namespace detail

inline constexpr std::array<ParameterRow, n_parameters> parameter_rows = {{
    detail::strength(Parameter::peak_end_strength, Mechanism::peak_end),
    detail::memory_weight(Parameter::peak_end_mean, "mean", "w_M", .5, 1),
    detail::memory_weight(Parameter::peak_end_peak, "peak", "w_P", .15, .5),
    detail::memory_weight(Parameter::peak_end_trough, "trough", "w_N", .2, .5),
    detail::memory_weight(Parameter::peak_end_end, "end", "w_E", .15, .5),
    detail::memory_weight(Parameter::peak_end_integral, "integral", "w_I", 0, 0),
    detail::memory_weight(Parameter::peak_end_trend, "trend", "w_T", 0, .25),
    detail::memory_weight(Parameter::peak_end_begin, "begin", "w_B", 0, .25),
    detail::memory_weight(Parameter::peak_end_extreme, "extreme", "w_X", 0, .5),

    detail::strength(Parameter::reference_dependence_strength, Mechanism::reference_dependence),
    {Parameter::reference_dependence_gain, Mechanism::reference_dependence, "gain", "eta", "1", 1,
     0, 5, .5, 1.5, Provenance::published,
     "Koszegi & Rabin 2006 (eta = 1); the band is an assumption"},

    detail::strength(Parameter::loss_aversion_strength, Mechanism::loss_aversion),
    {Parameter::loss_aversion_ratio, Mechanism::loss_aversion, "ratio", "lambda", "1", 1.955, 0, 10,
     1.31, 2.25, Provenance::published,
     "Brown et al. 2024 (1.955); Walasek et al. 2024 (1.31); Tversky & Kahneman 1992 (2.25)"},

    detail::strength(Parameter::availability_strength, Mechanism::availability),
    {Parameter::availability_half_life, Mechanism::availability, "half_life", "H", "days", 30, .01,
     3650, 7, 90, Provenance::assumption, "the 3 to 7 weeks of Geng et al. 2013 JBDM 26:225"},
    {Parameter::availability_salience, Mechanism::availability, "salience", "k_e",
     "per affect point", .25, 0, 2, 0, .5, Provenance::assumption,
     "direction: Anderson & Schooler 1991"},

    detail::strength(Parameter::anchoring_strength, Mechanism::anchoring),
    {Parameter::anchoring_weight, Mechanism::anchoring, "weight", "AI", "1", .5, 0, 1, .4, .56,
     Provenance::published, "Jacowitz & Kahneman 1995 (mean about .49; worked example .55)"},

    detail::strength(Parameter::expectation_strength, Mechanism::expectation),
    {Parameter::expectation_variance, Mechanism::expectation, "variance", "V",
     "affect points squared", .25, 0, 25, .05, 1, Provenance::assumption,
     "chosen with noise and drift for the constant gain .2"},
    {Parameter::expectation_noise, Mechanism::expectation, "noise", "sigma_x^2",
     "affect points squared", 1, .01, 25, .5, 2, Provenance::assumption,
     "scale of the variances; only their ratios act"},
    {Parameter::expectation_drift, Mechanism::expectation, "drift", "Q", "affect points squared",
     .05, 0, 5, .01, .2, Provenance::assumption, "keeps the gain at V / (V + sigma_x^2) = .2"},

    detail::strength(Parameter::trust_strength, Mechanism::trust),
    {Parameter::trust_gain, Mechanism::trust, "gain", "a+", "1", .05, 0, 1, .02, .1,
     Provenance::assumption, "direction: Slovic 1993"},
    {Parameter::trust_loss, Mechanism::trust, "loss", "a-", "1", .25, 0, 1, .1, .5,
     Provenance::assumption, "direction: Slovic 1993"},
    {Parameter::trust_start, Mechanism::trust, "start", "T_0", "1", .5, 0, 1, .3, .8,
     Provenance::assumption, "neither trust nor distrust"},
    {Parameter::trust_exit_weight, Mechanism::trust, "exit_weight", "c_T", "affect points", 1, 0,
     10, 0, 2, Provenance::assumption, "one rating point from full trust to none"},

    detail::strength(Parameter::negativity_strength, Mechanism::negativity),
    {Parameter::negativity_weight, Mechanism::negativity, "weight", "kappa", "1", 1.5, .1, 10, 1,
     2.5, Provenance::assumption, "direction: Baumeister et al. 2001"},

    detail::strength(Parameter::waiting_strength, Mechanism::waiting),
    {Parameter::waiting_overestimate, Mechanism::waiting, "overestimate", "k", "1", 1.36, .1, 5, 1,
     1.6, Provenance::published, "Larson's field studies, unoccupied unannounced waits"},
    {Parameter::waiting_exponent, Mechanism::waiting, "exponent", "psi", "1", .9, .1, 2, .8, 1,
     Provenance::assumption, "power function: Antonides et al. 2002; the size is ours"},
    {Parameter::waiting_scale, Mechanism::waiting, "scale", "t_0", "min", 10, .01, 10080, 1, 60,
     Provenance::assumption, "the wait at which the overestimate is k"},

    detail::strength(Parameter::patience_strength, Mechanism::patience),
    {Parameter::patience_outside, Mechanism::patience, "outside", "U_outside", "affect points", 0,
     -5, 5, -1, 1, Provenance::assumption, "0: doing without is neutral"},
    {Parameter::patience_overdue, Mechanism::patience, "overdue", "g", "per min", 1, 1, 3, 1, 1.52,
     Provenance::published,
     "1 is off; Webb, Yu & Bretthauer SSRN 3706565: up to 1.52 in a bank's call centre"},

    detail::strength(Parameter::status_quo_strength, Mechanism::status_quo),
    {Parameter::status_quo_weight, Mechanism::status_quo, "weight", "kappa", "log-odds", .8, 0, 5,
     .3, 1.5, Provenance::assumption,
     "shrunk from 1.233 (d = .68, Jachimowicz et al. 2019), as published nudges mostly shrink"},

    detail::strength(Parameter::effort_strength, Mechanism::effort),
    {Parameter::effort_weight, Mechanism::effort, "weight", "kappa", "per affect point", .25, 0, 5,
     0, 1, Provenance::assumption,
     "far below the 5.49 log-odds between low and high effort of Dixon et al. 2013"},

    detail::strength(Parameter::sunk_cost_strength, Mechanism::sunk_cost),
    {Parameter::sunk_cost_weight, Mechanism::sunk_cost, "weight", "w", "log-odds", .2, 0, 5, 0, .5,
     Provenance::assumption, "direction: Roth et al. 2015"},
    {Parameter::sunk_cost_time, Mechanism::sunk_cost, "time", "S_t", "min", 60, 1, 525600, 10, 480,
     Provenance::assumption, "after an hour the first w ln 2 log-odds speak for staying"},
    {Parameter::sunk_cost_money, Mechanism::sunk_cost, "money", "S_m", "currency", 100, .01, 1e9,
     20, 1000, Provenance::assumption, "so much money counts as much as S_t"},
    {Parameter::sunk_cost_fades, Mechanism::sunk_cost, "fades", "T", "days", 90, .1, 3650, 30, 365,
     Provenance::assumption, "direction: Roth et al. 2015 (attenuated by time)"},

    detail::strength(Parameter::goal_gradient_strength, Mechanism::goal_gradient),
    {Parameter::goal_gradient_weight, Mechanism::goal_gradient, "weight", "g", "log-odds", .5, 0, 5,
     0, 1, Provenance::assumption, "direction: Kivetz et al. 2006"},

    detail::strength(Parameter::choice_overload_strength, Mechanism::choice_overload),
    {Parameter::choice_overload_weight, Mechanism::choice_overload, "weight", "k", "log-odds", 0, 0,
     5, 0, .5, Provenance::published, "mean effect zero: Scheibehenne et al. 2010"},
    {Parameter::choice_overload_few, Mechanism::choice_overload, "few", "n_0", "options", 6, 1,
     1000, 2, 10, Provenance::assumption, "the small set of Iyengar & Lepper 2000 JPSP 79:995"},
    {Parameter::choice_overload_difficulty, Mechanism::choice_overload, "difficulty", "m", "1", .5,
     0, 1, 0, 1, Provenance::assumption, "half of what the four moderators can add"},

    detail::strength(Parameter::present_bias_strength, Mechanism::present_bias),
    {Parameter::present_bias_beta, Mechanism::present_bias, "beta", "beta", "1", .75, 0, 1, .643,
     .857, Provenance::published, "Cheung, Tymula & Wang 2025, non-monetary; money: .938"},
    {Parameter::present_bias_discount, Mechanism::present_bias, "discount", "delta", "per day",
     .999, .5, 1, .99, 1, Provenance::assumption, "about a third less in a year"},
    {Parameter::present_bias_naivety, Mechanism::present_bias, "naivety", "nu", "1", 1, 0, 1, 0, 1,
     Provenance::assumption, "naive; direction: Augenblick & Rabin 2019 RES 86:941"},

    detail::strength(Parameter::probability_weighting_strength, Mechanism::probability_weighting),
    {Parameter::probability_weighting_gains, Mechanism::probability_weighting, "gains", "g+", "1",
     .61, .3, 1, .5, .8, Provenance::published, "Tversky & Kahneman 1992; the band is ours"},
    {Parameter::probability_weighting_losses, Mechanism::probability_weighting, "losses", "g-", "1",
     .69, .3, 1, .5, .85, Provenance::published, "Tversky & Kahneman 1992; the band is ours"},
    {Parameter::probability_weighting_exponent, Mechanism::probability_weighting, "exponent",
     "alpha", "1", .88, .1, 2, .7, 1, Provenance::published,
     "Tversky & Kahneman 1992, gains and losses alike"},
    {Parameter::probability_weighting_ratio, Mechanism::probability_weighting, "ratio", "lambda",
     "1", 2.25, 0, 10, 1.31, 2.25, Provenance::published,
     "Tversky & Kahneman 1992; Brown et al. 2024: 1.955"},

    detail::strength(Parameter::adaptation_strength, Mechanism::adaptation),
    {Parameter::adaptation_rate, Mechanism::adaptation, "rate", "alpha", "per visit", .15, 0, 1,
     .05, .3, Provenance::assumption, "direction: Brickman & Campbell 1971; half in 4.3 visits"},
    {Parameter::adaptation_losses, Mechanism::adaptation, "losses", "l", "1", 1, 0, 1, .3, 1,
     Provenance::assumption,
     "1 is alike; below it losses are got used to more slowly (Frederick & Loewenstein 1999)"},

    {Parameter::trust_record, Mechanism::trust, "record", "n_0", "events", 0, 0, 1000, 0, 10,
     Provenance::assumption,
     "0: gain and loss stay as they are; 2 with T_0 .5 is Beta(good + 1, bad + 1) of Josang & "
     "Ismail 2002"},
    {Parameter::trust_failure, Mechanism::trust, "failure", "w", "1", 1.955, .1, 10, 1, 2.25,
     Provenance::assumption, "as much as losses weigh; only with a record"},

    {Parameter::availability_power, Mechanism::availability, "power", "d", "1", 0, 0, 2, 0, 1,
     Provenance::published,
     "0: H counts; .5 is the power law of ACT-R (Anderson & Schooler 1991), over all touchpoints"},
    {Parameter::availability_noise, Mechanism::availability, "noise", "s_q", "1", .5, .05, 5, .2,
     .5, Provenance::assumption, "Pavlik & Anderson 2005: fitted by task; only with a power"},
    {Parameter::availability_match, Mechanism::availability, "match", "k_c", "1", 1, 0, 10, 0, 3,
     Provenance::assumption, "events at the target come to mind more easily; only with a power"},

    detail::strength(Parameter::fading_strength, Mechanism::fading),
    {Parameter::fading_good, Mechanism::fading, "good", "T+", "days", 120, .1, 36500, 60, 240,
     Provenance::assumption, "direction: Walker & Skowronski 2009"},
    {Parameter::fading_bad, Mechanism::fading, "bad", "T-", "days", 60, .1, 36500, 30, 120,
     Provenance::assumption, "direction: Walker & Skowronski 2009"},

    {Parameter::peak_end_retention, Mechanism::peak_end, "retention", "H", "days", 28, .1, 3650, 21,
     49, Provenance::assumption, "the watershed of 3 to 7 weeks: Geng et al. 2013 JBDM 26:225"},
}};

} // namespace sojourn
