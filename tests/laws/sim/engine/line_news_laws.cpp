// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "tests/unit/sim/engine/kept_rows.hpp"
#include "tests/unit/sim/engine/listener.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <vector>

// What announcements leave alone, and which way they move people.
namespace {

using namespace sojourn;
using build::HeardInLine;

constexpr LineNews all_news[] = {LineNews::last_wait, LineNews::head_wait, LineNews::queue_length,
                                 LineNews::schedule, LineNews::position};

/// A busy line of people who would wait as long as it takes.
Scenario patient_line() {
  Scenario scenario = build::desk(20, Distribution::exponential(8), 3);
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.feels.mean = 1;
  contact.feels.spread = 1;
  contact.feels.waiting_per_min = -.02;
  scenario.experiment.horizon = ticks_per_week;
  scenario.experiment.warm_up = 0;
  return scenario;
}

/// The same with patience, which what is told bends.
Scenario impatient_line(double factor) {
  Scenario scenario = patient_line();
  scenario.arrivals = build::steady(25);
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.patience = Distribution::exponential(25);
  contact.rows.push_back(build::give_up(1));
  contact.announces = build::announcing(LineNews::queue_length, factor);
  build::switch_on(scenario, Parameter::anchoring_strength, 1);
  build::switch_on(scenario, Parameter::patience_strength, 1);
  build::switch_on(scenario, Parameter::patience_overdue, 1.52);
  return scenario;
}

AnnouncementSpec says(LineNews what) {
  AnnouncementSpec spec = build::announcing(what);
  if (what == LineNews::schedule) {
    spec.schedule = {{0, ticks_per_week, 7}};
  }
  return spec;
}

std::vector<JourneyRow> rows_of(const Scenario& scenario, std::uint32_t replication = 0) {
  KeptRows kept;
  (void)simulate(build::plan_of(scenario), replication, &kept);
  return kept.rows;
}

/// Of those told something: who leaves at once, and who leaves later than they were told to wait.
struct Leavers {
  double at_once = 0, late = 0;
};

Leavers leavers(const Scenario& scenario) {
  Leavers shares;
  double n = 0;
  const Plan plan = build::plan_of(scenario);
  for (std::uint32_t r = 0; r < 4; ++r) {
    for (const HeardInLine& each : build::overheard_all(plan, r)) {
      n += each.told >= 0 ? 1 : 0;
      shares.at_once += each.refused ? 1 : 0;
      shares.late += each.gave_up && each.verdict < 0 ? 1 : 0;
    }
  }
  return {shares.at_once / n, shares.late / n};
}

} // namespace

TEST_CASE("Without a mechanism that hears it, no announcement changes a bit of any journey") {
  const std::vector<JourneyRow> silent = rows_of(patient_line());
  REQUIRE(silent.size() > 2'000);
  for (const LineNews what : all_news) {
    Scenario scenario = patient_line();
    scenario.touchpoints[0].announces = says(what);
    CHECK(rows_of(scenario) == silent);
  }
  Scenario heard = patient_line();
  heard.touchpoints[0].announces = says(LineNews::last_wait);
  heard.touchpoints[0].feels.wait_late_per_hour = -1; // the law can fail
  CHECK_FALSE(rows_of(heard) == silent);
}

TEST_CASE("Where capacity has no end nobody hears anything, and both engines agree") {
  Scenario scenario = impatient_line(1);
  scenario.calendars = {build::office()};
  scenario.resources[0].calendar = 0;
  scenario.resources[0].unlimited = true;
  for (const LineNews what : all_news) {
    scenario.touchpoints[0].announces = says(what);
    const Plan plan = build::plan_of(scenario);
    REQUIRE_FALSE(plan.contended);
    KeptRows flow, service;
    (void)simulate_flow(plan, 0, 0, &flow);
    (void)simulate_service(plan, 0, &service);
    REQUIRE(flow.rows.size() > 2'000);
    CHECK(flow.rows == service.rows);
  }
}

TEST_CASE("Arrival and work stay with the person, whatever is told and however many serve") {
  Scenario more = impatient_line(1), other = impatient_line(1);
  more.resources[0].capacity = 4;
  other.touchpoints[0].announces = says(LineNews::last_wait);
  const auto visits = [](const Scenario& scenario) {
    std::map<std::uint32_t, HeardInLine> all;
    for (const HeardInLine& each : build::overheard_all(build::plan_of(scenario), 2)) {
      all.emplace(each.agent, each);
    }
    return all;
  };
  const auto first = visits(impatient_line(1));
  for (const Scenario& scenario : {more, other}) {
    int served = 0;
    for (const auto& [agent, each] : visits(scenario)) {
      const HeardInLine& before = first.at(agent);
      REQUIRE(before.entered == each.entered);
      if (!before.gave_up && !each.gave_up) {
        const auto work = [](const HeardInLine& visit) {
          return static_cast<double>(visit.left - visit.entered) -
                 visit.waited * static_cast<double>(ticks_per_minute);
        };
        REQUIRE(std::abs(work(before) - work(each)) < .5); // ticks
        ++served;
      }
    }
    CHECK(served > 1'000);
  }
}

TEST_CASE("Announcing longer: more leave at once, fewer later than they were told to wait") {
  std::vector<Leavers> found;
  for (const double factor : {.5, 1.0, 2.0}) {
    Scenario scenario = impatient_line(factor);
    scenario.touchpoints[0].rows.push_back(build::too_long(1, 12));
    found.push_back(leavers(scenario));
  }
  CHECK(found[0].at_once < found[1].at_once);
  CHECK(found[1].at_once < found[2].at_once);
  CHECK(found[0].late > found[1].late);
  CHECK(found[1].late > found[2].late);
}

TEST_CASE("Who believes what is told holds out for it") {
  const auto gone = [](double trust, double factor) {
    Scenario scenario = impatient_line(factor);
    build::switch_on(scenario, Parameter::trust_start, trust);
    double n = 0;
    for (const JourneyRow& row : rows_of(scenario)) {
      n += row.exit == 1 ? 1 : 0;
    }
    return n;
  };
  CHECK(gone(1, 2) < gone(.2, 2)); // told long, patience is drawn to it
  CHECK(gone(0, 1) > 0);
}

TEST_CASE("Little's law holds of a line that people leave because of what they hear") {
  for (const LineNews what : all_news) {
    Scenario scenario = impatient_line(1);
    scenario.touchpoints[0].announces = says(what);
    scenario.touchpoints[0].rows.push_back(build::too_long(1, 5));
    const Tally tally = simulate(build::plan_of(scenario), 1);
    CHECK(tally.resources[0].joined > 2'000);
    CHECK(build::little_holds(tally));
  }
}
