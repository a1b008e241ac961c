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
     "w_B begin + w_X X)",
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
     "anticipated = sum q_i a_i / sum q_i, q_i = exp(k_e |a_i|) 2^(-age_i / half_life)",
     "affect of past memory events and their age", "going on (anticipated affect)", Grade::b,
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
     "T <- T + s a+ (1 - T) after a good event, T <- T - s a- T after a bad one",
     "affect of a visit, promise kept or broken", "trust: credibility of announcements, exits",
     Grade::b, "Slovic 1993 Risk Analysis 13:675; Front Psychol 2023 14:1207453",
     "described (not experienced) information, where gains and losses of trust are symmetric"},
    {Mechanism::negativity, "negativity", "Negativity at encoding",
     "M = sum w_k a_k / sum w_k, w = 1 + s (kappa - 1) where a < 0, else 1",
     "affect of every visit", "mean and most extreme value of memory", Grade::a,
     "Baumeister et al. 2001 RGP 5:323; Rozin & Royzman 2001 PSPR 5:296",
     "long retention: negative affect fades faster (Walker & Skowronski 2009), which is not "
     "modelled "
     "here; with loss aversion the two are not identifiable from one another"},
    {Mechanism::waiting, "waiting", "Felt waiting", "felt = (1 - s) t + s k t0 (t / t0)^psi",
     "length of a wait", "felt waiting and silence", Grade::b,
     "Antonides, Verhoef & van Aalst 2002 J Cons Psych 12:193; Larson 1987; Maister 1985",
     "waits that are occupied and explained: set overestimate to 1 there"},
    {Mechanism::patience, "patience", "Patience tilted by memory",
     "h(t) = h_0(t) exp(s tilt_leave); tilt_leave counts U_rem from s U_outside",
     "remembered experience, trust", "hazard of giving up while waiting, exits", Grade::b,
     "Palm 1957; Mandelbaum & Zeltyn 2004; Brown et al. 2005 JASA 100:36",
     "patience measured on people who were already unhappy: it contains the tilt"},
}};

} // namespace sojourn
