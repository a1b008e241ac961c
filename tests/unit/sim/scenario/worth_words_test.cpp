// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.hpp"
#include "sim/study/measures.hpp"
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

// Risk, utility and warranty, practice, manners, drivers: as files and variants say them.
namespace {

using namespace sojourn;

std::string with(std::string text, const std::string& after, const std::string& more) {
  const std::size_t at = text.find(after);
  REQUIRE(at != std::string::npos);
  return text.insert(at + after.size(), more);
}

/// The small journey with this said at `solve`.
Loaded said_at_solve(const std::string& more, const std::string& below = {}) {
  return load_scenario_text(with(asked::small_journey, "    value: realised\n", more) + below,
                            "s.yaml");
}

const TouchpointSpec& solve_in(const Loaded& loaded, std::size_t arm = 0) {
  INFO((loaded.problems.empty() ? "" : loaded.problems.front().message));
  REQUIRE(loaded.ok());
  return loaded.arms[arm].scenario.touchpoints[1];
}

std::vector<std::string> measures_in(const Loaded& loaded) {
  std::vector<std::string> ids;
  for (const Measure& each : measures_of(loaded.arms)) {
    ids.push_back(each.info.id);
  }
  return ids;
}

bool holds(const std::vector<std::string>& ids, const char* id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

TEST_CASE("A risk has a chance, an amount, a feeling and somebody who bears it") {
  const Loaded loaded =
      said_at_solve("    risk: { chance: 2%, amount: { median: 300, p90: 900 }, feels: -3 }\n");
  const TouchpointSpec& solve = solve_in(loaded);
  REQUIRE(solve.risk);
  CHECK(solve.risk->chance == 0.02);
  CHECK(solve.risk->amount.kind == DistributionKind::lognormal);
  CHECK(solve.risk->feels == -3);
  CHECK_FALSE(solve.risk->by_provider);
  CHECK(holds(measures_in(loaded), "risk"));
  CHECK(holds(measures_in(loaded), "net_benefit"));
  CHECK_FALSE(holds(measures_in(loaded), "risk_taken"));
  CHECK_FALSE(holds(measures_in(said_at_solve("")), "risk"));
}

TEST_CASE("A variant may add a risk, or let the provider bear it") {
  std::string text = with(asked::small_journey, "    value: realised\n",
                          "    risk: { chance: 2%, amount: 300 }\n");
  text += "  taken:\n    change: { touchpoints.solve.risk.taken_by: provider }\n";
  text += "  twice:\n    change: { touchpoints.solve.risk.amount: { times: 2 } }\n";
  text += "  risky:\n    change: { touchpoints.ask.risk: { chance: 1%, amount: 20 } }\n";
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  CHECK(solve_in(loaded, 3).risk->by_provider);
  CHECK(solve_in(loaded, 4).risk->amount.a == 600);
  CHECK(loaded.arms[5].scenario.touchpoints[0].risk->chance == 0.01);
  CHECK(holds(measures_in(loaded), "risk_taken"));
  CHECK(holds(measures_in(loaded), "net_value")); // what is taken over costs the provider
}

TEST_CASE("Utility and warranty are shares that are multiplied, each of them to be changed") {
  std::string text = with(asked::small_journey, "    value: realised\n",
                          "    utility: 80%\n    warranty: { availability: 99%, security: 50% }\n");
  text += "  safe:\n    change: { touchpoints.solve.warranty.security: 100% }\n";
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  CHECK(std::fabs(solve_in(loaded).fitting() - 0.8 * 0.99 * 0.5) < 1e-15);
  CHECK(std::fabs(solve_in(loaded, 3).fitting() - 0.8 * 0.99) < 1e-15);
  CHECK(solve_in(said_at_solve("")).fitting() == 1);
}

TEST_CASE("Vulnerability, practice, attitude and discretion are read") {
  std::string text = with(asked::small_journey, "    value: realised\n",
                          "    risk: { chance: 2%, amount: 300 }\n    practice: 0.3\n"
                          "    needs: { desk: 1 }\n");
  text = with(text, "    mood_on_arrival: 0.5\n", "    vulnerability: 2.5\n");
  text += "arrivals: { rate: 2 per hour }\n"
          "resources: { desk: { capacity: 2, attitude: { normal: { mean: 0, sd: 0.5 } }, "
          "discretion: { chance: 30%, feels: +1.5 } } }\n";
  const Loaded loaded = load_scenario_text(text, "s.yaml");
  CHECK(solve_in(loaded).practice == 0.3);
  const Scenario& scenario = loaded.arms[0].scenario;
  CHECK(scenario.personas[0].vulnerability == 2.5);
  CHECK(scenario.personas[1].vulnerability == 1);
  CHECK(scenario.resources[0].attitude->kind == DistributionKind::normal);
  CHECK(scenario.resources[0].discretion == 0.3);
  CHECK(scenario.resources[0].recovery == 1.5);
}

TEST_CASE("Members may start elsewhere when they come again, and touchpoints are reached so") {
  const std::string journey = R"(sojourn: 1
arrivals:
  population: 20
  returns: { every: 4 weeks, share: 40%, start_at: { claim: 75%, buy: rest } }
touchpoints:
  buy: { then: [ { to: done } ] }
  claim: { then: [ { to: done } ] }
exits: { done: { outcome: served } }
)";
  const Loaded loaded = load_scenario_text(journey, "s.yaml");
  REQUIRE(loaded.ok());
  const ArrivalSpec& arrivals = loaded.arms[0].scenario.arrivals;
  CHECK(arrivals.returns_share == 0.4);
  CHECK(arrivals.returns_at == std::vector<std::pair<int, double>>{{1, 0.75}, {0, 0.25}});
  CHECK(arrivals.start_at == std::vector<std::pair<int, double>>{{0, 1.0}});
}

TEST_CASE("Drivers are told to readers, in the order of the file") {
  const Loaded loaded = said_at_solve(
      "", "drivers: { service: [ served, time_in_system ], purpose: A day without waiting }\n");
  REQUIRE(loaded.ok());
  std::vector<std::string> told;
  for (const ParameterUse& use : loaded.parameters) {
    if (use.path.starts_with("drivers.")) {
      told.push_back(use.path + " " + use.value + " " + use.provenance);
    }
  }
  CHECK(told == std::vector<std::string>{"drivers.service served described",
                                         "drivers.service time_in_system described",
                                         "drivers.purpose A day without waiting described"});
}
