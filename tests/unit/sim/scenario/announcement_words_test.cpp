// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/sim/scenario/small.hpp"

#include <map>

// The words of what is told in line, and how changes reach them.
using namespace sojourn;
using namespace scenario_test;

namespace {

const std::string line = R"(sojourn: 1
arrivals: { rate: 9 per hour }
touchpoints:
  call:
    needs: { desk: 1 }
    takes: 5 min
    announces: last_wait
    feels: { mean: 0, against_announced: { early: +0.1 per min, late: -6 per h } }
    then:
      - { to: done }
      - { to: lost, when: { announced_longer_than: 10 min } }
exits: { done: { outcome: served }, lost: { outcome: lost } }
resources: { desk: { capacity: 1 } }
agreements:
  as_told: { kind: SLA, measure: { past_announced_at: call }, target: { at_most: 2 min, for_at_least: 80% } }
variants:
  padded: { change: { touchpoints.call.announces.factor: 1.5 } }
  more_padded: { change: { touchpoints.call.announces: { estimate: queue_length, factor: 2 } } }
  usual: { change: { touchpoints.call.announces: { schedule: { Mon-Fri 08:00-10:00: 12 min, Sat 09:00-12:00: 3 min } } } }
  patient: { change: { touchpoints.call.then.lost.when.announced_longer_than: { times: 2 } } }
  place: { change: { touchpoints.call.announces: head_wait } }
)";

} // namespace

TEST_CASE("What is told in line is a word or a group, and changes reach both", "[scenario]") {
  const Loaded loaded = load_scenario_text(line, "line.yaml", {});
  INFO(rendered(loaded));
  REQUIRE(loaded.ok());
  std::map<std::string, TouchpointSpec> call;
  for (const ArmSpec& arm : loaded.arms)
    call[arm.id] = arm.scenario.touchpoints.at(0);
  const TouchpointSpec& plain = call.at(loaded.arms.front().id);
  REQUIRE(plain.announces);
  CHECK(plain.announces->what == LineNews::last_wait);
  CHECK(plain.announces->factor == 1);
  CHECK(*plain.feels.wait_early_per_hour == 6);
  CHECK(*plain.feels.wait_late_per_hour == -6);
  CHECK(plain.rows.at(1).announced_longer_min == 10);
  CHECK(plain.rows.at(1).refuses_line());
  CHECK(call.at("padded").announces->what == LineNews::last_wait);
  CHECK(call.at("padded").announces->factor == 1.5);
  CHECK(call.at("more_padded").announces->what == LineNews::queue_length);
  CHECK(call.at("place").announces->what == LineNews::head_wait);
  CHECK(call.at("patient").rows.at(1).announced_longer_min == 20);
  const AnnouncementSpec& usual = *call.at("usual").announces;
  CHECK(usual.what == LineNews::schedule);
  REQUIRE(usual.schedule.size() == 6);
  CHECK(usual.schedule[0] == AnnouncementSpec::Hours{8 * ticks_per_hour, 10 * ticks_per_hour, 12});
  CHECK(usual.schedule[5].minutes == 3);
}

TEST_CASE("An agreement may be on the wait beyond what was told", "[scenario]") {
  const Loaded loaded = load_scenario_text(line, "line.yaml", {});
  REQUIRE(loaded.ok());
  const AgreementSpec& agreement = loaded.arms.front().scenario.agreements.at(0);
  CHECK(agreement.measure == AgreementMeasure::past_announced);
  CHECK(agreement.from == 0);
  CHECK(agreement.threshold == 2);
}

TEST_CASE("Without what is told, what hears it is refused in the variant too", "[scenario]") {
  std::string text = line;
  text += "  silent: { change: { touchpoints.call.announces: { remove: true } } }\n";
  const Loaded loaded = load_scenario_text(text, "line.yaml", {});
  CHECK_FALSE(loaded.ok());
  CHECK(rendered(loaded).find("no time is announced here") != std::string::npos);
}
