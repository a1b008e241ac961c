// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "tests/unit/sim/engine/social.hpp"

#include <catch2/catch.hpp>

#include <cmath>

// Culture bends numbers and nothing else: without effects it is absent, and each labelled example
// moves results the way its source says.
namespace {

using namespace sojourn;
using namespace sojourn::social;

std::string journey(const std::string& culture) {
  return R"(sojourn: 1
personas:
  all:
    patience: { median: 1 h, p90: 3 h }
    )" + culture +
         R"(
    biases: { trust: {}, loss_aversion: {}, waiting: {} }
touchpoints:
  ask: { feels: { mean: 1, spread: 1 }, promise: { fixed_within: 1 h }, then: [ { to: wait } ] }
  wait:
    behind: { desk: 1, takes: { exponential: 70 min } }
    feels: { silence: -0.2 per h }
    then: [ { to: fixed }, { to: left, when: out_of_patience, silent: 30% } ]
  fixed:
    feels: { mean: 0.5, against_promise: { early: +1 per h, late: -1 per h } }
    then: [ { to: done } ]
exits: { done: { outcome: served }, left: { outcome: lost } }
resources: { desk: { capacity: unlimited } }
survey: { at: end, noise: 0.5 }
experiment: { journeys: 4000, seed: 11 }
)";
}

std::vector<JourneyRow> rows_with(const std::string& culture, const std::string& effects) {
  return rows_of(journey(culture) + effects);
}

/// By how much two cultures differ under the same luck; mean and standard error over people.
struct Shift {
  double mean = 0, error = 0;
  [[nodiscard]] bool above() const { return mean > 4.5 * error; }
  [[nodiscard]] bool below() const { return mean < -4.5 * error; }
};
template <class Number>
Shift shift(const std::vector<JourneyRow>& from, const std::vector<JourneyRow>& to,
            const Number& number) {
  double sum = 0, squares = 0;
  const auto n = static_cast<double>(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) {
    const double d = number(to[i]) - number(from[i]);
    sum += d;
    squares += d * d;
  }
  const double mean = sum / n;
  return {mean, std::sqrt((squares / n - mean * mean) / n)};
}

double gave_up(const JourneyRow& row) { return row.exit == 1 ? 1 : 0; }
double silent(const JourneyRow& row) { return row.silent ? 1 : 0; }
double remembered(const JourneyRow& row) { return static_cast<double>(row.remembered); }
double trust(const JourneyRow& row) { return static_cast<double>(row.trust); }
double extremity(const JourneyRow& row) { return std::abs(row.survey.score - 5.0); }

} // namespace

TEST_CASE("Culture without effects is no culture, bit for bit") {
  CHECK(rows_with("culture: { scheduling: -1, disagreeing: 1, trusting: 0.5 }", "") ==
        rows_with("about: nobody in particular", ""));
  CHECK(rows_with("culture: { scheduling: -1 }",
                  "culture: { effects: { silent: { disagreeing: 0 } } }\n") ==
        rows_with("about: nobody in particular", ""));
}

TEST_CASE("Where nobody differs from their group, the neutral middle is untouched") {
  CHECK(rows_with("culture: { scheduling: 0 }", "culture: { example: linear_time, spread: 0 }\n") ==
        rows_with("about: nobody in particular", ""));
}

TEST_CASE("Linear time: lateness weighs more and patience is shorter") {
  const std::string example = "culture: { example: linear_time }\n";
  const auto flexible = rows_with("culture: { scheduling: 1 }", example);
  const auto linear = rows_with("culture: { scheduling: -1 }", example);
  CHECK(shift(flexible, linear, gave_up).above());
  const std::string late = "culture: { effects: { lateness: { scheduling: -0.3 } } }\n";
  CHECK(shift(rows_with("culture: { scheduling: 1 }", late),
              rows_with("culture: { scheduling: -1 }", late), remembered)
            .below());
  // It could fail: the same culture twice.
  CHECK_FALSE(shift(linear, linear, gave_up).above());
}

TEST_CASE("Harmony: silent exits, less trust by mere reliability, milder answers") {
  const std::string example = "culture: { example: harmony }\n";
  const auto direct =
      rows_with("culture: { disagreeing: -1, trusting: -1, evaluating: -1 }", example);
  const auto harmony =
      rows_with("culture: { disagreeing: 1, trusting: 1, evaluating: 1 }", example);
  CHECK(shift(direct, harmony, silent).above());
  CHECK(shift(direct, harmony, trust).below());
  CHECK(shift(direct, harmony, extremity).below());
}

TEST_CASE("How people answer is told, not felt") {
  const std::string effects =
      "culture: { effects: { answer_extremity: { evaluating: -1 }, tolerance: { leading: 1 } } }\n";
  auto mild = rows_with("culture: { evaluating: 1, leading: 1 }", effects);
  auto plain = rows_with("about: nobody in particular", "");
  CHECK_FALSE(mild == plain);
  for (auto* rows : {&mild, &plain}) {
    for (JourneyRow& row : *rows) {
      row.survey = {};
      row.satisfaction = 0;
    }
  }
  CHECK(mild == plain);
}

TEST_CASE("People differ around their group, the same person alike in every culture") {
  const std::string effects = "culture: { effects: { trust_gain: { trusting: 1 } } }\n";
  const auto group = rows_with("culture: { trusting: 0 }", effects);
  const auto none = rows_with("about: nobody in particular", "");
  const Shift spread = shift(none, group, trust);
  CHECK(spread.error > 0); // some gain more, some less
  const auto warmer = rows_with("culture: { trusting: 0.5 }", effects);
  for (std::size_t i = 0; i < group.size(); ++i) {
    CHECK(warmer[i].trust >= group[i].trust); // by the same factor for everybody
  }
}

TEST_CASE("Both engines know the same culture") {
  const std::string text = without_cohort(
      journey("culture: { scheduling: -0.6, disagreeing: 0.7, trusting: 0.4 }") +
      "culture: { example: harmony, effects: { waiting: { leading: 0.5 }, lateness: { scheduling: "
      "-0.4 }, patience: { scheduling: 0.3 } } }\narrivals: { rate: 3 per hour }\n");
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario);
  KeptRows flow, service;
  (void)simulate_flow(plan, 2, 0, &flow);
  (void)simulate_service(plan, 2, &service);
  CHECK(flow.rows.size() > 1000);
  CHECK(flow.rows == service.rows);
}
