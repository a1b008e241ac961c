// SPDX-License-Identifier: Apache-2.0
#include "output/stats/estimate.hpp"
#include "sim/study/watched.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

// Half of the people are served after a day, half give up after six, both exponentially; the
// simulation ends three days after the last of two weeks of arrivals. Exactly known: the mean of
// the first ten days of a journey, and who has left how by then. 4.5 standard errors.
using namespace sojourn;

namespace {

constexpr double quick = 1, slow = 6, limit = 3 + 7; // days
constexpr int replications = 40;

Plan two_ways(bool contended) {
  Scenario scenario = build::desk(4, Distribution::exponential(quick * 24 * 60), 100'000);
  scenario.resources[0].unlimited = !contended;
  TouchpointSpec other = scenario.touchpoints[0];
  other.id = "other";
  other.takes = Distribution::exponential(slow * 24 * 60);
  other.rows = {build::leave(1, 1.0)};
  scenario.touchpoints.push_back(other);
  scenario.arrivals.start_at = {{0, 0.5}, {1, 0.5}};
  scenario.experiment.warm_up = 0;
  scenario.experiment.horizon = 2 * ticks_per_week;
  scenario.experiment.run_out = 3 * ticks_per_day;
  return build::plan_of(scenario);
}

struct Seen {
  std::vector<double> days, naive_days, served, naive_served;
};

Seen seen_of(const Plan& plan) {
  Seen seen;
  for (std::uint32_t replication = 0; replication < replications; ++replication) {
    const Tally tally = simulate(plan, replication);
    const PersonaTally& people = tally.personas[0];
    const Watched all = watched_of(plan, tally).front();
    const auto finished = static_cast<double>(people.finished);
    const auto served = static_cast<std::size_t>(Outcome::served);
    seen.days.push_back(all.restricted_mean / (24 * 60));
    seen.served.push_back(all.incidence[served]);
    seen.naive_days.push_back(static_cast<double>(people.duration) / finished /
                              static_cast<double>(ticks_per_day));
    seen.naive_served.push_back(static_cast<double>(people.outcomes[served]) / finished);
  }
  return seen;
}

/// Distance from theory in standard errors.
double z(const std::vector<double>& values, double theory) {
  double mean = 0, squares = 0;
  for (const double value : values) {
    mean += value / replications;
  }
  for (const double value : values) {
    squares += (value - mean) * (value - mean);
  }
  return std::abs(mean - theory) / std::sqrt(squares / (replications - 1) / replications);
}

} // namespace

TEST_CASE("Time in the system and exits agree with theory although journeys are cut off") {
  const double by_quick = 1 - std::exp(-limit / quick), by_slow = 1 - std::exp(-limit / slow);
  for (const bool contended : {false, true}) {
    const Plan plan = two_ways(contended);
    REQUIRE(plan.contended == contended);
    REQUIRE(watched_limit(plan) == 10 * ticks_per_day);
    const Seen seen = seen_of(plan);
    CHECK(z(seen.days, 0.5 * (quick * by_quick + slow * by_slow)) < 4.5);
    CHECK(z(seen.served, 0.5 * by_quick) < 4.5);
    // As if the unfinished had never been: seen to fail.
    CHECK(z(seen.naive_days, 0.5 * (quick + slow)) > 4.5);
    CHECK(z(seen.naive_days, 0.5 * (quick * by_quick + slow * by_slow)) > 4.5);
    CHECK(z(seen.naive_served, 0.5) > 4.5);
  }
}
