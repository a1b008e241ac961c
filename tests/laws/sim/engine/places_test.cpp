// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/trace.hpp"
#include "tests/unit/sim/engine/options.hpp"

#include <catch2/catch.hpp>
#include <map>

// Memories of places: going on is as attractive as what comes to mind of where it leads, alike on
// both engines.
namespace {

using namespace sojourn;
using Catch::Matchers::WithinAbs;

class Went final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

std::vector<JourneyRow> by_flow(const Scenario& scenario, std::int64_t people = 1'000) {
  Went rows;
  (void)simulate_flow(build::plan_of(scenario, people), 3, 0, &rows);
  return rows.rows;
}

void set(PersonaSpec& persona, Parameter parameter, double value) {
  persona.parameters[static_cast<std::size_t>(parameter)] = Distribution::constant(value);
}

/// A hub from which people go to a good place (40 %), a bad one (40 %) or away.
Scenario two_ways() {
  Scenario scenario;
  scenario.calendars = {build::always_open()};
  scenario.personas = {build::somebody()};
  scenario.exits = {build::way_out("done", Outcome::served)};
  TouchpointSpec hub = build::touchpoint("hub", Distribution::constant(5));
  hub.person_decides = true;
  hub.rows = {build::to(1, .4), build::to(2, .4), build::leave(0, .2)};
  TouchpointSpec good = build::touchpoint("good", Distribution::constant(5));
  good.feels.mean = 3;
  good.rows = {build::to(0, 1)};
  TouchpointSpec bad = good;
  bad.id = "bad";
  bad.feels.mean = -2;
  scenario.touchpoints = {hub, good, bad};
  build::act(scenario, Mechanism::availability);
  return scenario;
}

} // namespace

TEST_CASE(
    "a way on is tilted by the memory of where it leads, and 0 before anything happened there") {
  const Plan plan = build::plan_of(two_ways(), 50);
  std::map<NodeIndex, int> tilted;
  for (std::uint32_t agent = 0; agent < 50; ++agent) {
    std::map<NodeIndex, bool> been;
    for (const VisitTrace& visit : trace_journey(plan, 0, agent).visits) {
      for (const OptionTrace& option : visit.options) {
        const float mean = option.to == 1 ? 3 : -2;
        if (visit.person_decides && been[option.to]) {
          REQUIRE(option.tilts.size() == 1);
          CHECK(option.tilts[0].mechanism == Mechanism::availability);
          CHECK_THAT(option.tilts[0].log_odds, WithinAbs(.65 * static_cast<double>(mean), 1e-5));
          ++tilted[option.to];
        } else {
          CHECK(option.tilts.empty());
        }
      }
      been[visit.touchpoint] = true;
    }
  }
  CHECK(tilted[1] > 10);
  CHECK(tilted[2] > 10);
}

TEST_CASE(
    "only touchpoints that a choice may lead to are remembered, and only where somebody does") {
  Scenario scenario = two_ways();
  const Plan plan = build::plan_of(scenario, 10);
  CHECK(plan.n_remembered == 2);
  CHECK(plan.remembered_place == std::vector<std::int32_t>{-1, 0, 1});
  CHECK_FALSE(plan.any_retrieval);
  build::set_all(scenario, Parameter::availability_strength, Distribution::constant(0));
  CHECK(build::plan_of(scenario, 10).n_remembered == 0);
}

TEST_CASE("memories of places are the same on both engines and every kernel") {
  Scenario scenario = build::choosy(); // summaries, and for the other persona episodes
  set(scenario.personas[1], Parameter::availability_power, .5);
  Scenario walked = scenario;
  walked.touchpoints[1].price = 20; // the world is walked one by one
  Scenario loops = two_ways();
  loops.touchpoints[1].feels.spread = 2;
  Scenario defaults = loops;
  defaults.touchpoints[0].rows[1].is_default = true;
  build::act(defaults, Mechanism::status_quo);
  build::act(defaults, Mechanism::fading);
  const std::string chosen(kernel_name());
  for (const Scenario& each : {scenario, walked, loops, defaults}) {
    const Plan plan = build::plan_of(each, 1'000);
    std::vector<JourneyRow> alone;
    for (std::uint32_t agent = 0; agent < 1'000; ++agent) {
      alone.push_back(trace_journey(plan, 3, agent).row);
    }
    for (const char* name : {"baseline", "v3", "v4"}) {
      if (select_kernel(name)) {
        INFO(name);
        CHECK(by_flow(each) == alone);
      }
    }
  }
  REQUIRE(select_kernel(chosen));
}

TEST_CASE("summary and retrieval are two memories: other choices, and none at strength 0") {
  const Scenario summary = two_ways();
  Scenario episodes = summary, off = episodes, absent = summary;
  build::set_all(episodes, Parameter::availability_power, Distribution::constant(.5));
  build::set_all(off, Parameter::availability_power, Distribution::constant(.5));
  build::set_all(off, Parameter::availability_strength, Distribution::constant(0));
  absent.personas[0].parameters = {};
  CHECK(by_flow(off) == by_flow(absent));
  CHECK(by_flow(summary) != by_flow(absent));
  CHECK(by_flow(summary) != by_flow(episodes));
}

namespace {
/// Three events that end 16, 4 and 1 min before a choice at the hub, whose way on leads to the
/// second of them.
Scenario three_events() {
  Scenario scenario = two_ways();
  const std::array<double, 3> minutes = {1, 12, 3}, feels = {1, 2, -3};
  scenario.touchpoints.clear();
  for (std::size_t i = 0; i < 3; ++i) {
    TouchpointSpec event =
        build::touchpoint("event_" + std::to_string(i), Distribution::constant(minutes[i]));
    event.feels.mean = feels[i];
    event.rows = {build::to(static_cast<int>(i) + 1, 1)};
    scenario.touchpoints.push_back(event);
  }
  TouchpointSpec hub = build::touchpoint("hub", Distribution::constant(1));
  hub.person_decides = true;
  hub.rows = {build::to(1, .5), build::leave(0, .5)};
  scenario.touchpoints.push_back(hub);
  build::set_all(scenario, Parameter::availability_power, Distribution::constant(.5));
  build::set_all(scenario, Parameter::availability_salience, Distribution::constant(0));
  build::set_all(scenario, Parameter::availability_match, Distribution::constant(0));
  return scenario;
}

double tilt_at_hub(const Scenario& scenario) {
  const Plan plan = build::plan_of(scenario, 1);
  const OptionTrace option = trace_journey(plan, 0, 0).visits.at(3).options.at(0);
  return static_cast<double>(option.tilts.at(0).log_odds);
}
} // namespace

TEST_CASE("T15 on journeys: events of 1, 4 and 16 minutes ago weigh 16, 4 and 1 of 21") {
  Scenario scenario = three_events();
  CHECK_THAT(tilt_at_hub(scenario), WithinAbs(.65 * (16 * -3 + 4 * 2 + 1) / 21, 1e-5));
  build::set_all(scenario, Parameter::availability_match,
                 Distribution::constant(.5 * std::log(2.0))); // events at the target count twice
  CHECK_THAT(tilt_at_hub(scenario), WithinAbs(.65 * (16 * -3 + 8 * 2 + 1) / 25, 1e-5));
  build::set_all(scenario, Parameter::availability_salience,
                 Distribution::constant(.5 * std::log(2.0))); // and each point twice again
  CHECK_THAT(tilt_at_hub(scenario),
             WithinAbs(.65 * (16 * 8 * -3 + 8 * 4 * 2 + 2 * 1) / (128 + 32 + 2), 1e-5));
}

TEST_CASE("of episodes the latest 32 come to mind") {
  Scenario scenario = three_events();
  build::set_all(scenario, Parameter::availability_power, Distribution::constant(1e-6));
  // 31 more of +1 push the first event out: 31 of 1, one of 2 and one of -3 are 33.
  scenario.touchpoints[0].feels.mean = -5;
  const TouchpointSpec hub = scenario.touchpoints.back();
  scenario.touchpoints.pop_back();
  for (int i = 3; i < 33; ++i) {
    TouchpointSpec event =
        build::touchpoint("event_" + std::to_string(i), Distribution::constant(1));
    event.feels.mean = 1;
    event.rows = {build::to(i + 1, 1)};
    scenario.touchpoints.push_back(event);
  }
  scenario.touchpoints.push_back(hub);
  const Plan plan = build::plan_of(scenario, 1);
  const OptionTrace option = trace_journey(plan, 0, 0).visits.at(33).options.at(0);
  CHECK_THAT(static_cast<double>(option.tilts.at(0).log_odds),
             WithinAbs(.65 * (30 * 1 + 2 - 3) / 32, 1e-4));
}
