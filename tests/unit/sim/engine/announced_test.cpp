// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/one_person.hpp"

#include <catch2/catch.hpp>

#include <string>

// A promise heard against what was expected (`against_expected`).
namespace {

using namespace sojourn;
using namespace sojourn::build;
using Catch::Matchers::WithinAbs;

struct Announced {
  std::string person = "expects: 3 h";
  std::string first = "5 h", second = "1 h";
  double losses = 0; // strength
};

/// Hears a time, hears another one an hour later; trusts at .8 throughout.
Scenario scenario_of(const Announced& announced) {
  const std::string text = R"(sojourn: 1
personas:
  somebody:
    share: 100%
    )" + announced.person +
                           R"(
    biases: { loss_aversion: { ratio: 2, strength: )" +
                           std::to_string(announced.losses) + R"( },
              trust: { start: 0.8, strength: 0 } }
touchpoints:
  first:
    promise: { restored_within: )" +
                           announced.first + R"( }
    feels: { against_expected: { sooner: +0.5 per h, later: -0.25 per h } }
    then: [ { to: wait } ]
  wait: { takes: 1 h, then: [ { to: second } ] }
  second:
    promise: { restored_within: )" +
                           announced.second + R"( }
    feels: { against_expected: { sooner: +0.5 per h, later: -0.25 per h } }
    then: [ { to: restored } ]
  restored: { then: [ { to: done } ] }
exits: { done: { outcome: served } }
)";
  const Loaded loaded = load_scenario_text(text, "announced.yaml");
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  return loaded.arms.front().scenario;
}

std::vector<float> felt(const Announced& announced) {
  const JourneyTrace trace = live(scenario_of(announced), 0);
  std::vector<float> affects;
  for (const VisitTrace& visit : trace.visits) {
    affects.push_back(visit.affect);
  }
  return affects;
}

} // namespace

TEST_CASE("A time announced is felt against the own idea, a later one against what is left") {
  const auto affects = felt({});
  REQUIRE(affects.size() == 4);
  CHECK_THAT(affects[0], WithinAbs(.8 * -.25 * 2, 1e-6)); // 5 h instead of 3 h
  CHECK(affects[1] == 0);
  CHECK_THAT(affects[2], WithinAbs(.8 * .5 * 3, 1e-6)); // 1 h instead of the 4 h that were left
  CHECK(affects[3] == 0);
}

TEST_CASE("What comes later than expected is a loss, what comes sooner is not") {
  const auto affects = felt({.losses = 1});
  CHECK_THAT(affects[0], WithinAbs(2 * .8 * -.25 * 2, 1e-6));
  CHECK_THAT(affects[2], WithinAbs(.8 * .5 * 3, 1e-6));
}

TEST_CASE("Who has no idea feels nothing at the first time announced; as expected is no event") {
  CHECK(felt({.person = "about: no idea"})[0] == 0);
  const JourneyTrace trace = live(scenario_of({.first = "3 h", .second = "2 h"}), 0);
  CHECK(trace.visits[0].affect == 0);
  CHECK(trace.visits[2].affect == 0);
  CHECK(trace.row.remembered == 0); // nothing happened that would be remembered
}

TEST_CASE(
    "A time compared where none is announced is an error; with nobody to compare, a warning") {
  const auto problem = [](const std::string& persona, const std::string& promise) {
    const Loaded loaded = load_scenario_text("sojourn: 1\npersonas: { a: { share: 100%" + persona +
                                                 " } }\ntouchpoints:\n  restored:\n    " + promise +
                                                 "feels: { against_expected: { later: -1 per h } }"
                                                 "\n    then: [ { to: done } ]\n"
                                                 "exits: { done: { outcome: served } }\n",
                                             "s.yaml");
    REQUIRE(loaded.problems.size() <= 1);
    return loaded.problems.empty() ? std::string() : loaded.problems.front().message;
  };
  CHECK(problem(", expects: 1 h", "promise: { restored_within: 1 h }\n    ").empty());
  CHECK(problem(", expects: 1 h", "") ==
        "touchpoints.restored.feels.against_expected: nothing is promised here");
  CHECK(problem("", "promise: { restored_within: 1 h }\n    ") ==
        "touchpoints.restored.feels.against_expected: nobody expects anything before the first "
        "promise");
}
