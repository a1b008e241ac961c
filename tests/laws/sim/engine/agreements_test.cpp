// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/social.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

// Each agreement is the predicate it says, journey by journey, and speaks of those it can.
namespace {

using namespace sojourn;
using sojourn::social::rows_of;

const std::string journey = R"(sojourn: 1
title: Agreements
personas: { ann: { biases: { trust: {}, peak_end: {} } } }
touchpoints:
  ask:
    step: engage
    takes: { exponential: 5 min }
    feels: { mean: 0, spread: 2, effort: 1 }
    then: [ { to: solve, share: 70% }, { to: ask, share: 20% }, { to: left, share: rest } ]
  solve: { step: realize, feels: { mean: 1, spread: 1 }, then: [ { to: done } ] }
exits: { done: { outcome: served }, left: { outcome: lost } }
survey: { asks: [csat, ces], response: { base: 0, tilt: 0.5 }, noise: 1 }
agreements:
  a: { kind: XLA, measure: experienced, target: { at_least: 0.2 } }
  b: { kind: XLA, measure: effort, target: { at_most: 1 } }
  c: { kind: XLA, measure: trust, target: { at_least: 0.45 } }
  d: { kind: XLA, measure: ease, target: { at_least: 6 } }
  e: { kind: XLA, measure: satisfaction, target: { at_least: 6 } }
  f: { kind: XLA, measure: answer, target: { at_least: 7 } }
experiment: { journeys: 3000, seed: 3 }
)";

struct Predicate {
  std::function<bool(const JourneyRow&)> met;
  bool of_answers;
};

} // namespace

TEST_CASE("Agreements on every layer are kept by the journeys that their words say") {
  const std::vector<Predicate> all = {
      {[](const JourneyRow& row) { return row.experienced >= 0.2F; }, false},
      {[](const JourneyRow& row) { return row.effort <= 1; }, false},
      {[](const JourneyRow& row) { return row.trust >= 0.45F; }, false},
      {[](const JourneyRow& row) { return row.survey.ease >= 6; }, true},
      {[](const JourneyRow& row) { return row.satisfaction >= 6; }, false},
      {[](const JourneyRow& row) { return row.survey.score >= 7; }, true},
  };
  std::vector<int> kept(all.size(), 0);
  int answered = 0;
  for (const JourneyRow& row : rows_of(journey)) {
    answered += row.survey.answered ? 1 : 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool known = !all[i].of_answers || row.survey.answered;
      const bool met = known && all[i].met(row);
      REQUIRE(((row.agreement_of >> i) & 1U) == (known ? 1U : 0U));
      REQUIRE(((row.agreement_met >> i) & 1U) == (met ? 1U : 0U));
      kept[i] += met ? 1 : 0;
    }
  }
  CHECK((answered > 500 && answered < 2900));
  for (const int n : kept) { // some keep it, some do not
    CHECK((n > 50 && n < 2950));
  }
}
