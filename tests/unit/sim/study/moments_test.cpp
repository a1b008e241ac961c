// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;

namespace {

/// Nobody has a bias: the memory is the plain mean of two moments, and what does a touchpoint is
/// half of how it is felt. `early` varies by 2 between its quantiles, `late` never.
const std::string two_moments = R"(sojourn: 1
touchpoints:
  early: { feels: { mean: 1, spread: 0.78 }, then: [ { to: late } ] }
  late:  { feels: -1.02, then: [ { to: end } ] }
  quiet: { then: [ { to: end } ] }
  end:   { then: [ { to: done } ] }
exits: { done: { outcome: served } }
arrivals: { start_at: { early: 50%, quiet: 50% } }
experiment: { replications: 6, journeys: 2000, seed: 5, studies: [ moments ] }
)";

} // namespace

TEST_CASE("A moment of truth is what the journey owes to how it is felt") {
  const auto run = asked::ask(two_moments);
  const output::Finding* early = run->find("moment of truth", "early", "remembered_experience");
  REQUIRE(early != nullptr);
  // Quantiles 10 % and 90 % of a normal: 2 x 1.2816 sd = 2.0; half of it is remembered, by half.
  CHECK_THAT(early->estimate, WithinAbs(0.5, 0.03));
  CHECK((early->rank_low == 1 && early->rank_high == 1));
  const output::Finding* late = run->find("moment of truth", "late", "remembered_experience");
  REQUIRE(late != nullptr);
  CHECK(late->estimate == 0); // always the same
  const output::Finding* visit =
      run->find("moment of truth, per visit", "early", "remembered_experience");
  REQUIRE(visit != nullptr);
  CHECK_THAT(visit->estimate, WithinAbs(1, 0.05));
  CHECK(run->find("moment of truth", "quiet", "remembered_experience") == nullptr);
}

TEST_CASE("Pain is what is felt below neutral, and goes when it feels neutral") {
  const auto run = asked::ask(two_moments);
  const output::Finding* pain = run->find("pain", "late", "");
  REQUIRE(pain != nullptr);
  CHECK_THAT(pain->estimate, WithinAbs(-0.51, 0.03)); // half of all journeys, within half a bin
  CHECK(pain->rank_low == 1);
  const output::Finding* owed = run->find("attributable", "late", "remembered_experience");
  REQUIRE(owed != nullptr);
  CHECK_THAT(owed->estimate, WithinAbs(-0.255, 0.02));
  CHECK(run->result.studies.front().reading ==
        "For Remembered experience, early decides most; most pain is felt at late.");
}

TEST_CASE("What is said of moments names touchpoints as people do") {
  const auto run = asked::ask(R"(sojourn: 1
touchpoints:
  only: { name: The one moment, feels: { mean: -1, spread: 1 }, then: [ { to: done } ] }
exits: { done: { outcome: served } }
experiment: { replications: 4, journeys: 200, seed: 5, studies: [ moments ] }
)");
  CHECK_THAT(run->result.studies.front().reading,
             Catch::Matchers::EndsWith("most pain is felt at “The one moment”."));
  CHECK(run->find("pain", "only", "") != nullptr);
}

TEST_CASE("Pain is ranked by what it weighs and by whom it drives away, and the two differ") {
  // `slow` hurts most, but nobody can leave after it; `rude` hurts less, before people decide.
  const auto run = asked::ask(R"(sojourn: 1
personas: { all: { biases: { patience: {}, peak_end: { preset: mean } } } }
touchpoints:
  rude: { feels: { mean: -1.5, spread: 0.3 }, decides: person,
          then: [ { to: slow, share: 60% }, { to: left } ] }
  slow: { feels: { mean: -4, spread: 0.3 }, then: [ { to: done } ] }
exits: { done: { outcome: served }, left: { outcome: lost } }
experiment: { replications: 6, journeys: 2000, seed: 5, studies: [ moments ] }
)");
  const auto rank = [&](const char* quantity, const char* subject, const char* measure) {
    const output::Finding* row = run->find(quantity, subject, measure);
    REQUIRE(row != nullptr);
    return row->rank_low;
  };
  CHECK(rank("pain", "slow", "") == 1);
  CHECK(rank("attributable", "rude", "gave_up") == 1);
  CHECK(rank("attributable", "slow", "gave_up") == 2);
  CHECK_THAT(run->result.studies.front().reading,
             Catch::Matchers::EndsWith("Most give up because of how rude feels."));
}

TEST_CASE("Where nothing is felt there is no moment") {
  CHECK_THROWS_AS(asked::design(R"(sojourn: 1
touchpoints: { only: { then: [ { to: done } ] } }
exits: { done: { outcome: served } }
experiment: { journeys: 10, studies: [ moments ] }
)"),
                  StudyRefusal);
}
