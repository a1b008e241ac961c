// SPDX-License-Identifier: Apache-2.0
#include "models/luck/quantile.hpp"
#include "models/luck/stream.hpp"
#include "sim/engine/engine.hpp"
#include "sim/engine/events.hpp"
#include "sim/engine/service.hpp"
#include "sim/engine/ticks.hpp"
#include "sim/scenario/load.hpp"
#include "tests/bench/journey12.hpp"
#include "tests/unit/sim/engine/build.hpp"

#include <benchmark/benchmark.h>

// ns per visit and per event of the service engine: the service desk (M/M/12 with patience), the
// journey of 12 touchpoints with limited staff at four of them, plain and with every mechanism on,
// and the shipped incident journey. Then how both grow with the number of events that are pending.
namespace {

using namespace sojourn;

/// Counters of one loop: events and visits, and the nanoseconds each takes.
void report(benchmark::State& state, std::int64_t events, std::int64_t visits) {
  const auto ns_per = [](std::int64_t n) {
    return benchmark::Counter(static_cast<double>(n) * 1e-9,
                              benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  };
  state.counters["events/s"] =
      benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
  state.counters["ns/event"] = ns_per(events);
  if (visits > 0) {
    state.counters["ns/visit"] = ns_per(visits);
  }
}

/// Besides, what other simulators of the same model must find too.
void run(benchmark::State& state, const Plan& plan) {
  std::int64_t events = 0, visits = 0;
  PersonaTally all;
  std::uint32_t replication = 0;
  for (auto _ : state) {
    const Tally tally = simulate_service(plan, replication++, nullptr, {});
    events += tally.events;
    for (const PersonaTally& persona : tally.personas) {
      visits += persona.visits;
      all.finished += persona.finished;
      all.duration += persona.duration;
      all.outcomes[0] += persona.outcomes[static_cast<std::size_t>(Outcome::served)];
    }
  }
  report(state, events, visits);
  const auto people = static_cast<double>(all.finished);
  state.counters["journeys/s"] = benchmark::Counter(people, benchmark::Counter::kIsRate);
  state.counters["served"] = static_cast<double>(all.outcomes[0]) / people;
  state.counters["minutes"] = minutes_of(all.duration) / people;
}

void desk(benchmark::State& state) {
  Scenario scenario = build::desk(60, Distribution::exponential(10), 12);
  scenario.touchpoints[0].rows.push_back(build::give_up(1));
  scenario.touchpoints[0].patience = Distribution::exponential(5);
  run(state, build::plan_of(scenario));
}
BENCHMARK(desk)->Name("service/desk");

/// M/M/44 with patience; of those who give up half try again later: the peers' service desk.
void call_desk(benchmark::State& state) {
  Scenario scenario = build::desk(180, Distribution::exponential(15), 44);
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.patience = Distribution::exponential(8);
  RowSpec gives_up = build::to(1, 0);
  gives_up.share.reset();
  gives_up.out_of_patience = true;
  contact.rows.push_back(gives_up);
  TouchpointSpec thinks = build::touchpoint("thinks", Distribution::constant(0));
  thinks.rows = {build::to(2, 0.5), build::leave(1, 0.5)};
  TouchpointSpec later = build::touchpoint("later", Distribution::exponential(20));
  later.rows = {build::to(0, 1)};
  scenario.touchpoints.push_back(thinks);
  scenario.touchpoints.push_back(later);
  scenario.experiment.warm_up = 0;
  scenario.experiment.horizon = 200'000 * ticks_per_minute / 3;
  run(state, build::plan_of(scenario));
}
BENCHMARK(call_desk)->Name("service/call_desk");

void incident(benchmark::State& state) {
  const Loaded loaded = load_scenario(SOJOURN_SOURCE_DIR "/scenarios/incident.yaml");
  if (!loaded.ok()) {
    state.SkipWithError("scenarios/incident.yaml has problems");
    return;
  }
  run(state, compile(loaded.arms[0].scenario, loaded.arms[0].scenario));
}
BENCHMARK(incident)->Name("service/incident");

/// One journey a minute begins; staff as in the peers' open Jackson network.
void network(benchmark::State& state, bool psychology) {
  Scenario scenario = bench::journey12_scenario(psychology);
  scenario.arrivals = build::steady(60);
  scenario.experiment.horizon = 4 * ticks_per_week;
  scenario.experiment.warm_up = ticks_per_day;
  for (const auto& [node, servers] :
       {std::pair{4, 7}, std::pair{5, 18}, std::pair{6, 72}, std::pair{8, 26}}) {
    ResourceSpec staff;
    staff.id = staff.name = "staff" + std::to_string(node);
    staff.capacity = servers;
    scenario.touchpoints[static_cast<std::size_t>(node)].needs =
        WorkSpec{static_cast<std::int32_t>(scenario.resources.size()), 1, {}};
    scenario.resources.push_back(staff);
  }
  run(state, build::plan_of(scenario));
}
BENCHMARK_CAPTURE(network, plain, false)->Name("service/network12/plain");
BENCHMARK_CAPTURE(network, psychology, true)->Name("service/network12/psychology");

/// The queue of events alone: the next happens and schedules another, as many pending as asked.
void pending(benchmark::State& state) {
  const auto n = static_cast<std::uint32_t>(state.range(0));
  EventQueue queue;
  std::uint32_t agent = 0;
  const auto schedule = [&](Ticks now) {
    const std::uint32_t word = words(Address{1, 0, ++agent, 0, 0}, Purpose::visit)[0];
    const float minutes = exponential_from_word<float>(word);
    queue.push(Rank::visit_done,
               {now + ticks_of(1000.0 * static_cast<double>(minutes)), 0, 0, 0, 0});
  };
  for (std::uint32_t i = 0; i < n; ++i) {
    schedule(0);
  }
  for (auto _ : state) {
    schedule(queue.pop().time);
  }
  report(state, state.iterations(), 0);
}
BENCHMARK(pending)->Name("service/pending")->Arg(100)->Arg(10'000)->Arg(1'000'000);

/// The whole engine with as many people on their way at a time, every one of whom has an event
/// pending: they come 1,000 a minute.
void crowd(benchmark::State& state) {
  Scenario scenario = build::desk(60'000, Distribution::exponential(10), 1);
  scenario.resources.clear();
  scenario.touchpoints[0].needs.reset();
  scenario.touchpoints[0].takes =
      Distribution::exponential(static_cast<double>(state.range(0)) / 1000);
  const Ticks fill = 5 * state.range(0) * ticks_per_minute / 1000;
  scenario.experiment.warm_up = 0;
  scenario.experiment.horizon = fill + 1000 * ticks_per_minute;
  run(state, build::plan_of(scenario));
}
BENCHMARK(crowd)->Name("service/crowd")->Arg(100)->Arg(10'000);

} // namespace
