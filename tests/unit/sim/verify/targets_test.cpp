// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/verify/trying.hpp"

// One test per target of the table that needs no luck; the numbers stand in sim/verify.
using sojourn::trying::check;

TEST_CASE("T1 Probability weights") { check("T1"); }
TEST_CASE("T2 Certainty equivalents of 56 prospects") { check("T2"); }
TEST_CASE("T3 Fourfold pattern of risk") { check("T3"); }
TEST_CASE("T4 Indifference at a hundred") { check("T4"); }
TEST_CASE("T5 Even chances that are worth nothing") { check("T5"); }
TEST_CASE("T6 Problems of 1979, and two known misfits") { check("T6"); }
TEST_CASE("T7 Limits of prospect theory") { check("T7"); }
TEST_CASE("T8 Expectations as reference") { check("T8"); }
TEST_CASE("T9 Two patients, one peak") { check("T9"); }
TEST_CASE("T10 Cold water: more pain, better memory") { check("T10"); }
TEST_CASE("T11 Colonoscopy: the end and coming back") { check("T11"); }
TEST_CASE("T14 Duration neglect") { check("T14"); }
TEST_CASE("T15 Base level and retrieval of ACT-R") { check("T15"); }
TEST_CASE("T16 Exponential memory") { check("T16"); }
TEST_CASE("T20 Anchoring index") { check("T20"); }
TEST_CASE("T21 Giving up against an announced wait") { check("T21"); }
TEST_CASE("T34 Distribution of the time, dwells exponential") { check("T34"); }
TEST_CASE("T35 An outcome discounted") { check("T35"); }
TEST_CASE("T37 First-contact resolution and calls") { check("T37"); }
TEST_CASE("T38 Leakage: 16 coalitions, Shapley values") { check("T38"); }
TEST_CASE("T39 The choice rule") { check("T39"); }
TEST_CASE("T18 Putting off what costs now") { check("T18"); }
TEST_CASE("T19 A default") { check("T19"); }
TEST_CASE("T22 Faster towards the goal") { check("T22"); }
TEST_CASE("T23 Effort and disloyalty") { check("T23"); }
TEST_CASE("T41 Exponential memory on the incident chain") { check("T41"); }
TEST_CASE("T45 Net promoter score") { check("T45"); }
TEST_CASE("T46 Who answers a survey") { check("T46"); }
TEST_CASE("T48 Content with every moment") { check("T48"); }
TEST_CASE("T50 Insurance: shopping and switching") { check("T50"); }
TEST_CASE("T51 Few tickets hold most lost time") { check("T51"); }
