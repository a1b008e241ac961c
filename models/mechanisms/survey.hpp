// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/luck/math.hpp"

#include "models/mechanisms/parameter_rows.hpp"
#include <cmath>

#include <array>

// What a survey hears of a journey, and from whom. Reporting only: nothing of it is ever felt,
// remembered or chosen by the person.
//   SAT = 5 + c_rem U_rem + c_D D~ + c_E E + c_T (T - 1/2), on 0 .. 10 (Oliver 1980 JMR 17:460)
//   D~  = sign(D) max(|D| - z, 0), times lambda_D where it is negative (Zeithaml et al. 1993)
//   P(answers) = 1 / (1 + exp(-(b0 + b1 |U| + b2 U)))                  (Hu et al. 2009)
// U, D, z affect points; T trust; b0 log-odds, b1 and b2 log-odds per affect point.
// D is the mean, over the visits in which something was felt, of how far it lay from what was
// expected (z_d summed over the dimensions with an event); E the mean of what was expected there:
// with c_E > 0 answers are drawn towards expectations (assimilation), with D they are driven from
// them (contrast), and D = P - E, so data tell only c_P + c_D and c_E - c_D.
// Neglected: reminders, fatigue after many surveys, answers given to please.
namespace sojourn {

struct SatisfactionWeights {
  float memory = 0, disconfirmation = 0, trust = 0;
  float tolerance = 0, asymmetry = 1; // z, lambda_D
  float expectation = 0;
};

inline namespace SOJOURN_TARGET {

/// D~, affect points.
SOJOURN_INLINE float beyond_tolerance(float gap, float tolerance, float asymmetry) {
  const float beyond = abs(gap) - tolerance;
  const float outside = beyond > 0 ? copysign(beyond, gap) : 0.0F;
  return outside < 0 ? asymmetry * outside : outside;
}

/// SAT, cut to 0 .. 10; `gap` is D, `expected` E.
SOJOURN_INLINE float satisfaction(float remembered, float gap, float trust,
                                  const SatisfactionWeights& weights, float expected = 0) {
  const float felt = weights.memory * remembered;
  const float surprise =
      weights.disconfirmation * beyond_tolerance(gap, weights.tolerance, weights.asymmetry);
  const float assimilated = weights.expectation * expected;
  return clamp(5.0F + felt + surprise + weights.trust * (trust - 0.5F) + assimilated, 0.0F, 10.0F);
}

/// Never below 1e-4, so that its inverse stays a usable weight.
SOJOURN_INLINE double answer_chance(double base, double extremity, double tilt, double remembered) {
  const double odds = clamp(base + extremity * abs(remembered) + tilt * remembered, -50.0, 50.0);
  const double chance = 1.0 / (1.0 + exp_double(-odds));
  return chance < 1e-4 ? 1e-4 : chance;
}

/// The whole point of a scale that a latent opinion is told as; halves go up.
SOJOURN_INLINE int told_point(float latent, int low, int high) {
  const float cut = clamp(latent, static_cast<float>(low), static_cast<float>(high));
  return static_cast<int>(std::lround(cut));
}

} // namespace SOJOURN_TARGET

/// A number of the survey that is the scenario's, not a person's. Fields as in ParameterRow.
struct SurveyRow {
  std::string_view id, symbol, unit;
  double default_value;
  double low, high;
  Provenance provenance;
  std::string_view source;
};

inline constexpr std::array<SurveyRow, 7> satisfaction_rows = {{
    {"memory_weight", "c_rem", "per affect point", .8, 0, 2, Provenance::assumption,
     "what is remembered, in the satisfaction of 0 to 10"},
    {"disconfirmation_weight", "c_D", "per affect point", .2, 0, 2, Provenance::assumption,
     "what was better or worse than expected (Oliver 1980 JMR 17:460; size ours)"},
    {"expectation_weight", "c_E", "per affect point", 0, 0, 2, Provenance::assumption,
     "0 is no assimilation; Oliver 1980 JMR 17:460 about .15 (who expects more says more: r = .29 "
     "over 150 studies)"},
    {"trust_weight", "c_T", "1", 1, 0, 5, Provenance::assumption,
     "trust at the end, less one half"},
    {"tolerance", "z", "affect points", .5, 0, 5, Provenance::assumption,
     "surprises smaller than this do not count (Zeithaml et al. 1993 JAMS 21:1; size ours)"},
    {"asymmetry", "lambda_D", "1", 1.955, 1, 5, Provenance::assumption,
     "bad surprises count this much more than good ones"},
    {"effort_scale", "", "points per affect point", 1, 0, 5, Provenance::assumption,
     "how much a point of effort lowers the answer on ease, 1 to 7"},
}};

inline constexpr std::array<SurveyRow, 3> response_rows = {{
    {"base", "b0", "log-odds", -1.381, -50, 50, Provenance::derived,
     "20.09 % of the surveys of a service desk were answered, taken for those "
     "whose memory is neutral"},
    {"extremity", "b1", "log-odds per affect point", 0, -5, 5, Provenance::assumption,
     "above 0, strong memories answer more often, good or bad (Hu et al. 2009 CACM 52(10):144)"},
    {"tilt", "b2", "log-odds per affect point", 0, -5, 5, Provenance::assumption,
     "above 0, the content answer more often"},
}};

} // namespace sojourn
