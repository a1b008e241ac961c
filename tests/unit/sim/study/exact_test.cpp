// SPDX-License-Identifier: Apache-2.0
#include "sim/study/exact_memory.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinRel;

namespace {

/// try, then half of the people try again; ben leaves at once.
Scenario retry() {
  Scenario scenario;
  scenario.personas = {build::somebody("ann"), build::somebody("ben")};
  scenario.personas[0].share = 0.25;
  scenario.personas[1].share = 0.75;
  scenario.exits = {build::way_out("done", Outcome::served), build::way_out("gone", Outcome::lost)};
  TouchpointSpec attempt = build::touchpoint("attempt", Distribution::exponential(4));
  RowSpec again = build::to(0, 0.5);
  again.personas = {0};
  RowSpec gone = build::leave(1, 1);
  gone.personas = {1};
  RowSpec rest = build::leave(0, 0);
  rest.share.reset();
  attempt.rows = {again, gone, rest};
  scenario.touchpoints = {attempt};
  scenario.arrivals.start_at = {{0, 1.0}};
  return scenario;
}

} // namespace

TEST_CASE("personas are solved apart and mixed by their shares") {
  const ExactJourney journey = solve_journey(retry());
  REQUIRE(journey.problems.empty());
  CHECK(journey.exact());
  CHECK_THAT(journey.personas[0].visits[0], WithinRel(2.0, 1e-9)); // geometric
  CHECK_THAT(journey.personas[1].visits[0], WithinRel(1.0, 1e-9));
  CHECK_THAT(journey.everyone.visits[0], WithinRel(1.25, 1e-9));
  CHECK_THAT(journey.everyone.exit_share[0], WithinRel(0.25, 1e-9));
  CHECK_THAT(journey.everyone.time_mean, WithinRel(5.0, 1e-9));
  // Var = E[Var] + Var[E]: ann's time is exponential with mean 8, ben's with mean 4
  CHECK_THAT(journey.everyone.time_variance,
             WithinRel(0.25 * 64 + 0.75 * 16 + 0.25 * 0.75 * 16, 1e-9));
  CHECK_THAT(journey.everyone.time_mean_given_exit[0], WithinRel(8.0, 1e-9));
}

TEST_CASE("load is work that arrives against work that can be done") {
  Scenario scenario = build::desk(30, Distribution::constant(4), 3); // 2 h of work an hour, 3 desks
  const auto loads = resource_loads(scenario, solve_journey(scenario));
  REQUIRE(loads.size() == 1);
  CHECK_THAT(loads[0].rho(), WithinRel(2.0 / 3, 1e-9));
  scenario.calendars.push_back(build::office());
  scenario.resources[0].calendar = 1; // 50 of 168 hours
  CHECK_THAT(resource_loads(scenario, solve_journey(scenario))[0].rho(),
             WithinRel(2.0 / 3 * 168 / 50, 1e-9));
}

TEST_CASE("Work that any of several may do is shared as they have hours") {
  Scenario scenario = build::desk(30, Distribution::constant(4), 3);
  ResourceSpec other = scenario.resources[0];
  other.id = other.name = "other";
  other.capacity = 1;
  other.at_once = 2;
  scenario.resources.push_back(other);
  WorkSpec& needs = *scenario.touchpoints[0].needs;
  needs.others = {{1, 1}};
  const auto together = resource_loads(scenario, solve_journey(scenario));
  CHECK_THAT(together[0].rho(), WithinRel(2.0 / 3, 1e-9));
  CHECK_THAT(together[1].rho(), WithinRel(1.0, 1e-9));
  needs.any_of = true;
  for (ResourceSpec& resource : scenario.resources) {
    resource.set_up_min = 2; // 3 h of work an hour, 5 places
  }
  for (const ResourceLoad& load : resource_loads(scenario, solve_journey(scenario))) {
    CHECK_THAT(load.rho(), WithinRel(3.0 / 5, 1e-9));
  }
}

TEST_CASE("what leaves the exact class is named") {
  Scenario scenario = build::desk(30, Distribution::constant(4), 3);
  scenario.calendars.push_back(build::office());
  scenario.resources[0].calendar = 1;
  scenario.touchpoints[0].rows.push_back(build::give_up(1));
  scenario.touchpoints[0].rows.push_back(build::leave(1, 0.1));
  scenario.touchpoints[0].person_decides = true;
  scenario.personas[0].parameters[static_cast<std::size_t>(Parameter::peak_end_strength)] =
      Distribution::constant(1);
  CHECK(outside_exact_class(scenario) ==
        std::vector<std::string>{
            "contact: people wait for a limited resource; times here are without any waiting",
            "contact: patience races the wait; solved as if everybody waited to the end",
            "desk: work only in their opening hours; times here are as if always open",
            "contact: people decide, and peak_end tilts the choice; solved without that"});
  CHECK(outside_exact_class(retry()).empty());
}

TEST_CASE("memory does not choose where every option leads on") {
  Scenario scenario = retry();
  scenario.touchpoints[0].person_decides = true;
  scenario.touchpoints[0].rows[1].to = 0; // ben is served as well
  scenario.personas[0].parameters[static_cast<std::size_t>(Parameter::peak_end_strength)] =
      Distribution::constant(1);
  CHECK(outside_exact_class(scenario).empty());
}

TEST_CASE("what options say of themselves is solved: a default is worth its log-odds") {
  Scenario scenario = retry();
  scenario.touchpoints[0].person_decides = true;
  scenario.touchpoints[0].rows[0].is_default = true;
  scenario.personas[0].parameters[static_cast<std::size_t>(Parameter::status_quo_strength)] =
      Distribution::constant(1);
  scenario.personas[0].parameters[static_cast<std::size_t>(Parameter::status_quo_weight)] =
      Distribution::constant(std::log(3.0)); // one to one becomes three to one
  const ExactJourney journey = solve_journey(scenario);
  CHECK_THAT(journey.personas[0].visits[0], WithinRel(4.0, 1e-9));
  CHECK_THAT(journey.personas[1].visits[0], WithinRel(1.0, 1e-9));
  CHECK(journey.exact());
  Scenario measured = scenario; // shares that contain it already
  measured.base = BaseShares::calibrated;
  CHECK_THAT(solve_journey(measured).personas[0].visits[0], WithinRel(2.0, 1e-9));
  scenario.personas[0].parameters[static_cast<std::size_t>(Parameter::status_quo_weight)] =
      Distribution::normal(1, .3);
  CHECK(outside_exact_class(scenario) ==
        std::vector<std::string>{
            "attempt: people choose, and differ in status_quo.weight; solved with the mean"});
}

TEST_CASE("what keeps memory from being exact is named, with what was done instead") {
  Scenario scenario = retry();
  scenario.touchpoints[0].feels.mean = 1;
  const auto set = [&](std::size_t persona, Parameter parameter, const Distribution& value) {
    scenario.personas[persona].parameters[static_cast<std::size_t>(parameter)] = value;
  };
  CHECK(exact_memory(scenario).leaves.empty());
  CHECK_THAT(exact_memory(scenario).everyone.remembered, WithinRel(1.0, 1e-9));
  set(0, Parameter::expectation_strength, Distribution::constant(1));
  set(1, Parameter::loss_aversion_strength, Distribution::constant(1));
  set(1, Parameter::loss_aversion_ratio, Distribution::normal(2, .3));
  scenario.personas[1].expectation_error = 1;
  scenario.touchpoints[0].feels.early_per_hour = 1;
  CHECK(exact_memory(scenario).leaves ==
        std::vector<std::string>{
            "ann: expectations follow experience; solved as if they stayed as on arrival",
            "ben: people arrive in different moods; solved with the mean mood",
            "ben: people differ in loss_aversion.ratio; solved with its mean",
            "attempt: a promise is judged by the time it took; solved without"});
}
