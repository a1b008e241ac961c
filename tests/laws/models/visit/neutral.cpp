// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/models/visit/random_people.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace sojourn;
using sojourn::tests::any_crowd;
using sojourn::tests::any_visits;
using sojourn::tests::Crowd;
using sojourn::tests::Dice;
using sojourn::tests::each;

namespace {
const auto live = [](auto& people) {
  using F = typename std::remove_reference_t<decltype(people)>::F;
  experience(people);
  deliberate(people, broadcast<F>(.65F));
};

void switch_off(Crowd& crowd, Mechanism mechanism) {
  for (float& strength : crowd.traits[static_cast<std::size_t>(strength_of(mechanism))]) {
    strength = 0;
  }
}

/// Sets the parameters of `mechanism` to other legal values, the strength excepted. Trust keeps its
/// start: off means frozen there.
void disturb(Crowd& crowd, Mechanism mechanism) {
  for (const ParameterRow& row : parameter_rows) {
    if (row.mechanism == mechanism && row.id != "strength" &&
        row.parameter != Parameter::trust_start) {
      for (float& value : crowd.traits[static_cast<std::size_t>(row.parameter)]) {
        value = static_cast<float>(.3 * row.low + .7 * row.high);
      }
    }
  }
}

} // namespace

TEST_CASE("of a mechanism with strength 0 no parameter matters, bit for bit") {
  for (std::size_t i = 0; i < n_mechanisms; ++i) {
    const auto mechanism = static_cast<Mechanism>(i);
    const auto one = any_crowd(3), other = any_crowd(3);
    switch_off(*one, mechanism);
    switch_off(*other, mechanism);
    disturb(*other, mechanism);
    for (std::uint32_t visit = 0; visit < 6; ++visit) {
      any_visits(*one, visit);
      any_visits(*other, visit);
      each<Float8>(*one, live);
      each<Float8>(*other, live);
    }
    INFO(row_of(mechanism).id);
    CHECK(one->same_bits(*other));
  }
}

TEST_CASE("with a strength above 0 the parameters do matter") {
  for (const Mechanism mechanism :
       {Mechanism::peak_end, Mechanism::reference_dependence, Mechanism::loss_aversion,
        Mechanism::availability, Mechanism::expectation, Mechanism::adaptation, Mechanism::trust,
        Mechanism::negativity, Mechanism::patience, Mechanism::effort, Mechanism::sunk_cost,
        Mechanism::goal_gradient}) { // waiting and anchoring act in the engine, others at options
    const auto one = any_crowd(3), other = any_crowd(3);
    disturb(*other, mechanism);
    any_visits(*one, 0);
    any_visits(*other, 0);
    each<Float8>(*one, live);
    each<Float8>(*other, live);
    INFO(row_of(mechanism).id);
    CHECK_FALSE(one->same_bits(*other));
  }
}

TEST_CASE(
    "with everything off, what was written is felt, remembered as a mean, and tilts nothing") {
  const auto crowd = any_crowd(4);
  for (std::size_t i = 0; i < n_mechanisms; ++i) {
    switch_off(*crowd, static_cast<Mechanism>(i));
  }
  any_visits(*crowd, 1);
  const auto before = *crowd;
  each<Float4>(*crowd, live);
  for (std::size_t lane = 0; lane < n_lanes; ++lane) {
    float sum = crowd->at(Field::promise_gap, lane);
    for (std::size_t i = 0; i < n_dimensions; ++i) {
      const auto d = static_cast<Dimension>(i);
      sum += crowd->at(event_of(d), lane) > 0 ? crowd->at(level_of(d), lane) : 0.0F;
      CHECK(crowd->at(expectation_of(d), lane) ==
            before.fields[static_cast<std::size_t>(expectation_of(d))][lane]);
    }
    CHECK(crowd->at(Field::affect, lane) == clamp(sum, affect_low, affect_high));
    CHECK(crowd->at(Field::remembered, lane) == crowd->at(Field::affect_sum, lane));
    CHECK(crowd->at(Field::trust, lane) ==
          crowd->traits[static_cast<std::size_t>(Parameter::trust_start)][lane]);
    CHECK(crowd->at(Field::available_weight, lane) == 0);
    for (const Field tilt : {Field::tilt_leave, Field::tilt_wait}) {
      CHECK(crowd->at(tilt, lane) == 0);
    }
  }
}

TEST_CASE("a visit without any event changes nothing") {
  const auto crowd = any_crowd(5);
  for (std::uint32_t visit = 0; visit < 3; ++visit) {
    any_visits(*crowd, visit);
    each<Float8>(*crowd, live);
  }
  const Crowd before = *crowd;
  for (std::size_t lane = 0; lane < n_lanes; ++lane) {
    for (std::size_t i = 0; i < n_dimensions; ++i) {
      crowd->at(event_of(static_cast<Dimension>(i)), lane) = 0;
    }
    crowd->at(Field::promise_gap, lane) = crowd->at(Field::promise_verdict, lane) = 0;
  }
  each<Float8>(*crowd, live);
  CHECK(crowd->same_bits(before, n_state_fields));
  for (const Field field : {Field::remembered, Field::tilt_leave}) {
    const auto i = static_cast<std::size_t>(field);
    CHECK(tests::same_column(before.fields[i], crowd->fields[i]));
  }
}

namespace {
bool all_finite(const Crowd& crowd) {
  for (const Column& column : crowd.fields) {
    for (const float value : column) {
      if (!std::isfinite(value)) {
        return false;
      }
    }
  }
  return true;
}

template <class F> void check_helpers(Crowd& crowd, std::size_t lane) {
  LaneView<F> person(crowd.fields, crowd.traits, lane);
  const auto weights = option_weights(person, {1, 1, 1});
  CHECK(max(max(weights.stay, weights.served), weights.lost) == 1);
  CHECK(min(min(weights.stay, weights.served), weights.lost) >= 0);
  const float u = patience_uniform(.3F, person.get(Field::tilt_wait));
  CHECK((u >= 0 && u <= 1));
  CHECK(std::isfinite(felt_minutes_of(person, crowd.at(Field::days, lane))));
}
} // namespace

TEST_CASE("nothing inside the declared ranges leads to NaN or infinity") {
  for (std::uint32_t seed = 10; seed < 14; ++seed) {
    const auto crowd = any_crowd(seed);
    for (std::uint32_t visit = 0; visit < 30; ++visit) {
      any_visits(*crowd, visit);
      each<Float16>(*crowd, live);
      REQUIRE(all_finite(*crowd));
    }
    for (std::size_t lane = 0; lane < n_lanes; ++lane) {
      check_helpers<float>(*crowd, lane);
      const float trust = crowd->at(Field::trust, lane);
      CHECK((trust >= 0 && trust <= 1));
      CHECK(std::abs(crowd->at(Field::affect, lane)) <= affect_high);
    }
  }
}
