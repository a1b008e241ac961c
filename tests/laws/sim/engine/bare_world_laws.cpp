// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "sim/engine/service_worlds.hpp"
#include "tests/unit/sim/engine/kept_rows.hpp"
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

// The service engine is built twice (world.hpp). Wherever a plan is bare, both builds must agree to
// the bit; wherever it is not, the plan must say so.
namespace {

using namespace sojourn;

/// A desk and a second touchpoint, with patience and a way back.
Scenario plain_desk() {
  Scenario scenario = build::desk(30, Distribution::exponential(8), 4);
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.patience = Distribution::exponential(12);
  contact.rows = {build::to(1, .5), build::leave(0, .5), build::give_up(1)};
  TouchpointSpec thinks = build::touchpoint("thinks", Distribution::exponential(5));
  thinks.rows = {build::to(0, .4), build::leave(0, .6)};
  scenario.touchpoints.push_back(thinks);
  scenario.experiment.horizon = ticks_per_week;
  scenario.experiment.warm_up = ticks_per_day;
  return scenario;
}

/// What the whole world does with it.
struct Lived {
  Tally tally;
  std::vector<JourneyRow> rows;
  friend bool operator==(const Lived&, const Lived&) = default;
};

Lived lived_in_full(const Plan& plan) {
  KeptRows rows;
  Tally tally = full::run_service(plan, 3, &rows, {});
  return {std::move(tally), std::move(rows.rows)};
}

Lived lived_in_bare(const Plan& plan) {
  KeptRows rows;
  Tally tally = bare::run_service(plan, 3, &rows, {});
  return {std::move(tally), std::move(rows.rows)};
}

struct Change {
  std::string name;
  std::function<void(Scenario&)> make;
};

void every_mechanism(Scenario& scenario) {
  for (const ParameterRow& row : parameter_rows) {
    if (strength_of(row.mechanism) == row.parameter) {
      scenario.personas[0].parameters[static_cast<std::size_t>(row.parameter)] =
          Distribution::constant(1);
    }
  }
}

const std::vector<Change> bare_changes = {
    {"nothing is felt", [](Scenario&) {}},
    {"levels are felt",
     [](Scenario& scenario) {
       scenario.touchpoints[0].feels.mean = -1;
       scenario.touchpoints[1].feels.spread = 1.5;
     }},
    {"a row is felt", [](Scenario& scenario) { scenario.touchpoints[1].rows[0].feels = -2; }},
    {"waiting hurts",
     [](Scenario& scenario) { scenario.touchpoints[0].feels.waiting_per_min = -.1; }},
    {"effort, price and control",
     [](Scenario& scenario) {
       scenario.touchpoints[0].effort = 1;
       scenario.touchpoints[0].price_feels = -1;
       scenario.touchpoints[1].control = .5;
     }},
    {"every mechanism, and people choose",
     [](Scenario& scenario) {
       every_mechanism(scenario);
       scenario.touchpoints[0].feels.mean = -1;
       scenario.touchpoints[0].feels.waiting_per_min = -.1;
       scenario.touchpoints[1].feels.spread = 1;
       scenario.touchpoints[1].person_decides = true;
     }},
    {"every mechanism, and nothing to feel", every_mechanism},
    {"two classes and opening hours",
     [](Scenario& scenario) {
       scenario.personas = {build::somebody("low"), build::somebody("high")};
       scenario.calendars = {build::office()};
       scenario.resources[0].calendar = 0;
       scenario.resources[0].queue = QueueOrder::priority;
       scenario.resources[0].priority = {0, 2};
       scenario.clock = 0;
     }},
    {"closing pauses the work at hand",
     [](Scenario& scenario) {
       scenario.calendars = {build::office()};
       scenario.resources[0].calendar = 0;
       scenario.resources[0].at_closing = AtClosing::pause;
     }},
    {"the last to come is the first",
     [](Scenario& scenario) { scenario.resources[0].queue = QueueOrder::last_come; }},
    {"groups come, and more each week",
     [](Scenario& scenario) {
       scenario.arrivals.group_mean = 2;
       scenario.arrivals.growth = .1;
       scenario.arrivals.growth_over_min = week_minutes;
     }},
    {"two servers each", [](Scenario& scenario) { scenario.touchpoints[0].needs->units = 2; }},
};

const std::vector<Change> full_changes = {
    {"updates", [](Scenario& scenario) { scenario.touchpoints[0].updates_every_min = 3; }},
    {"silence", [](Scenario& scenario) { scenario.touchpoints[0].feels.silence_per_hour = -9; }},
    {"set-up", [](Scenario& scenario) { scenario.resources[0].set_up_min = 2; }},
    {"a price", [](Scenario& scenario) { scenario.touchpoints[0].price = 2; }},
    {"a room",
     [](Scenario& scenario) {
       scenario.resources[0].room = 2;
       scenario.touchpoints[0].rows.push_back(build::turned_away(1));
     }},
    {"the longest waiting",
     [](Scenario& scenario) { scenario.resources[0].queue = QueueOrder::longest_wait; }},
    {"practice", [](Scenario& scenario) { scenario.touchpoints[0].practice = .4; }},
    {"work behind",
     [](Scenario& scenario) {
       scenario.touchpoints.push_back(build::behind("wait", 20));
       scenario.touchpoints.back().rows = {build::leave(0, 1)};
       scenario.touchpoints[1].rows[0] = build::to(2, .4);
     }},
};

} // namespace

TEST_CASE("Where a plan is bare, leaving out the rest of the world changes no bit") {
  for (const Change& change : bare_changes) {
    INFO(change.name);
    Scenario scenario = plain_desk();
    change.make(scenario);
    const Plan plan = build::plan_of(scenario);
    REQUIRE(plan.contended);
    REQUIRE(plan.bare);
    const Lived in_full = lived_in_full(plan), in_bare = lived_in_bare(plan);
    REQUIRE(in_full.rows.size() > 1'000);
    CHECK(in_full.rows == in_bare.rows);
    CHECK(in_full.tally == in_bare.tally);
  }
}

TEST_CASE("A plan that asks for more is not bare, and would be lived otherwise") {
  for (const Change& change : full_changes) {
    INFO(change.name);
    Scenario scenario = plain_desk();
    change.make(scenario);
    const Plan plan = build::plan_of(scenario);
    REQUIRE(plan.contended);
    CHECK_FALSE(plan.bare);
    CHECK_FALSE(lived_in_full(plan) == lived_in_bare(plan));
  }
}

TEST_CASE("What nobody feels leaves people as they came") {
  Scenario scenario = plain_desk();
  const Plan quiet = build::plan_of(scenario);
  scenario.touchpoints[1].feels.mean = 0; // an event of no weight: everything is walked through
  const Plan felt = build::plan_of(scenario);
  const Lived passed = lived_in_bare(quiet), walked = lived_in_bare(felt);
  REQUIRE(passed.rows.size() == walked.rows.size());
  CHECK(passed.tally.flow == walked.tally.flow);
  for (std::size_t i = 0; i < passed.rows.size(); ++i) {
    REQUIRE(passed.rows[i].remembered == walked.rows[i].remembered);
    REQUIRE(passed.rows[i].waited_front == walked.rows[i].waited_front);
    REQUIRE(passed.rows[i].duration == walked.rows[i].duration);
  }
}
