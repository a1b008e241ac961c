// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/people/parameters.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace sojourn {

/// How good the evidence is. a: meta-analysis or many-lab replication; b: several good studies, at
/// least one in a service setting; c: plausible, thin or conflicting; d: folklore.
enum class Grade : std::uint8_t { a, b, c, d };
inline constexpr std::array<std::string_view, 4> grade_names = {"A", "B", "C", "D"};

struct MechanismRow {
  Mechanism mechanism;
  std::string_view id; // the scenario's word
  std::string_view title;
  std::string_view equation; // plain text; s is the strength
  std::string_view reads, writes;
  Grade grade;
  std::string_view source;
  std::string_view not_for; // when not to use it
};

inline constexpr std::array<MechanismRow, n_mechanisms> mechanism_rows = {{
    {Mechanism::peak_end, "peak_end", "Peak-end rule and duration neglect",
     "U_rem = (1 - s) M + s (w_P P+ + w_N P- + w_E E + w_M M + w_I integral/1h + w_T trend + "
     "w_B begin + w_X X); asked D later w_E 2^(-D / H), what the end loses goes to the mean",
     "affect of every visit and of the stretches between news", "remembered experience, exits",
     Grade::a,
     "Fredrickson & Kahneman 1993 JPSP 65:45; Alaybek et al. 2022 OBHDP 170:104149 (r = .581); "
     "services: Verhoef, Antonides & de Hoog 2004 JSR 7:53",
     "claims that peak and end beat the mean in natural data: there they correlate .6 to .9; for "
     "long or complex service journeys the evidence is grade C"},
    {Mechanism::reference_dependence, "reference_dependence", "Reference dependence",
     "a_d = x_d + s eta z_d, z_d = x_d - r_d", "level and expectation of each dimension", "affect",
     Grade::a, "Koszegi & Rabin 2006 QJE 121:1133; Tversky & Kahneman 1991 QJE 106:1039",
     "affect numbers that came from surveys asking for better or worse than expected: they already "
     "contain it"},
    {Mechanism::loss_aversion, "loss_aversion", "Loss aversion",
     "a_d = x_d + s (lambda - 1) min(z_d, 0); a late promise counts 1 + s (lambda - 1) times",
     "level and expectation of each dimension, promise gap", "affect", Grade::a,
     "Tversky & Kahneman 1992 JRU 5:297; Brown, Imai, Vieider & Camerer 2024 JEL (mean 1.955)",
     "journey-level disconfirmation on the same dimension: the same loss would count twice"},
    {Mechanism::availability, "availability", "Availability: salience and recency",
     "anticipated = sum q_i a_i / sum q_i over the events there, q_i = exp(k_e |a_i|) "
     "2^(-age_i / H); with a power over all, q_i = (age_i^(-d) exp(k_e |a_i| + k_c "
     "[there]))^(1/s_q)",
     "affect of past memory events, their age and place",
     "going on (anticipated affect of the target)", Grade::b,
     "Tversky & Kahneman 1973 Cogn Psych 5:207; Anderson & Schooler 1991 Psych Sci 2:396",
     "the same output as peak-end (they are one memory at two levels); rankings of single "
     "memories"},
    {Mechanism::anchoring, "anchoring", "Anchoring on announced times",
     "E_T = (1 - g) own + g announced, g = s AI trust", "announced times, trust",
     "patience, promise yardstick", Grade::b,
     "Tversky & Kahneman 1974 Science 185:1124; Jacowitz & Kahneman 1995 PSPB 21:1161; Webb, Yu & "
     "Bretthauer SSRN 3706565",
     "announcements nobody hears, and prices: effects on valuations are smaller"},
    {Mechanism::expectation, "expectation", "Expectation updating",
     "E <- E + s K (x - E), K = V / (V + sigma_x^2), V <- (1 - K) V + Q",
     "level and expectation of each dimension with an event", "expectation, its variance", Grade::b,
     "Boulding, Kalra, Staelin & Zeithaml 1993 JMR 30:7; Rust et al. 1999 Mktg Sci 18:77",
     "journeys of one visit, and together with hedonic adaptation: both move the reference"},
    {Mechanism::trust, "trust", "Asymmetric trust",
     "T <- T + s a+ (1 - T) after a good event, T <- T - s a- T after a bad one; with a record "
     "a+ = 1 / (n + 1), a- = w / (n + w), n = n_0 + good + w bad",
     "affect of a visit, promise kept or broken", "trust: credibility of announcements, exits",
     Grade::b, "Slovic 1993 Risk Analysis 13:675; Front Psychol 2023 14:1207453",
     "described (not experienced) information, where gains and losses of trust are symmetric"},
    {Mechanism::negativity, "negativity", "Negativity at encoding",
     "M = sum w_k a_k / sum w_k, w = 1 + s (kappa - 1) where a < 0, else 1",
     "affect of every visit", "mean and most extreme value of memory", Grade::a,
     "Baumeister et al. 2001 RGP 5:323; Rozin & Royzman 2001 PSPR 5:296",
     "long retention: negative affect fades faster (Walker & Skowronski 2009), see fading; with "
     "loss aversion the two are not identifiable from one another"},
    {Mechanism::waiting, "waiting", "Felt waiting", "felt = (1 - s) t + s k t0 (t / t0)^psi",
     "length of a wait", "felt waiting and silence", Grade::b,
     "Antonides, Verhoef & van Aalst 2002 J Cons Psych 12:193; Larson 1987; Maister 1985",
     "waits that are occupied and explained: set overestimate to 1 there"},
    {Mechanism::patience, "patience", "Patience tilted by memory",
     "h(t) = h_0(t) exp(s tilt_leave) (1 + s (g - 1))^(t - A)+; tilt_leave counts U_rem from s "
     "U_outside; A the announced time",
     "remembered experience, trust, announced times", "hazard of giving up while waiting, exits",
     Grade::b,
     "Palm 1957; Mandelbaum & Zeltyn 2004; Brown et al. 2005 JASA 100:36; announced times: Webb, "
     "Yu & Bretthauer SSRN 3706565",
     "patience measured on people who were already unhappy: it contains the tilt"},
    {Mechanism::status_quo, "status_quo", "Status quo and defaults",
     "log-odds of the default + s kappa", "which option is the default", "choices with a default",
     Grade::a,
     "Samuelson & Zeckhauser 1988 JRU 1:7; Jachimowicz, Duncan, Weber & Johnson 2019 BPP 3:159 "
     "(d = .68 [.53, .83], 58 studies)",
     "shares that were measured with the default in place: they contain it"},
    {Mechanism::effort, "effort", "Effort and disloyalty", "log-odds of leaving + s kappa F",
     "stock of effort", "exits", Grade::b,
     "Dixon, Toman & DeLisi 2013 (96 % of high-effort against 9 % of low-effort customers less "
     "loyal); SQM; HappySignals 2023",
     "absolute numbers: the published gap is self-report on both sides, an upper bound"},
    {Mechanism::sunk_cost, "sunk_cost", "Sunk cost",
     "log-odds of leaving - s w ln(1 + t / S_t + m / S_m) exp(-age / T)",
     "time and money spent in this journey", "exits", Grade::b,
     "Arkes & Blumer 1985 OBHDP 35:124; Roth, Robbert & Straus 2015 Business Research 8:99 (98 "
     "effects)",
     "people whose patience differs but is written the same for all: who is still there after a "
     "long wait was patient from the start, which looks alike"},
    {Mechanism::goal_gradient, "goal_gradient", "Goal gradient",
     "log-odds of leaving - s g (1 - d / d_0), d visits still expected on the way to being served",
     "where the person stands on the way", "exits", Grade::b,
     "Hull 1932; Kivetz, Urminsky & Zheng 2006 JMR 43:39; Nunes & Dreze 2006 JCR 32:504",
     "journeys whose end people cannot foresee"},
    {Mechanism::choice_overload, "choice_overload", "Choice overload",
     "log-odds of putting it off + s k m ln(n / n_0)", "number of options",
     "choices that can be put off", Grade::c,
     "Scheibehenne, Greifeneder & Todd 2010 JCR 37:409 (mean effect zero, so k = 0); Chernev, "
     "Bockenholt & Goodman 2015 JCP 25:333 (moderators)",
     "a general claim that fewer options are better: without the moderators there is none"},
    {Mechanism::present_bias, "present_bias", "Present bias",
     "dU = s (beta delta^tau b - c) for doing it now; s beta delta^D (delta^tau b - c) for putting "
     "it off where (beta + nu (1 - beta)) delta^tau b > c, else 0",
     "cost now and benefit later of the options", "choices with a cost or a benefit", Grade::b,
     "Laibson 1997 QJE 112:443; O'Donoghue & Rabin 1999 AER 89:103; Cheung, Tymula & Wang 2025 "
     "(beta .750 [.643, .857] for effort, .938 for money)",
     "costs and benefits in money alone: beta is then near .94"},
    {Mechanism::probability_weighting, "probability_weighting",
     "Described risks: weights and value",
     "dU = s sum_i pi_i v(x_i), pi from w(p) = p^g / (p^g + (1 - p)^g)^(1/g), cumulative; "
     "v(x) = x^alpha, -lambda (-x)^alpha",
     "stated_risk of the options", "choices with a stated risk", Grade::a,
     "Tversky & Kahneman 1992 JRU 5:297; Ruggeri et al. 2020 NHB 4:622 (19 countries, 94 % of "
     "items replicated)",
     "risks learned by experience (rare ones are underweighted there: Hertwig et al. 2004 Psych "
     "Sci 15:534); shares of a list, which nobody tells the person"},
    {Mechanism::adaptation, "adaptation", "Hedonic adaptation",
     "x_d - r_d is felt for x_d; r_d <- r_d + s alpha (x_d - r_d), alpha times l where x_d < r_d",
     "level of each dimension with an event", "affect, what the person is used to", Grade::a,
     "Helson 1964; Brickman & Campbell 1971; Frederick & Loewenstein 1999",
     "journeys of few visits, and together with expectation updating: both move what is held "
     "against the level"},
    {Mechanism::fading, "fading", "Fading affect",
     "a_i(t) = a_i exp(-s age_i / T), T+ for good and T- for bad memories",
     "age and sign of past memory events", "going on, in the memory of availability", Grade::b,
     "Walker & Skowronski 2009 Appl Cogn Psych 23:1122; Ritchie et al. 2015 Memory 23:278 (562 "
     "people, 10 cultures)",
     "journeys of hours or days, in which next to nothing fades; people without availability, whom "
     "it does not move"},
}};

} // namespace sojourn
