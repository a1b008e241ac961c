// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"
#include "models/mechanisms/parameter_rows.hpp"

#include <array>
#include <cstdint>

// What people tell others after their journey, and what it does to those who hear it.
//   rate of telling       w0 + w+ max(U, 0) + w- max(-U, 0)     (asymmetric U: Anderson 1998 JSR
//   1:5) one who is told comes logit p <- logit p + omega v T        (East et al. 2008 IJRM 25:215)
//   expects               E <- E + g v 5, v = U / 5 in -1 .. 1
//   a choice              log-odds of giving up: - omega v T
// U remembered experience of the teller, T trust in what others say. A shift in log-odds moves a
// probability most near one half, which is what East et al. observe. Where no network is said,
// anybody may be told by anybody (the mean field), whose limit is the diffusion of Bass
// (models/journey/diffusion.hpp). Of m acquaintances each telling reaches one at random, so k
// tellings reach m (1 - (1 - 1/m)^k) of them (Feller, An Introduction to Probability Theory I, IV).
// Members stand on a ring and know their neighbours, each replaced by somebody anywhere with a
// small probability (Watts & Strogatz 1998 Nature 393:440).
// Neglected: strong and weak ties, friends in common, stories that are passed on.
namespace sojourn {

struct WordOfMouthRow {
  std::string_view id, symbol, unit;
  double default_value, low, high, band_low, band_high;
  std::string_view source;
};

inline constexpr std::array<WordOfMouthRow, 7> word_of_mouth_rows = {{
    {"talks", "w0", "per week", .1, 0, 1e4, 0, .5, "how often somebody of neutral memory tells"},
    {"good", "w+", "per week and affect point", .1, 0, 1e4, 0, .5,
     "and more for each point of a good memory"},
    {"bad", "w-", "per week and affect point", .12, 0, 1e4, 0, 1,
     "and for each point of a bad one: 1.2 times w+, between 1 and the folklore of 2"},
    {"comes", "p", "1", .05, 0, 1, 0, .3, "chance that one who hears nothing but the name comes"},
    {"weight", "omega", "log-odds", 1, 0, 10, 0, 2, "of the best word against none"},
    {"trust", "T", "1", .5, 0, 1, .3, .9, "in what others say"},
    {"expectation", "g", "1", .2, 0, 1, 0, .5, "how far an expectation follows what is told"},
}};

inline namespace SOJOURN_TARGET {

/// Tellings per unit of time of w0, w+ and w-.
SOJOURN_INLINE double telling_rate(double base, double good, double bad, double remembered) {
  return base + (remembered > 0 ? good * remembered : -bad * remembered);
}

/// v, -1 .. 1.
SOJOURN_INLINE float valence_of(float remembered) { return remembered / 5.0F; }

/// Which of m acquaintances a telling reaches, by a keyed word.
SOJOURN_INLINE std::uint32_t acquaintance(std::uint32_t word, std::uint32_t m) {
  return static_cast<std::uint32_t>((static_cast<std::uint64_t>(word) * m) >> 32);
}

/// omega v T, log-odds.
SOJOURN_INLINE float word_tilt(float omega, float valence, float trust) {
  return omega * valence * trust;
}

/// Whether one who is told comes; exactly `comes` where nothing tilts.
SOJOURN_INLINE double coming_chance(double comes, double tilt) {
  return tilt == 0 || comes <= 0 || comes >= 1 ? comes
                                               : comes / (comes + (1 - comes) * exp_double(-tilt));
}

} // namespace SOJOURN_TARGET

} // namespace sojourn
