// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/one_person.hpp"

#include <catch2/catch.hpp>

// What was expected, in what people say: assimilation towards it, apart from the surprise.
namespace {

using namespace sojourn;
using namespace sojourn::build;
using Catch::Matchers::WithinAbs;

/// Two moments written +1 and -1 by somebody who came expecting 2 points more.
Scenario hopeful(double expectation_weight, double disconfirmation_weight) {
  Scenario scenario = alone(always_open(), false);
  scenario.personas[0].mood_on_arrival = Distribution::constant(2);
  TouchpointSpec good = touchpoint("good", Distribution::constant(1));
  good.feels.mean = 1;
  good.rows = {to(1, 1)};
  TouchpointSpec bad = touchpoint("bad", Distribution::constant(1));
  bad.feels.mean = -1;
  bad.rows = {leave(0, 1)};
  scenario.touchpoints = {good, bad};
  scenario.survey.present = true;
  scenario.survey.expectation_weight = expectation_weight;
  scenario.survey.disconfirmation_weight = disconfirmation_weight;
  return scenario;
}

double said(double expectation_weight, double disconfirmation_weight) {
  const JourneyTrace journey = live(hopeful(expectation_weight, disconfirmation_weight), 0);
  return static_cast<double>(journey.row.satisfaction);
}

} // namespace

TEST_CASE("Who expected more says more by the weight of expectations") {
  CHECK(said(0, 0) == 5);
  CHECK_THAT(said(.15, 0), WithinAbs(5 + .15 * 2, 1e-5)); // 3 and 1 were expected
  CHECK_THAT(said(0, .4), WithinAbs(5 - .4 * 2, 1e-5));   // each fell 2 short
  CHECK_THAT(said(.15, .4), WithinAbs(5 + .15 * 2 - .4 * 2, 1e-5));
}

TEST_CASE("Assimilation can outweigh contrast: higher hopes need not lower what is said") {
  Scenario calm = hopeful(.5, .4);
  calm.personas[0].mood_on_arrival = Distribution::constant(0);
  CHECK(said(.5, .4) > static_cast<double>(live(calm, 0).row.satisfaction));
  calm = hopeful(.15, .4);
  calm.personas[0].mood_on_arrival = Distribution::constant(0);
  CHECK(said(.15, .4) < static_cast<double>(live(calm, 0).row.satisfaction));
}
