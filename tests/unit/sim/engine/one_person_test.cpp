// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/one_person.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using namespace sojourn::build;
using Catch::Matchers::WithinAbs;

namespace {

/// wait (behind the line, `work` minutes) --out of patience--> chase (5 min) --> wait; then done.
Scenario chasing(double work, double patience, double chase_minutes) {
  Scenario scenario = alone(always_open(), false);
  TouchpointSpec wait = behind("wait", work);
  RowSpec chase_row = to(1, 0);
  chase_row.share.reset();
  chase_row.out_of_patience = true;
  wait.rows = {chase_row, leave(0, 1)};
  wait.patience = Distribution::constant(patience);
  TouchpointSpec chase = front("chase", chase_minutes);
  chase.rows = {to(0, 1)};
  scenario.touchpoints = {wait, chase};
  return scenario;
}

} // namespace

TEST_CASE("Front-stage service in progress at closing time finishes") {
  Scenario scenario = alone(office(8, 18), false);
  scenario.touchpoints = {front("contact", 10)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  CHECK(live(scenario, 17 * hour + 55 * minute).row.duration == 10 * minute);
}

TEST_CASE("Whoever comes after closing time waits for the next opening") {
  Scenario scenario = alone(office(8, 18), false);
  scenario.touchpoints = {front("contact", 10)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  const JourneyTrace journey = live(scenario, 18 * hour + 30 * minute);
  CHECK(journey.visits.at(0).waited_until == day + 8 * hour);
  CHECK(journey.visits.at(0).left == day + 8 * hour + 10 * minute);
}

TEST_CASE("Back-stage work pauses at closing time and resumes") {
  Scenario scenario = alone(office(8, 18), false);
  scenario.touchpoints = {behind("wait", 60)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  CHECK(live(scenario, 17 * hour + 30 * minute).visits.at(0).left == day + 8 * hour + 30 * minute);
}

TEST_CASE("A job goes on while the person chases, and is watched again") {
  const JourneyTrace journey = live(chasing(120, 50, 5), 0);
  // 0-50 wait, 50-55 chase, 55-105 wait, 105-110 chase, 110-120 wait: the job took 120 in all.
  REQUIRE(journey.visits.size() == 5);
  CHECK(journey.visits[0].gave_up);
  CHECK(journey.visits[0].left == 50 * minute);
  CHECK(journey.visits[2].left == 105 * minute);
  CHECK_FALSE(journey.visits[4].gave_up);
  CHECK(journey.row.duration == 120 * minute);
}

TEST_CASE("Coming back to a finished job is a visit of length 0") {
  const JourneyTrace journey = live(chasing(60, 50, 20), 0);
  REQUIRE(journey.visits.size() == 3);
  CHECK(journey.visits[2].entered == 70 * minute);
  CHECK(journey.visits[2].left == 70 * minute);
}

TEST_CASE("Service comes before patience at the same moment") {
  CHECK(live(chasing(50, 50, 5), 0).visits.size() == 1);
}

TEST_CASE("News lets patience start anew") {
  Scenario scenario = chasing(120, 40, 5);
  scenario.touchpoints[0].updates_every_min = 30;
  CHECK(live(scenario, 0).visits.size() == 1);
  scenario.touchpoints[0].updates_every_min = 45; // too late: patience ends first
  CHECK(live(scenario, 0).visits.size() > 1);
}

TEST_CASE("Silence hurts after a grace, and updates cut it short") {
  Scenario scenario = alone(always_open(), false);
  scenario.touchpoints = {behind("wait", 120)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  scenario.touchpoints[0].feels.silence_per_hour = -1;
  CHECK_THAT(live(scenario, 0).visits.at(0).affect, WithinAbs(-100.0 / 60, 1e-5));
  scenario.touchpoints[0].updates_every_min = 30; // four stretches of ten silent minutes
  CHECK_THAT(live(scenario, 0).visits.at(0).affect, WithinAbs(-40.0 / 60, 1e-5));
  scenario.touchpoints[0].feels.news = 0.4; // heard at 30, 60 and 90
  CHECK_THAT(live(scenario, 0).visits.at(0).affect, WithinAbs(1.2 - 40.0 / 60, 1e-5));
}

TEST_CASE("News of zero affect with silence 0 changes nothing") {
  Scenario scenario = alone(always_open(), false);
  scenario.touchpoints = {behind("wait", 120)};
  scenario.touchpoints[0].rows = {leave(0, 1)};
  scenario.touchpoints[0].feels.mean = 1;
  const JourneyRow without = live(scenario, 0).row;
  scenario.touchpoints[0].updates_every_min = 30;
  CHECK(live(scenario, 0).row == without);
}

TEST_CASE("Felt waiting has one clock: chasing in between does not change what is felt in all") {
  const auto felt = [](double patience) {
    Scenario scenario = chasing(100, patience, 0);
    scenario.touchpoints[0].feels.silence_per_hour = -1;
    scenario.touchpoints[0].feels.silence_after_min = 0;
    switch_on(scenario, Parameter::waiting_strength, 1);
    double sum = 0;
    for (const VisitTrace& visit : live(scenario, 0).visits) {
      sum += static_cast<double>(visit.levels[static_cast<std::size_t>(Dimension::time)]);
    }
    return sum;
  };
  CHECK_THAT(felt(40), WithinAbs(felt(1000), 1e-4));
}

TEST_CASE("A late promise hurts lambda times, an early one counts as written") {
  const auto gap = [](double work, double ratio) {
    Scenario scenario = alone(always_open(), false);
    TouchpointSpec estimate = touchpoint("estimate", Distribution::constant(1));
    estimate.promise = PromiseSpec{2, 60};
    estimate.rows = {to(1, 1)};
    TouchpointSpec wait = behind("wait", work);
    wait.rows = {to(2, 1)};
    TouchpointSpec solution = touchpoint("solution", Distribution::constant(0));
    solution.feels.early_per_hour = 1;
    solution.feels.late_per_hour = -1;
    solution.rows = {leave(0, 1)};
    scenario.touchpoints = {estimate, wait, solution};
    switch_on(scenario, Parameter::loss_aversion_strength, ratio > 1 ? 1 : 0);
    switch_on(scenario, Parameter::loss_aversion_ratio, ratio);
    return live(scenario, 0).visits.at(2).affect;
  };
  CHECK_THAT(gap(90, 1), WithinAbs(-0.5, 1e-5));
  CHECK_THAT(gap(90, 2.25), WithinAbs(-1.125, 1e-5));
  CHECK_THAT(gap(30, 2.25), WithinAbs(0.5, 1e-5));
}

TEST_CASE("A promise runs on the office clock: Friday 16:00 to Monday 9:00 is three hours") {
  Scenario scenario = alone(office(8, 18), true);
  TouchpointSpec estimate = touchpoint("estimate", Distribution::constant(0));
  estimate.promise = PromiseSpec{2, 240};
  estimate.rows = {to(1, 1)};
  TouchpointSpec wait = touchpoint("wait", Distribution::constant(65 * 60)); // wall time
  wait.rows = {to(2, 1)};
  TouchpointSpec solution = touchpoint("solution", Distribution::constant(0));
  solution.feels.early_per_hour = 1;
  solution.feels.late_per_hour = -1;
  solution.rows = {leave(0, 1)};
  scenario.touchpoints = {estimate, wait, solution};
  const JourneyTrace journey = live(scenario, 4 * day + 16 * hour);
  CHECK_THAT(journey.visits.at(2).affect, WithinAbs(1, 1e-5)); // 4 h promised, 3 h taken
  CHECK(journey.row.promise_taken == 3 * hour); // from hearing to arriving at what was promised
  CHECK(journey.row.promise_open == -1);
}

TEST_CASE("A promise is kept on arriving where it is about, however long one stays there") {
  // 5 min to book; the room is promised within 1 h, is 30 min away, and is left after 10 h.
  const auto felt = [](const TouchpointSpec& room, int judged) {
    Scenario scenario = alone(always_open(), false);
    TouchpointSpec book = touchpoint("book", Distribution::constant(5));
    book.promise = PromiseSpec{2, 60};
    book.rows = {to(1, 1)};
    TouchpointSpec way = touchpoint("way", Distribution::constant(30));
    way.rows = {to(2, 1)};
    TouchpointSpec later = touchpoint("later", Distribution::constant(0));
    later.rows = {leave(0, 1)};
    scenario.touchpoints = {book, way, room, later};
    scenario.touchpoints[2].rows = {to(3, 1)};
    FeelsSpec& feels = scenario.touchpoints[static_cast<std::size_t>(judged)].feels;
    feels.early_per_hour = 1;
    feels.late_per_hour = -1;
    const JourneyTrace journey = live(scenario, 0);
    CHECK(journey.row.promise_taken == 30 * minute);
    return journey.visits.at(static_cast<std::size_t>(judged)).affect;
  };
  const TouchpointSpec room = touchpoint("room", Distribution::constant(600));
  CHECK_THAT(felt(room, 2), WithinAbs(0.5, 1e-5));
  CHECK_THAT(felt(front("room", 600), 2), WithinAbs(0.5, 1e-5));  // served there
  CHECK_THAT(felt(behind("room", 600), 2), WithinAbs(0.5, 1e-5)); // work that goes on elsewhere
  CHECK_THAT(felt(room, 3), WithinAbs(-5, 1e-5)); // elsewhere now counts: 10.5 h of 1 h, clamped
}

TEST_CASE("Who leaves before the promised touchpoint leaves the promise open") {
  Scenario scenario = alone(always_open(), false);
  TouchpointSpec estimate = touchpoint("estimate", Distribution::constant(7));
  estimate.promise = PromiseSpec{2, 240};
  estimate.rows = {to(1, 1)};
  TouchpointSpec work = touchpoint("work", Distribution::constant(30));
  work.rows = {to(2, 1)};
  TouchpointSpec restored = touchpoint("restored", Distribution::constant(0));
  restored.rows = {leave(0, 1)};
  scenario.touchpoints = {estimate, work, restored};
  CHECK(live(scenario, 0).row.promise_taken == 30 * minute);
  scenario.touchpoints[1].rows = {leave(1, 1)};
  CHECK(live(scenario, 0).row.promise_taken == -1);
  CHECK(live(scenario, 0).row.promise_open == 30 * minute);
}

TEST_CASE("Value counts the clock time won back, agreements the time from and to") {
  Scenario scenario = alone(office(8, 18), true);
  TouchpointSpec contact = front("contact", 60);
  contact.rows = {to(1, 1)};
  TouchpointSpec restored = touchpoint("restored", Distribution::constant(0));
  restored.value_realised = true;
  restored.booked_otherwise = 0.9;
  restored.rows = {leave(0, 1)};
  scenario.touchpoints = {contact, restored};
  scenario.value = {true, 600, {60}};
  AgreementSpec sla;
  sla.id = "in_time";
  sla.measure = AgreementMeasure::time_from_to;
  sla.from = 0;
  sla.to = 1;
  sla.threshold = 90;
  scenario.agreements = {sla, sla};
  scenario.agreements[1].threshold = 30;
  const JourneyRow row = live(scenario, 9 * hour).row;
  CHECK_THAT(from_fixed(row.value), WithinAbs(540, 1e-9)); // ten hours less one, 60 an hour
  CHECK_THAT(from_fixed(row.booked), WithinAbs(486, 1e-9));
  CHECK(row.agreement_of == 3);
  CHECK(row.agreement_met == 1);
}

TEST_CASE("A channel is kept where it is offered; a switch costs effort") {
  Scenario scenario = alone(always_open(), false);
  scenario.channels = {"phone", "chat", "mail"};
  scenario.personas[0].prefers = {{1, 1.0}};
  const auto place = [](const std::string& id, std::vector<int> channels, int next) {
    TouchpointSpec spec = touchpoint(id, Distribution::constant(1));
    spec.channels = std::move(channels);
    spec.rows = {next < 0 ? leave(0, 1) : to(next, 1)};
    return spec;
  };
  scenario.touchpoints = {place("a", {0, 1}, 1), place("b", {1, 2}, 2), place("c", {2, 0}, -1)};
  const JourneyTrace journey = live(scenario, 0);
  CHECK(journey.visits.at(0).channel == 1); // the preferred one
  CHECK(journey.visits.at(1).channel == 1); // kept
  CHECK(journey.visits.at(2).channel == 2); // neither preferred: the first
  CHECK_FALSE(journey.visits.at(1).switched_channel);
  CHECK_THAT(journey.row.effort, WithinAbs(0.5, 1e-6));
  scenario.channel_switch_effort = 2;
  CHECK_THAT(live(scenario, 0).row.effort, WithinAbs(2, 1e-6));
  scenario.channel_switch_effort = 0;
  CHECK(live(scenario, 0).row.effort == 0);
}
