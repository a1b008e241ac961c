// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/trace.hpp"
#include "tests/unit/sim/engine/options.hpp"

#include <catch2/catch.hpp>

// A record of trust on simulated journeys: what it counts, alike on both engines.
namespace {

using namespace sojourn;
using Catch::Matchers::WithinRel;

class Trusting final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

/// Nine good moments and a bad one, for everybody.
Scenario nine_and_one(double record, double failure) {
  Scenario scenario;
  scenario.calendars = {build::always_open()};
  scenario.personas = {build::somebody()};
  scenario.exits = {build::way_out("done", Outcome::served)};
  for (int i = 0; i < 10; ++i) {
    TouchpointSpec moment =
        build::touchpoint("moment_" + std::to_string(i), Distribution::constant(1));
    moment.feels.mean = i == 4 ? -1 : 1;
    moment.rows = {i < 9 ? build::to(i + 1, 1) : build::leave(0, 1)};
    scenario.touchpoints.push_back(moment);
  }
  build::act(scenario, Mechanism::trust);
  build::set_all(scenario, Parameter::trust_record, Distribution::constant(record));
  build::set_all(scenario, Parameter::trust_failure, Distribution::constant(failure));
  return scenario;
}

std::vector<JourneyRow> by_flow(const Scenario& scenario) {
  Trusting rows;
  (void)simulate_flow(build::plan_of(scenario, 300), 1, 0, &rows);
  return rows.rows;
}

} // namespace

TEST_CASE("T17 on journeys: Beta(2, 2), nine good moments and a bad one") {
  CHECK_THAT(by_flow(nine_and_one(4, 1)).front().trust, WithinRel(11 / 14.0F, 1e-6F));
  CHECK_THAT(by_flow(nine_and_one(4, 2.25)).front().trust, WithinRel(11 / 15.25F, 1e-6F));
  const float running = by_flow(nine_and_one(0, 1)).front().trust; // another rule, other trust
  CHECK(running > .5F);
  CHECK(running < .6F);
}

TEST_CASE("records of trust are the same on both engines, in a person and beside others") {
  Scenario scenario = build::choosy();
  build::set_all(scenario, Parameter::trust_record, Distribution::constant(3));
  scenario.personas[1].parameters[static_cast<std::size_t>(Parameter::trust_record)] =
      Distribution::constant(0);
  const Plan plan = build::plan_of(scenario, 300);
  const std::vector<JourneyRow> rows = by_flow(scenario);
  for (const JourneyRow& row : rows) {
    REQUIRE(trace_journey(plan, 1, row.agent).row == row);
  }
  Scenario all_running = scenario;
  build::set_all(all_running, Parameter::trust_record, Distribution::constant(0));
  const std::vector<JourneyRow> running = by_flow(all_running);
  bool differs = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    differs = differs || rows[i].trust != running[i].trust;
    CHECK((rows[i].persona == 0 || rows[i] == running[i])); // whoever keeps none is as before
  }
  CHECK(differs);
}
