// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/listener.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

// What being told does to people. The first is served 0-60; the second comes and waits. Every
// number was worked out by hand.
using namespace sojourn;
using namespace sojourn::build;
using Catch::Matchers::WithinAbs;

namespace {

struct ToldScene {
  std::string announces = "{ schedule: { Mon-Sun 00:00-24:00: 40 min } }";
  std::string feels = "{}", person = "", biases = "{}";
};

Scenario scenario_of(const ToldScene& said) {
  const std::string text = R"(sojourn: 1
arrivals: { rate: 1 per hour }
personas:
  caller:
    share: 100%
    biases: )" + said.biases +
                           "\n    " + said.person + R"(
touchpoints:
  reach: { takes: 30 min, promise: { helped_within: 5 min }, then: [ { to: call } ] }
  call:
    needs: { desk: 1 }
    takes: 60 min
    )" + (said.announces.empty() ? "" : "announces: " + said.announces) +
                           R"(
    feels: )" + said.feels +
                           R"(
    then: [ { to: helped }, { to: gone, when: out_of_patience } ]
  helped: { then: [ { to: done } ] }
exits: { done: { outcome: served }, gone: { outcome: lost } }
resources: { desk: { capacity: 1 } }
experiment: { horizon: 1 week, warm_up: 0 s, replications: 2 }
)";
  const Loaded loaded = load_scenario_text(text, "told.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  return loaded.arms.front().scenario;
}

/// The second in line comes so many minutes after the first; they reach the line half an hour
/// later.
HeardInLine second(const ToldScene& said, double after) {
  return overheard(scenario_of(said), {comes(0, 0), comes(1, after)}).at(1);
}

const std::string against = "{ against_announced: { early: +3 per h, late: -6 per h } }";

} // namespace

TEST_CASE("A wait is felt against what was announced of it") {
  const HeardInLine early = second({.feels = against}, 30); // waits 30 of 40
  CHECK(early.told == 40);
  CHECK(early.waited == 30);
  CHECK(early.verdict == 1);
  CHECK_THAT(early.affect, WithinAbs(.5, 1e-6));
  const HeardInLine late = second({.feels = against}, 10); // waits 50
  CHECK(late.verdict == -1);
  CHECK_THAT(late.affect, WithinAbs(-1, 1e-6));
  const HeardInLine exact = second({.feels = against}, 20);
  CHECK(exact.verdict == 1);
  CHECK(exact.affect == 0);
  const HeardInLine averse =
      second({.feels = against, .biases = "{ loss_aversion: { ratio: 2 } }"}, 10);
  CHECK_THAT(averse.affect, WithinAbs(-2, 1e-6));
}

TEST_CASE("Trust hears whether it was so; a place in line says nothing that could be broken") {
  const std::string trust = "{ trust: { start: 0.8, gain: 0.05, loss: 0.25 } }";
  const auto after = [&](const std::string& feels, double minutes) {
    return second({.feels = feels, .biases = trust}, minutes).trust;
  };
  const auto good = [](double trust_before) { return trust_before + .05 * (1 - trust_before); };
  CHECK_THAT(after(against, 30), WithinAbs(good(good(.8)), 1e-6)); // a good visit, and kept
  CHECK_THAT(after(against, 10), WithinAbs(.8 * .75 * .75, 1e-6)); // a bad one, and broken
  CHECK_THAT(after("0.5", 10), WithinAbs(good(.8) * .75, 1e-6));
  CHECK_THAT(second({.announces = "position", .feels = "0.5", .biases = trust}, 10).trust,
             WithinAbs(good(.8), 1e-6));
}

TEST_CASE("Who gives up learns that it was longer only after that time") {
  const auto gone = [](const std::string& patience) {
    return second({.feels = against, .person = "patience: " + patience}, 0);
  };
  const HeardInLine before = gone("39 min"); // comes at the same moment, would wait 60
  CHECK(before.gave_up);
  CHECK(before.verdict == 0);
  CHECK(before.affect == 0);
  const HeardInLine after = gone("50 min");
  CHECK(after.verdict == -1);
  CHECK_THAT(after.affect, WithinAbs(-1, 1e-6)); // ten minutes later than told
}

TEST_CASE("Patience is drawn towards what is announced, before what is promised of the journey") {
  const auto leaves = [](const std::string& announces, const std::string& biases) {
    return second({.announces = announces, .person = "patience: 20 min", .biases = biases}, 0)
        .waited;
  };
  const std::string anchored = "{ anchoring: { weight: 0.5 }, trust: { start: 1, strength: 0 } }";
  const std::string forty = "{ schedule: { Mon-Sun 00:00-24:00: 40 min } }";
  CHECK_THAT(leaves(forty, anchored), WithinAbs(30, 1e-4));
  CHECK_THAT(leaves("", anchored), WithinAbs(12.5, 1e-4)); // the promise of five minutes
  CHECK_THAT(leaves("position", anchored), WithinAbs(12.5, 1e-4));
  CHECK_THAT(leaves(forty, "{}"), WithinAbs(20, 1e-4));
  const std::string ten = "{ schedule: { Mon-Sun 00:00-24:00: 10 min } }";
  CHECK_THAT(leaves(ten, "{ patience: { overdue: 1.52 } }"),
             WithinAbs(10 + std::log1p(10 * std::log(1.52)) / std::log(1.52), 1e-4));
}

TEST_CASE("A wait that is known feels shorter, where the relationship says by how much") {
  const std::string felt = "{ waiting: -0.02 per min }";
  const std::string waits = "{ waiting: { overestimate: 1.3, exponent: 1 } }";
  const std::string relationship = "relationship: { type: basic, visibility: 0%, uncertain: 1.3 }";
  const auto affect = [&](const std::string& announces, const std::string& person) {
    return second({.announces = announces, .feels = felt, .person = person, .biases = waits}, 10)
        .affect;
  };
  CHECK_THAT(affect("", relationship), WithinAbs(-.02 * 1.3 * 50, 1e-5));
  CHECK_THAT(affect("position", relationship), WithinAbs(-.02 * 50, 1e-5));
  CHECK_THAT(affect("queue_length", relationship), WithinAbs(-.02 * 50, 1e-5));
  CHECK_THAT(affect("position", ""), WithinAbs(-.02 * 1.3 * 50, 1e-5));
}

TEST_CASE("Being told is news") {
  const std::string silence = "{ silence: -1 per h }";
  const auto affect = [&](const std::string& announces) {
    Scenario scenario = scenario_of({.announces = announces, .feels = silence});
    scenario.touchpoints[0].promise.reset(); // which would be news too
    return overheard(scenario, {comes(0, 0), comes(1, 10)}).at(1).affect;
  };
  CHECK_THAT(affect(""), WithinAbs(-50.0 / 60, 1e-5)); // nothing heard since half an hour before
  CHECK_THAT(affect("position"), WithinAbs(-30.0 / 60, 1e-5));
}

TEST_CASE("An agreement may be on how far people wait beyond what they were told") {
  const auto kept = [](double after, const std::string& patience) {
    Scenario scenario = scenario_of({.person = "patience: " + patience});
    AgreementSpec agreement;
    agreement.id = "as_told";
    agreement.measure = AgreementMeasure::past_announced;
    agreement.from = 1;
    agreement.threshold = 5;
    scenario.agreements = {agreement};
    const JourneyRow row = live_together(scenario, {comes(0, 0), comes(1, after)}).rows.at(1);
    return row.agreement_of == 0 ? -1 : row.agreement_met == 0 ? 0 : 1;
  };
  CHECK(kept(15, "endless") == 1); // 45 minutes, 40 told
  CHECK(kept(14, "endless") == 0);
  CHECK(kept(0, "44 min") == -1); // gone before anybody could know
  CHECK(kept(0, "46 min") == 0);
  CHECK(kept(100, "endless") == -1); // served at once, told nothing
}

TEST_CASE("A promise kept and an announcement broken in one visit is a broken word") {
  const std::string both = "{ against_promise: { early: +1 per h, late: -1 per h }, "
                           "against_announced: { late: -6 per h } }";
  Scenario scenario = scenario_of({.feels = both});
  scenario.touchpoints[0].promise->minutes = 600;
  const HeardInLine heard = overheard(scenario, {comes(0, 0), comes(1, 10)}).at(1);
  CHECK(heard.verdict == -1);
  // 600 less 110 minutes early, ten minutes later than told.
  CHECK_THAT(heard.gap, WithinAbs(490.0 / 60 - 1, 1e-5));
}

TEST_CASE("Where nobody is there who could serve no time is told") {
  const std::string text = R"(sojourn: 1
arrivals: { rate: 1 per hour }
personas: { caller: { share: 100% } }
touchpoints:
  ask:
    needs: NEEDS
    takes: 10 min
    announces: queue_length
    then: [ { to: done } ]
exits: { done: { outcome: lost } }
resources:
  some: { capacity: { helpers: 100%, lasts: 1 week } }
  others: { capacity: { helpers: 100%, lasts: 1 week } }
experiment: { horizon: 1 week, warm_up: 0 s, replications: 2 }
)";
  for (const std::string needs : {"{ some: 1 }", "{ any_of: [some, others] }"}) {
    INFO(needs);
    std::string written = text;
    const Loaded loaded =
        load_scenario_text(written.replace(written.find("NEEDS"), 5, needs), "x.yaml");
    REQUIRE(loaded.ok());
    Scenario scenario = loaded.arms.front().scenario;
    Plan plan = compile(scenario, scenario);
    ServiceEngine engine(plan, 0, true);
    engine.run_only({comes(0, 0), comes(1, 5)}); // who divides by no servers dies here
    CHECK(engine.rows.empty());
  }
}
