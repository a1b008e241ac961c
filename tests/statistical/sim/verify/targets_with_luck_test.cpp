// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/verify/trying.hpp"

// One test per target that simulates: theory lies inside the interval, and outside it on the model
// that is deliberately off.
using sojourn::trying::check;

TEST_CASE("T12 Noise of an answer", "[statistical]") { check("T12"); }
TEST_CASE("T13 Peak-end of ten uniform moments", "[statistical]") { check("T13"); }
TEST_CASE("T17 Trust, slowly won and quickly lost", "[statistical]") { check("T17"); }
TEST_CASE("T24 M/M/1 and M/M/c", "[statistical]") { check("T24"); }
TEST_CASE("T25 Erlang C", "[statistical]") { check("T25"); }
TEST_CASE("T27 Erlang A", "[statistical]") { check("T27"); }
TEST_CASE("T28 Erlang B", "[statistical]") { check("T28"); }
TEST_CASE("T29 Pollaczek-Khinchine", "[statistical]") { check("T29"); }
TEST_CASE("T32 Visits and exits of the incident chain", "[statistical]") { check("T32"); }
TEST_CASE("T33 Time in the incident chain", "[statistical]") { check("T33"); }
TEST_CASE("T40 Peak-end on the incident chain", "[statistical]") { check("T40"); }
TEST_CASE("T42 Trust on the incident chain", "[statistical]") { check("T42"); }
TEST_CASE("T43 Fewer exits, longer journeys", "[statistical]") { check("T43"); }
TEST_CASE("T44 Addressed luck makes differences precise", "[statistical]") { check("T44"); }
TEST_CASE("T47 Watermelon: red when green", "[statistical]") { check("T47"); }
TEST_CASE("T49 Word of mouth in the mean field: Bass", "[statistical]") { check("T49"); }
TEST_CASE("T52 Priorities that interrupt nobody: Cobham", "[statistical]") { check("T52"); }
TEST_CASE("T53 An open Jackson network with feedback", "[statistical]") { check("T53"); }
TEST_CASE("T54 M/G/c by its published approximation", "[statistical]") { check("T54"); }
TEST_CASE("T55 Memory of varying moments and choices, solved", "[statistical]") { check("T55"); }
TEST_CASE("T56 Priorities that interrupt: resumed later", "[statistical]") { check("T56"); }
TEST_CASE("T57 Finite rooms: M/M/c/K", "[statistical]") { check("T57"); }
TEST_CASE("T58 Retrials: M/M/2 against its chain", "[statistical]") { check("T58"); }
TEST_CASE("T59 M(t)/M/2 against its equations", "[statistical]") { check("T59"); }
TEST_CASE("T60 Groups of arrivals", "[statistical]") { check("T60"); }
TEST_CASE("Q1 A recovery is remembered, not trusted", "[statistical]") { check("Q1"); }
TEST_CASE("Q2 A good end lifts memory and return", "[statistical]") { check("Q2"); }
TEST_CASE("Q3 A longer time announced", "[statistical]") { check("Q3"); }
TEST_CASE("Q4 Every moment good, the journey poor", "[statistical]") { check("Q4"); }
TEST_CASE("Q5 Red when green grows with silence", "[statistical]") { check("Q5"); }
TEST_CASE("Q6 Who leaves early shortens the mean", "[statistical]") { check("Q6"); }
TEST_CASE("Q7 Closing one gap can widen another", "[statistical]") { check("Q7"); }
TEST_CASE("Q8 Losses loom only where there are losses", "[statistical]") { check("Q8"); }
TEST_CASE("Q9 Each hand-over costs memory", "[statistical]") { check("Q9"); }
