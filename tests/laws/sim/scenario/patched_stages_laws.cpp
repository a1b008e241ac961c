// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

// What a study sets besides, of a variant that comes into force later.
namespace {

using namespace sojourn;

Loaded late_help() {
  return load_scenario_text(R"(sojourn: 1
personas: { ann: { patience: { exponential: 20 min }, biases: { peak_end: {} } } }
arrivals: { rate: 8 per hour }
touchpoints:
  ask:
    needs: { desk: 1 }
    takes: { exponential: 12 min }
    feels: { mean: -0.5, spread: 1 }
    then: [ { to: done, share: rest }, { to: left, when: out_of_patience } ]
exits: { done: { outcome: served }, left: { outcome: lost } }
resources: { desk: { capacity: 1 } }
experiment: { horizon: 4 weeks, seed: 11 }
variants:
  late: { from: week 3 Mon 00:00, change: { resources.desk.capacity: 2 } }
  soon: { change: { resources.desk.capacity: 2 } }
)",
                            "late.yaml");
}

class Ended final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

std::vector<JourneyRow> ended(const Scenario& scenario, const Scenario& baseline) {
  Ended sink;
  (void)simulate_service(compile(scenario, baseline), 0, &sink, {});
  return sink.rows;
}

std::vector<JourneyRow> before(std::vector<JourneyRow> rows, Ticks moment) {
  std::erase_if(rows, [&](const JourneyRow& row) { return row.arrival + row.duration >= moment; });
  return rows;
}

Scenario with_line(const Loaded& loaded, std::size_t arm, const ChangeLine& line) {
  Patched patched = loaded.patcher->patched(arm, {line});
  REQUIRE(std::holds_alternative<Scenario>(patched));
  return std::get<Scenario>(std::move(patched));
}

} // namespace

TEST_CASE("A further change of nothing leaves a variant that comes later as it is") {
  const Loaded loaded = late_help();
  REQUIRE(loaded.ok());
  const Scenario& baseline = loaded.arms[0].scenario;
  const Scenario same = with_line(loaded, 1, {"touchpoints.ask.name", "Ask"});
  CHECK(same.stages.designs.size() == 1);
  CHECK(ended(same, baseline) == ended(loaded.arms[1].scenario, baseline));
  CHECK(ended(same, baseline) != ended(loaded.arms[2].scenario, baseline));
}

TEST_CASE("A further change holds before the moment as after it") {
  const Loaded loaded = late_help();
  REQUIRE(loaded.ok());
  const Scenario& baseline = loaded.arms[0].scenario;
  const ChangeLine kinder = {"touchpoints.ask.feels.mean", "+1"};
  const auto late = ended(with_line(loaded, 1, kinder), baseline);
  const auto never = ended(with_line(loaded, 0, kinder), baseline);
  const auto soon = ended(with_line(loaded, 2, kinder), baseline);
  const Ticks moment = 2 * ticks_per_week;
  CHECK(before(late, moment) == before(never, moment));
  CHECK(before(late, moment) != before(soon, moment));
  CHECK(late != never);
}

TEST_CASE("Where nobody meets anybody there is no moment") {
  const Loaded loaded = late_help();
  REQUIRE(loaded.ok());
  const Scenario endless = with_line(loaded, 1, {"resources.desk.capacity", "unlimited"});
  CHECK(endless.stages.designs.empty());
}
