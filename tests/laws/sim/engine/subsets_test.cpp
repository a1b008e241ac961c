// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/scenario/load.hpp"
#include "tests/unit/sim/engine/kept_rows.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <set>
#include <vector>

// Any subset of the mechanisms, on whole journeys of both engines: what is off leaves no trace, and
// what is on moves only what it acts on.
namespace {

using namespace sojourn;

using Rows = std::vector<JourneyRow>;
using Subset = std::set<Mechanism>;

Scenario incident() {
  const Loaded loaded = load_scenario(std::string(SOJOURN_SOURCE_DIR) + "/scenarios/incident.yaml");
  REQUIRE(loaded.ok());
  Scenario scenario = loaded.arms.front().scenario;
  for (ResourceSpec& resource : scenario.resources) {
    resource.unlimited = true;
  }
  scenario.experiment.warm_up = 0;
  scenario.experiment.horizon = ticks_per_week;
  return scenario;
}

/// `in` act as published in everybody, no other is listed.
Scenario with(Scenario scenario, const Subset& in) {
  for (PersonaSpec& persona : scenario.personas) {
    for (const ParameterRow& row : parameter_rows) {
      auto& number = persona.parameters[static_cast<std::size_t>(row.parameter)];
      number.reset();
      if (in.count(row.mechanism) > 0) {
        const bool strength = strength_of(row.mechanism) == row.parameter;
        number = Distribution::constant(strength ? 1 : row.default_value);
      }
    }
  }
  return scenario;
}

/// The others are listed too, at strength 0, with numbers that are not the published ones. Trust
/// keeps its start: off means frozen there.
Scenario others_at_zero(Scenario scenario, const Subset& in) {
  for (PersonaSpec& persona : scenario.personas) {
    for (const ParameterRow& row : parameter_rows) {
      if (in.count(row.mechanism) > 0) {
        continue;
      }
      const bool strength = strength_of(row.mechanism) == row.parameter;
      const double odd = row.parameter == Parameter::trust_start ? row.default_value
                                                                 : .3 * row.low + .7 * row.high;
      persona.parameters[static_cast<std::size_t>(row.parameter)] =
          Distribution::constant(strength ? 0 : odd);
    }
  }
  return scenario;
}

/// Nobody chooses, loses patience or hears a promise (which trust and anchoring make more or less
/// of): psychology has no way to change what happens.
Scenario without_choices(Scenario scenario) {
  for (TouchpointSpec& touchpoint : scenario.touchpoints) {
    touchpoint.person_decides = false;
    touchpoint.promise.reset();
    touchpoint.patience.reset();
  }
  for (PersonaSpec& persona : scenario.personas) {
    persona.patience.reset();
  }
  return scenario;
}

Rows by_flow(const Scenario& scenario) {
  KeptRows all;
  (void)simulate_flow(compile(scenario, scenario), 0, 0, &all);
  return all.rows;
}

Rows by_service(const Scenario& scenario) {
  KeptRows all;
  (void)simulate_service(compile(scenario, scenario), 0, &all);
  return all.rows;
}

Subset random_subset(std::mt19937& dice) {
  Subset subset;
  for (std::size_t i = 0; i < n_mechanisms; ++i) {
    if (dice() % 2 == 0) {
      subset.insert(static_cast<Mechanism>(i));
    }
  }
  return subset;
}

/// What of a journey may change.
struct Layers {
  bool happened = false, felt = false, remembered = false, trusted = false;
};

Layers changed(const Rows& one, const Rows& other) {
  REQUIRE(one.size() == other.size());
  Layers layers;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const JourneyRow &a = one[i], &b = other[i];
    layers.happened |= a.agent != b.agent || a.exit != b.exit || a.n_visits != b.n_visits ||
                       a.arrival != b.arrival || a.duration != b.duration || a.value != b.value ||
                       a.booked != b.booked || a.paid != b.paid ||
                       a.promise_taken != b.promise_taken || a.start != b.start;
    layers.felt |= a.experienced != b.experienced || a.peak != b.peak || a.trough != b.trough ||
                   a.last != b.last;
    layers.remembered |= a.remembered != b.remembered;
    layers.trusted |= a.trust != b.trust;
  }
  return layers;
}

struct Reach {
  Mechanism mechanism;
  Layers layers;
};

/// Where nobody chooses; all others leave no trace in a journey.
const std::vector<Reach> reaches = {
    {Mechanism::reference_dependence, {false, true, true, true}},
    {Mechanism::loss_aversion, {false, true, true, true}},
    {Mechanism::expectation, {false, true, true, true}},
    {Mechanism::adaptation, {false, true, true, true}},
    {Mechanism::waiting, {false, true, true, true}},
    {Mechanism::peak_end, {false, false, true, false}},
    {Mechanism::negativity, {false, false, true, false}},
    {Mechanism::trust, {false, false, false, true}},
};

Layers reach(Mechanism mechanism) {
  for (const Reach& each : reaches) {
    if (each.mechanism == mechanism) {
      return each.layers;
    }
  }
  return {};
}

} // namespace

TEST_CASE("Of any subset of mechanisms, what is off is as if it were not there") {
  std::mt19937 dice(5);
  const Scenario base = incident();
  for (int i = 0; i < 24; ++i) {
    const Subset subset = i == 0 ? Subset{} : random_subset(dice);
    const Scenario listed = with(base, subset);
    const Scenario zero = others_at_zero(listed, subset);
    const Rows rows = by_flow(listed);
    REQUIRE(rows.size() > 300);
    REQUIRE(rows == by_flow(zero));
    REQUIRE(rows == by_service(listed));
    REQUIRE(rows == by_service(zero));
  }
}

TEST_CASE("All off, people choose and remember as in the bare chain") {
  const Rows off = by_flow(others_at_zero(with(incident(), {}), {}));
  const Rows plain = by_flow(with(incident(), {}));
  CHECK(off == plain);
  std::size_t mean = 0;
  for (const JourneyRow& row : off) {
    mean += row.remembered == row.experienced ? 1U : 0U;
    REQUIRE(row.trust == off.front().trust);
  }
  CHECK(mean == off.size());
}

TEST_CASE("Where nobody chooses a mechanism moves what it acts on, whatever else is on") {
  std::mt19937 dice(6);
  const Scenario base = without_choices(incident());
  std::vector<Layers> seen(n_mechanisms);
  for (int i = 0; i < 12; ++i) {
    const Subset others = random_subset(dice);
    for (std::size_t m = 0; m < n_mechanisms; ++m) {
      const auto mechanism = static_cast<Mechanism>(m);
      Subset off = others, on = others;
      off.erase(mechanism);
      on.insert(mechanism);
      const Layers moved = changed(by_flow(with(base, off)), by_flow(with(base, on)));
      const Layers may = reach(mechanism);
      INFO(row_of(mechanism).id);
      CHECK(moved.happened <= may.happened);
      CHECK(moved.felt <= may.felt);
      CHECK(moved.remembered <= may.remembered);
      CHECK(moved.trusted <= may.trusted);
      seen[m].felt |= moved.felt;
      seen[m].remembered |= moved.remembered;
      seen[m].trusted |= moved.trusted;
    }
  }
  for (std::size_t m = 0; m < n_mechanisms; ++m) { // and it does, somewhere
    const Layers may = reach(static_cast<Mechanism>(m));
    INFO(row_of(static_cast<Mechanism>(m)).id);
    CHECK(seen[m].felt == may.felt);
    CHECK(seen[m].remembered == may.remembered);
    CHECK(seen[m].trusted == may.trusted);
  }
}
