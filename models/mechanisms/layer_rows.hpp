// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "models/mechanisms/mechanism_rows.hpp"

namespace sojourn {

/// What acts around the mechanisms of a person: what is reported, relations, groups, talk. A word
/// of the scenario each; their numbers are in the table of fields.
struct LayerRow {
  std::string_view id; // the scenario's word
  std::string_view title, equation, reads, writes;
  Grade grade;
  std::string_view source, not_for;
};

inline constexpr std::array<LayerRow, 6> layer_rows = {{
    {"survey", "What a survey hears",
     "SAT = 5 + c_rem U_rem + c_D D~ + c_E E + c_T (T - 1/2); P(answers) = 1 / (1 + exp(-(b0 + b1 "
     "|U| + b2 U)))",
     "remembered experience, trust, effort, what was felt against what was expected",
     "answers: satisfaction, CSAT, NPS, CES; nothing that a person has", Grade::a,
     "Oliver 1980 JMR 17:460; Zeithaml, Berry & Parasuraman 1993 JAMS 21:1; Hu, Pavlou & Zhang "
     "2009 "
     "CACM 52(10):144",
     "loss aversion beside asymmetric disconfirmation: the same surprise would count twice"},
    {"relationship", "Kinds of relationship",
     "seen with probability b; agreed E + N(0, sd); trust gains a+, loses a-; offered what is "
     "needed "
     "with probability m",
     "work behind the line of visibility, what only the provider sees, the first agreement",
     "felt waiting, what is felt, expectation, trust, value", Grade::c,
     "ITIL 4 Drive Stakeholder Value, table 1.2 (directions; every size is an assumption); "
     "waiting: "
     "Maister 1985",
     "what keeping a relationship costs, and how one grows into another"},
    {"culture", "Culture", "number <- number exp(sum_d Gamma_d c_d), c_d on Meyer's eight scales",
     "a person's place on the scales: the group's and their own distance from it",
     "the numbers that effects name", Grade::c,
     "Meyer 2014; signs: Reimann, Lunemann & Chase 2008 JSR; Schoefer et al. 2019 JRCS; sizes are "
     "ours and 0 unless somebody sets them",
     "saying what people of a country are like: scores of groups are not scores of people"},
    {"renewal", "Renewal by customer and sponsor",
     "P = 1 / (1 + exp(-(r_0 + r_X (X - 5) + r_O O - r_R R + sum w (reached / goal - 1))))",
     "satisfaction as it reaches them, weighed by influence and interest; outcome, prices, lost "
     "journeys; indicators with a goal",
     "the measure `renewal`", Grade::d,
     "form after ITIL 4 Drive Stakeholder Value; no published sizes", "contracts that bind"},
    {"word_of_mouth", "Word of mouth",
     "rate = w0 + w+ max(U, 0) + w- max(-U, 0); who is told comes at logit p + omega v T; E <- E + "
     "g "
     "5 v, v = U / 5",
     "what is remembered of the journey", "arrivals, first expectations, giving up at choices",
     Grade::b, "Anderson 1998 JSR 1:5; East, Hammond & Lomax 2008 IJRM 25:215; limit: Bass 1969",
     "friends of friends, and stories that are passed on"},
    {"ratings", "Ratings that newcomers read",
     "leaves one with P = 1 / (1 + exp(-(b0 + b1 |U| + b2 U))); stars = 3 + 2 U / 5, whole, 1 to "
     "5; "
     "E <- E + g 5 v, v = (mean stars - 3) / 2; giving up: - omega v T",
     "what is remembered of journeys that have ended",
     "first expectations, giving up at choices, "
     "who comes",
     Grade::b,
     "Hu, Pavlou & Zhang 2009 CACM 52(10):144 (J-shape); Chevalier & Mayzlin 2006 JMR 43:345 "
     "(sales "
     "follow stars); sizes are assumptions",
     "what is written beside the stars, and ratings that are bought"},
}};

} // namespace sojourn
