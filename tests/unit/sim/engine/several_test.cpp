// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>

// Work that any of several may do, and work that needs several at once. Every time was worked out
// by hand.
using namespace sojourn;
using namespace sojourn::build;

namespace {

constexpr int first = 0, second = 1;

/// Two resources of one each; ten minutes at touchpoint 0 with both named, at 1 with the first
/// alone and at 2 with the second alone.
Scenario two_resources(bool any_of) {
  Scenario scenario = steady_desk(10, 1);
  ResourceSpec other = scenario.resources[0];
  other.id = other.name = "other";
  scenario.resources.push_back(other);
  TouchpointSpec& both = scenario.touchpoints[0];
  TouchpointSpec alone = both;
  alone.id = alone.name = "alone";
  scenario.touchpoints.push_back(alone);
  alone.id = alone.name = "elsewhere";
  alone.needs->resource = second;
  scenario.touchpoints.push_back(alone);
  scenario.touchpoints[0].needs->others = {{second, 1}};
  scenario.touchpoints[0].needs->any_of = any_of;
  scenario.arrivals.start_at = {{0, .5}, {1, .25}, {2, .25}};
  return scenario;
}

Arrival starts_at(Arrival person, int touchpoint) {
  person.luck[2] = touchpoint == 0 ? 0 : touchpoint == 1 ? 0xa0000000U : 0xf0000000U;
  return person;
}

} // namespace

TEST_CASE("The first free one named serves, and whoever frees first takes the next") {
  const Together all =
      live_together(two_resources(true), {comes(0, 0), comes(1, 1), comes(2, 2), comes(3, 3)});
  CHECK(all.minutes(0) == 10); // by the first
  CHECK(all.minutes(1) == 10); // by the second
  CHECK(all.minutes(2) == 18); // 10-20 by the first
  CHECK(all.minutes(3) == 18); // 11-21 by the second
  for (const int resource : {first, second}) {
    const ResourceTally& line = all.tally.resources[static_cast<std::size_t>(resource)];
    CHECK(line.started == 2);
    CHECK(line.busy == 20 * minute);
    CHECK(line.offered == 20 * minute);
    CHECK(line.wait == 8 * minute);
  }
  CHECK(little_holds(all.tally));
}

TEST_CASE("Who can go elsewhere makes room for those who cannot") {
  const Together all =
      live_together(two_resources(true), {comes(0, 0), comes(1, 1), starts_at(comes(2, 2), 1),
                                          comes(3, 3), starts_at(comes(4, 4), 1)});
  CHECK(all.minutes(2) == 18); // 10-20 by the first, who alone can
  CHECK(all.minutes(3) == 18); // 11-21 by the second
  CHECK(all.minutes(4) == 26); // 20-30
  CHECK(little_holds(all.tally));
}

TEST_CASE("Of several lines the shortest is seen, and patience leaves them all") {
  Scenario scenario = two_resources(true);
  scenario.touchpoints[0].patience = Distribution::constant(5);
  scenario.touchpoints[0].rows.push_back(give_up(1));
  scenario.touchpoints[0].rows.push_back(balk(1, 0));
  const Together all = live_together(
      scenario, {comes(0, 0), comes(1, 0), starts_at(comes(2, 1), 1), comes(3, 2), comes(4, 3)});
  CHECK(all.minutes(3) == 5); // joins: nobody waits for the second; gives up at 7
  CHECK(all.exit(3) == 1);
  CHECK(all.minutes(4) == 0); // one waits for each
  CHECK(all.minutes(2) == 19);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Outside the hours of the one, the other serves") {
  Scenario scenario = two_resources(true);
  scenario.calendars = {office(8, 18)};
  scenario.resources[first].calendar = 0;
  const Together all = live_together(scenario, {comes(0, 7 * 60 + 55), comes(1, 7 * 60 + 56)});
  CHECK(all.minutes(0) == 10); // by the second
  CHECK(all.minutes(1) == 14); // at eight by the first
  CHECK(all.tally.resources[first].started == 1);
}

TEST_CASE("A job is done by whoever is free first, and by one alone") {
  Scenario scenario = two_resources(true);
  TouchpointSpec job = behind("job", 10);
  job.behind->others = {{second, 1}};
  job.behind->any_of = true;
  job.patience = Distribution::constant(15);
  job.rows = {leave(0, 1), give_up(1)};
  scenario.touchpoints[0] = job;
  const Together all =
      live_together(scenario, {comes(0, 0), comes(1, 1), comes(2, 2), starts_at(comes(3, 3), 1),
                               comes(4, 4), comes(5, 40)});
  CHECK(all.minutes(0) == 10); // by the first
  CHECK(all.minutes(1) == 10); // by the second
  CHECK(all.exit(2) == 1);     // gives up at 17, though the job began at 10
  CHECK(all.minutes(2) == 15);
  CHECK(all.minutes(3) == 27); // 20-30: only the first serves in front
  CHECK(all.exit(4) == 1);     // gives up at 19; begun by the second at 11
  CHECK(all.minutes(5) == 10);
  CHECK(all.tally.resources[first].busy == 40 * minute);
  CHECK(all.tally.resources[second].busy == 20 * minute);
  CHECK(all.tally.resources[first].offered == 40 * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Whoever leaves takes a job that nobody has begun out of every line") {
  Scenario scenario = two_resources(true);
  TouchpointSpec job = behind("job", 10);
  job.behind->others = {{second, 1}};
  job.behind->any_of = true;
  job.patience = Distribution::constant(3);
  job.rows = {leave(0, 1), give_up(1)};
  scenario.touchpoints[0] = job;
  const Together all =
      live_together(scenario, {starts_at(comes(0, 0), 1), starts_at(comes(1, 0), 2), comes(2, 1)});
  CHECK(all.minutes(2) == 3);
  CHECK(all.tally.resources[first].started == 1);
  CHECK(all.tally.resources[second].started == 1);
  CHECK(little_holds(all.tally));
}

TEST_CASE("Several are taken together when all are free, and hold up nobody until then") {
  const Together all =
      live_together(two_resources(false), {starts_at(comes(0, 0), 1), comes(1, 1),
                                           starts_at(comes(2, 2), 2), starts_at(comes(3, 3), 1)});
  CHECK(all.minutes(0) == 10); // the first, 0-10
  CHECK(all.minutes(2) == 10); // the second, 2-12
  CHECK(all.minutes(3) == 17); // the first, 10-20: the second was not free for both
  CHECK(all.minutes(1) == 29); // both, 20-30
  CHECK(all.tally.resources[first].busy == 30 * minute);
  CHECK(all.tally.resources[second].busy == 20 * minute);
  CHECK(all.tally.resources[second].wait == 19 * minute);
  CHECK(all.tally.resources[second].started == 2);
  CHECK(little_holds(all.tally));
}

TEST_CASE("A job of several is begun when all are free, and given back by all together") {
  Scenario scenario = two_resources(false);
  TouchpointSpec job = behind("job", 10);
  job.behind->others = {{second, 1}};
  job.rows = {leave(0, 1)};
  scenario.touchpoints[0] = job;
  const Together all =
      live_together(scenario, {starts_at(comes(0, 0), 1), comes(1, 1), starts_at(comes(2, 2), 2),
                               starts_at(comes(3, 3), 1), starts_at(comes(4, 21), 2)});
  CHECK(all.minutes(0) == 10); // the first, 0-10
  CHECK(all.minutes(2) == 10); // the second, 2-12
  CHECK(all.minutes(3) == 17); // the first, 10-20: the second was not free for both
  CHECK(all.minutes(1) == 29); // both, 20-30
  CHECK(all.minutes(4) == 19); // the second, 30-40
  CHECK(all.tally.resources[first].busy == 30 * minute);
  CHECK(all.tally.resources[second].busy == 30 * minute);
  CHECK(all.tally.resources[second].wait == (19 + 9) * minute);
  CHECK(all.tally.resources[second].offered == 30 * minute);
  CHECK(little_holds(all.tally));
}

TEST_CASE("A job of several that nobody has begun is withdrawn from all of them") {
  Scenario scenario = two_resources(false);
  TouchpointSpec job = behind("job", 10);
  job.behind->others = {{second, 1}};
  job.patience = Distribution::constant(5);
  job.rows = {leave(0, 1), give_up(1)};
  scenario.touchpoints[0] = job;
  const Together all = live_together(
      scenario, {starts_at(comes(0, 0), 1), comes(1, 1), starts_at(comes(2, 8), 2), comes(3, 18)});
  CHECK(all.exit(1) == 1);     // the first is not free until 10
  CHECK(all.minutes(2) == 10); // the second was
  CHECK(all.exit(3) == 1);     // begun at once by both, longer than they wait for it
  CHECK(all.tally.resources[first].busy == 20 * minute);
  CHECK(all.tally.resources[second].busy == 20 * minute);
  CHECK(all.tally.resources[first].started == 2);
  CHECK(little_holds(all.tally));
}

TEST_CASE("The hours of the first named say when a job of several pauses") {
  Scenario scenario = two_resources(false);
  scenario.calendars = {office(8, 18)};
  scenario.resources[first].calendar = 0;
  TouchpointSpec job = behind("job", 60);
  job.behind->others = {{second, 1}};
  job.rows = {leave(0, 1)};
  scenario.touchpoints[0] = job;
  const Together all = live_together(scenario, {comes(0, 17 * 60 + 40)});
  CHECK(all.minutes(0) == 20 + 14 * 60 + 40);
  CHECK(all.tally.resources[first].busy == 60 * minute);
  CHECK(all.tally.resources[second].busy == (60 + 14 * 60) * minute); // held through the night
  CHECK(little_holds(all.tally));
}

TEST_CASE("Two who need the same in another order do not block each other") {
  Scenario scenario = two_resources(false);
  TouchpointSpec& turned = scenario.touchpoints[1];
  turned.needs->resource = second;
  turned.needs->others = {{first, 1}};
  const Together all =
      live_together(scenario, {comes(0, 0), starts_at(comes(1, 0), 1), comes(2, 0)});
  CHECK(all.minutes(0) == 10);
  CHECK(all.minutes(1) == 20);
  CHECK(all.minutes(2) == 30);
}

TEST_CASE("Several units and the longer set-up are taken together; both must be open") {
  Scenario scenario = two_resources(false);
  scenario.calendars = {office(8, 18), office(9, 17)};
  scenario.resources[first].calendar = 0;
  scenario.resources[second].calendar = 1;
  scenario.resources[first].capacity = 3;
  scenario.resources[first].set_up_min = 1;
  scenario.resources[second].set_up_min = 4;
  scenario.touchpoints[0].needs->units = 2;
  const Together all =
      live_together(scenario, {comes(0, 8 * 60), starts_at(comes(1, 8 * 60), 1),
                               starts_at(comes(2, 9 * 60), 1), starts_at(comes(3, 9 * 60), 1)});
  CHECK(all.minutes(0) == 60 + 14);
  CHECK(all.minutes(1) == 11);
  CHECK(all.minutes(2) == 11); // the third of the first
  CHECK(all.minutes(3) == 11 + 11);
  CHECK(all.tally.resources[first].busy == (2 * 14 + 3 * 11) * minute);
  CHECK(all.tally.resources[second].busy == 14 * minute);
}
