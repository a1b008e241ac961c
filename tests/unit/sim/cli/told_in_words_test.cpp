// SPDX-License-Identifier: Apache-2.0
#include "sim/cli/narration.hpp"
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>
#include <string>

// What `explain` says of what people were told in line.
using namespace sojourn;
using namespace sojourn::build;

namespace {

/// The journey of the second of two who come at once; the first is served for twenty minutes.
std::string told(const AnnouncementSpec& says, double bearable = 60) {
  Scenario scenario = steady_desk(20, 1);
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.announces = says;
  contact.feels.wait_late_per_hour = -6;
  if (says.tells_time()) {
    RowSpec row = leave(1, 0);
    row.share.reset();
    row.announced_longer_min = bearable;
    contact.rows.push_back(row);
  }
  const Plan plan = plan_of(scenario);
  Watch watch(plan, 1);
  ServiceEngine engine(plan, 0, false);
  engine.watch(&watch);
  engine.run_only({comes(0, 0), comes(1, 0)});
  return cli::narrate(scenario, watch.journey(), false);
}

AnnouncementSpec usual(double minutes) {
  AnnouncementSpec spec;
  spec.what = LineNews::schedule;
  spec.schedule = {{0, ticks_per_week, minutes}};
  return spec;
}

} // namespace

TEST_CASE("explain says what was told, and whether it was so") {
  using Catch::Matchers::Contains;
  CHECK_THAT(told(usual(12)), Contains("is told to wait 12 min, waits 20 min"));
  CHECK_THAT(told(usual(12)), Contains("announced wait broken -0.80"));
  CHECK_THAT(told(usual(30)), Contains("announced wait kept +0.00"));
  CHECK_THAT(told(usual(12), 10), Contains("that is too long, so lost"));
  AnnouncementSpec place;
  CHECK_THAT(told(place), Contains("is told to be number 1 in line"));
}
