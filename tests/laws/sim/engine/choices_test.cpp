// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/engine/trace.hpp"
#include "tests/unit/sim/engine/options.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

// Choices among options with words of their own: the same on both engines and every kernel, and
// the bare chain where no mechanism acts.
namespace {

using namespace sojourn;
using Catch::Matchers::WithinAbs;

class Chosen final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

std::vector<JourneyRow> by_flow(const Scenario& scenario, std::uint32_t replication = 3) {
  const Plan plan = build::plan_of(scenario, 4'000);
  Chosen rows;
  (void)simulate_flow(plan, replication, 0, &rows);
  return rows.rows;
}

std::vector<JourneyRow> one_by_one(const Scenario& scenario, std::uint32_t replication = 3) {
  const Plan plan = build::plan_of(scenario, 4'000);
  std::vector<JourneyRow> rows;
  for (std::uint32_t agent = 0; agent < 4'000; ++agent) {
    rows.push_back(trace_journey(plan, replication, agent).row);
  }
  return rows;
}

/// As `choosy`, but a price makes the flow engine walk the world one by one.
Scenario walked() {
  Scenario scenario = build::choosy();
  scenario.touchpoints[1].price = 20;
  return scenario;
}

void strip(Scenario& scenario) {
  for (TouchpointSpec& touchpoint : scenario.touchpoints) {
    for (RowSpec& row : touchpoint.rows) {
      row.is_default = false;
      row.defers_min.reset();
      row.costs.reset();
      row.benefit.reset();
      row.stated_risk.clear();
    }
  }
}

constexpr std::array<Mechanism, 7> of_choice = {
    Mechanism::status_quo,           Mechanism::effort,          Mechanism::sunk_cost,
    Mechanism::goal_gradient,        Mechanism::choice_overload, Mechanism::present_bias,
    Mechanism::probability_weighting};

} // namespace

TEST_CASE("options with words of their own are weighed alike by both engines and every kernel") {
  for (const Scenario& scenario : {build::choosy(), walked()}) {
    const std::vector<JourneyRow> alone = one_by_one(scenario);
    const std::string chosen(kernel_name());
    for (const char* name : {"baseline", "v3", "v4"}) {
      if (select_kernel(name)) {
        INFO(name);
        CHECK(by_flow(scenario) == alone);
      }
    }
    REQUIRE(select_kernel(chosen));
  }
}

TEST_CASE("each mechanism of choice changes who goes where, and none does so at strength 0") {
  const Scenario full = build::choosy();
  const std::vector<JourneyRow> all = by_flow(full);
  for (const Mechanism mechanism : of_choice) {
    INFO(row_of(mechanism).id);
    if (mechanism == Mechanism::effort) { // takes effort: see the next case
      continue;
    }
    Scenario off = full, absent = full;
    build::set_all(off, strength_of(mechanism), Distribution::constant(0));
    for (const ParameterRow& row : parameter_rows) {
      if (row.mechanism == mechanism) {
        for (PersonaSpec& persona : absent.personas) {
          persona.parameters[static_cast<std::size_t>(row.parameter)].reset();
        }
      }
    }
    CHECK(by_flow(off) == by_flow(absent));
    CHECK(by_flow(off) != all);
  }
}

TEST_CASE("without mechanisms the words of options change no bit") {
  Scenario words = build::choosy();
  for (PersonaSpec& persona : words.personas) {
    persona.parameters = {};
  }
  Scenario bare = words;
  strip(bare);
  CHECK(by_flow(words) == by_flow(bare));
  CHECK(one_by_one(words) == by_flow(bare));
}

TEST_CASE("options that all say the same are chosen as in the bare chain, bit for bit") {
  Scenario same = build::one_choice();
  const std::vector<JourneyRow> bare = by_flow(same);
  build::act(same, Mechanism::probability_weighting);
  build::act(same, Mechanism::present_bias);
  for (RowSpec& row : same.touchpoints[0].rows) {
    row.stated_risk = {{.1, -3}};
    row.costs = 2;
  }
  CHECK(by_flow(same) == bare);
  same.touchpoints[0].rows[1].costs = 2.5;
  CHECK(by_flow(same) != bare);
}

namespace {
/// Shares of the three ends of `one_choice`.
std::array<double, 3> ends(const Scenario& scenario) {
  std::array<double, 3> shares{};
  const std::vector<JourneyRow> rows = by_flow(scenario);
  for (const JourneyRow& row : rows) {
    shares[static_cast<std::size_t>(row.exit)] += 1.0 / static_cast<double>(rows.size());
  }
  return shares;
}

std::array<double, 3> tilted(const std::array<double, 3>& base, const std::array<double, 3>& tilt) {
  std::array<double, 3> shares{};
  double sum = 0;
  for (std::size_t j = 0; j < 3; ++j) {
    shares[j] = base[j] * std::exp(tilt[j]);
    sum += shares[j];
  }
  for (double& share : shares) {
    share /= sum;
  }
  return shares;
}

/// Largest distance in standard errors of 4,000 journeys.
double distance(const std::array<double, 3>& seen, const std::array<double, 3>& expected) {
  double most = 0;
  for (std::size_t j = 0; j < 3; ++j) {
    const double error = std::sqrt(expected[j] * (1 - expected[j]) / 4'000);
    most = std::max(most, std::abs(seen[j] - expected[j]) / error);
  }
  return most;
}
} // namespace

TEST_CASE("shares of a choice follow the rule, mechanism by mechanism") {
  const std::array<double, 3> base = {.3, .5, .2};
  Scenario scenario = build::one_choice();
  CHECK(distance(ends(scenario), base) < 4.5);
  RowSpec& later = scenario.touchpoints[0].rows[1];

  Scenario with_default = scenario;
  with_default.touchpoints[0].rows[1].is_default = true;
  build::act(with_default, Mechanism::status_quo);
  CHECK(distance(ends(with_default), tilted(base, {0, .8, 0})) < 4.5);
  CHECK(distance(ends(with_default), base) > 4.5); // seen to fail without the tilt

  Scenario far = scenario;
  build::act(far, Mechanism::goal_gradient);
  CHECK(distance(ends(far), tilted(base, {0, 0, -.5})) < 4.5); // the last visit before the goal
  CHECK(distance(ends(far), base) > 4.5);

  Scenario spent = scenario;
  spent.touchpoints[0].takes = Distribution::constant(600);
  build::act(spent, Mechanism::sunk_cost);
  const double sunk = .2 * std::log(11.0) * std::exp(-600 / 1440.0 / 90);
  CHECK(distance(ends(spent), tilted(base, {0, 0, -sunk})) < 4.5);

  Scenario tired = scenario;
  tired.touchpoints[0].effort = 4;
  build::act(tired, Mechanism::effort);
  CHECK(distance(ends(tired), tilted(base, {0, 0, 1})) < 4.5);
  CHECK(distance(ends(tired), base) > 4.5);

  later.defers_min = 1440;
  scenario.touchpoints[0].rows[0].costs = 1.5;
  scenario.touchpoints[0].rows[0].benefit = BenefitSpec{2, 30 * 1440.0};
  build::act(scenario, Mechanism::present_bias);
  const double worth = 2 * std::pow(.999, 30);
  const double now = .65 * (.75 * worth - 1.5), put_off = .65 * .75 * .999 * (worth - 1.5);
  CHECK(distance(ends(scenario), tilted(base, {now, put_off, 0})) < 4.5);
  CHECK(distance(ends(scenario), tilted(base, {now, 0, 0})) > 2); // the sophisticated, not these
}

TEST_CASE("a replayed person is told which mechanism spoke for which option") {
  Scenario scenario = build::one_choice();
  scenario.touchpoints[0].rows[1].is_default = true;
  scenario.touchpoints[0].rows[0].stated_risk = {{.02, -4}};
  build::act(scenario, Mechanism::status_quo);
  build::act(scenario, Mechanism::probability_weighting);
  build::act(scenario, Mechanism::goal_gradient);
  const Plan plan = build::plan_of(scenario, 10);
  const VisitTrace visit = trace_journey(plan, 0, 0).visits.at(0);
  REQUIRE(visit.options.size() == 3);
  REQUIRE(visit.options[0].tilts.size() == 1);
  CHECK(visit.options[0].tilts[0].mechanism == Mechanism::probability_weighting);
  CHECK(visit.options[0].tilts[0].log_odds < 0);
  REQUIRE(visit.options[1].tilts.size() == 1);
  CHECK(visit.options[1].tilts[0].mechanism == Mechanism::status_quo);
  CHECK_THAT(visit.options[1].tilts[0].log_odds, WithinAbs(.8, 1e-6));
  REQUIRE(visit.options[2].tilts.size() == 1);
  CHECK(visit.options[2].tilts[0].mechanism == Mechanism::goal_gradient);
  CHECK_THAT(visit.options[2].tilts[0].log_odds, WithinAbs(-.5, 1e-6));
}
