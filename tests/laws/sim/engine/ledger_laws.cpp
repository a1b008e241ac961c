// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"
#include "sim/study/runner.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <random>

// Money is conserved, whatever happens: every account balances as integers, for every persona.
using namespace sojourn;

namespace {

/// Three personas on a random graph with loops, waits, patience, prices, outcomes and values.
class MoneyAuthor {
public:
  explicit MoneyAuthor(std::uint32_t seed) : luck_(seed) {}

  Scenario scenario() {
    Scenario s = build::desk(3, Distribution::constant(1), 2);
    s.calendars = {build::office()};
    s.clock = chance(0.5) ? 0 : -1;
    s.personas = {build::somebody("a"), build::somebody("b"), build::somebody("c")};
    for (PersonaSpec& persona : s.personas) {
      persona.patience = Distribution::exponential(between(5, 300));
    }
    s.resources[0].unlimited = chance(0.5);
    s.resources[0].calendar = chance(0.5) ? 0 : -1;
    const int n = 2 + static_cast<int>(luck_() % 5);
    s.touchpoints.clear();
    for (int i = 0; i < n; ++i) {
      s.touchpoints.push_back(touchpoint(i, n));
    }
    s.value = {chance(0.8), between(60, 3000), {between(0, 99), between(0, 99), between(0, 99)}};
    s.experiment.horizon = 2 * ticks_per_week;
    s.experiment.warm_up = ticks_per_day;
    s.experiment.run_out = ticks_per_week;
    return s;
  }

private:
  double between(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(luck_);
  }
  bool chance(double p) { return between(0, 1) < p; }

  TouchpointSpec touchpoint(int i, int n) {
    TouchpointSpec spec =
        build::touchpoint("t" + std::to_string(i), Distribution::exponential(between(1, 200)));
    if (chance(0.3)) {
      spec.needs = WorkSpec{0, 1, {}};
    } else if (chance(0.3)) {
      spec.behind = WorkSpec{0, 1, Distribution::exponential(between(1, 200))};
    }
    spec.price = chance(0.4) ? between(0, 20) : 0;
    spec.outcome = chance(0.4) ? between(0, 50) : 0;
    spec.value_realised = chance(0.3) || i + 1 == n;
    spec.booked_surveyed = between(0, 1);
    spec.booked_otherwise = between(0, 1);
    if (chance(0.3)) {
      spec.risk = RiskSpec{between(0, 1), Distribution::exponential(between(1, 90)), between(-2, 2),
                           chance(0.5), chance(0.3)};
    }
    if (chance(0.3)) {
      spec.fit = {between(0, 1), between(0.5, 1)};
    }
    const double on = between(0.3, 0.9);
    spec.rows = {i + 1 < n ? build::to(i + 1, on) : build::leave(0, on),
                 build::to(static_cast<int>(luck_() % static_cast<unsigned>(n)), (1 - on) / 2),
                 build::leave(1, (1 - on) / 2)};
    if (spec.needs || spec.behind) {
      spec.rows.push_back(build::give_up(1));
    }
    return spec;
  }

  std::mt19937 luck_;
};

std::int64_t sum(const Tally& tally, std::size_t persona, std::int64_t LedgerTally::*column) {
  std::int64_t all = 0;
  for (std::size_t i = 0; i < tally.shape.n_touchpoints; ++i) {
    all += tally.ledger[persona * tally.shape.n_touchpoints + i].*column;
  }
  return all;
}

void check_balance(const Tally& tally) {
  for (std::size_t persona = 0; persona < tally.shape.n_personas; ++persona) {
    const PersonaTally& people = tally.personas[persona];
    const auto of = [&](std::int64_t LedgerTally::*column) { return sum(tally, persona, column); };
    const std::int64_t value = people.potential + of(&LedgerTally::gained) -
                               of(&LedgerTally::lost_time) - of(&LedgerTally::lost_given_up) -
                               of(&LedgerTally::lost_unfit);
    REQUIRE(value == people.value);
    REQUIRE(value ==
            of(&LedgerTally::gained) + of(&LedgerTally::realised) - of(&LedgerTally::lost_unfit));
    REQUIRE(value - of(&LedgerTally::lost_unbooked) == people.booked);
    REQUIRE(of(&LedgerTally::paid) == people.paid);
    REQUIRE(of(&LedgerTally::risk) == people.risk);
    const auto bins =
        tally.value_bins.begin() + static_cast<std::ptrdiff_t>(persona * n_value_bins);
    const auto sums =
        tally.value_sums.begin() + static_cast<std::ptrdiff_t>(persona * n_value_bins);
    constexpr auto n = static_cast<std::ptrdiff_t>(n_value_bins);
    REQUIRE(std::accumulate(bins, bins + n, std::int64_t{0}) == people.finished);
    REQUIRE(std::accumulate(sums, sums + n, std::int64_t{0}) == people.booked);
  }
}

} // namespace

TEST_CASE("Potential less losses is value, booked and paid, exactly, in 200 random journeys") {
  std::int64_t losses = 0, finished = 0, events = 0;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Scenario scenario = MoneyAuthor(seed).scenario();
    const Tally tally = simulate(compile(scenario, scenario), seed);
    if (!tally.shape.keeps_books) {
      continue;
    }
    check_balance(tally);
    for (const LedgerTally& account : tally.ledger) {
      REQUIRE(account.lost_time >= 0);
      REQUIRE(account.lost_given_up >= 0);
      REQUIRE(account.lost_unbooked >= 0);
      REQUIRE(account.lost_unfit >= 0);
      REQUIRE(account.risk >= 0);
      events += account.risk;
      losses += account.lost_time + account.lost_given_up + account.lost_unbooked;
    }
    finished += groups_of(tally).front().finished;
  }
  CHECK(finished > 50'000);
  CHECK(losses > 0);
  CHECK(events > 0);
}

TEST_CASE("Both engines keep the same books to the last digit") {
  int compared = 0;
  for (std::uint32_t seed = 1000; seed < 1060; ++seed) {
    Scenario scenario = MoneyAuthor(seed).scenario();
    for (ResourceSpec& resource : scenario.resources) {
      resource.unlimited = true;
    }
    const Plan plan = compile(scenario, scenario);
    const Tally flow = simulate_flow(plan, seed, 0, nullptr);
    const Tally service = simulate_service(plan, seed, nullptr);
    // Who comes before the warm-up is simulated by one engine only, and counted by none.
    REQUIRE(flow.ledger == service.ledger);
    REQUIRE(flow.value_bins == service.value_bins);
    REQUIRE(flow.value_sums == service.value_sums);
    REQUIRE(flow.resources[0].busy == service.resources[0].busy);
    compared += plan.keeps_books ? 1 : 0;
  }
  CHECK(compared > 50);
}

TEST_CASE("Chunks of a cohort add up to its books") {
  Scenario scenario = MoneyAuthor(3).scenario();
  scenario.resources[0].unlimited = true;
  const Plan plan = compile(scenario, scenario, {40'000});
  REQUIRE(plan.keeps_books);
  REQUIRE(n_chunks(plan) == 3);
  Tally backwards(plan.shape());
  for (std::size_t chunk = 3; chunk-- > 0;) {
    backwards += simulate_chunk(plan, 1, chunk);
  }
  check_balance(backwards);
  CHECK(backwards.ledger == simulate(plan, 1).ledger);
  CHECK(backwards.value_sums == simulate(plan, 1).value_sums);
}

TEST_CASE("The incident journey's books balance") {
  const Loaded loaded = load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  REQUIRE(loaded.ok());
  const Plan plan = compile(loaded.arms[0].scenario, loaded.arms[0].scenario);
  const Tally tally = simulate(plan, 0);
  check_balance(tally);
  for (std::size_t persona = 0; persona < 3; ++persona) {
    CHECK(tally.personas[persona].potential ==
          tally.personas[persona].finished * plan.personas[persona].potential);
  }
}
