// SPDX-License-Identifier: Apache-2.0
#include "tests/laws/models/visit/random_people.hpp"
#include "tests/unit/models/people/person.hpp"

#include <catch2/catch.hpp>
#include <vector>

// Compiled against the models with the mechanism of boredom.hpp.in added by tests.cmake, together
// with the laws of all mechanisms (neutral.cpp, order.cpp), which then hold for it too.
using namespace sojourn;
using sojourn::tests::Person;

TEST_CASE("extension: a mechanism of one header, its rows and one line is found and acts") {
  const auto boredom = find_mechanism("boredom");
  REQUIRE(boredom);
  CHECK(strength_of(*boredom) == Parameter::boredom_strength);
  Person<double> person;
  person.on(*boredom).feel({1, 1, 1});
  auto view = person.view();
  deliberate(view, .65);
  CHECK(person.at(Field::tilt_leave) == 3 * row_of(Parameter::boredom_weight).default_value);
}

TEST_CASE("extension: whoever asks who tilts a choice is told of it") {
  Person<float> person;
  std::vector<Mechanism> asked;
  leaving_log_odds(person.view(), [&](Mechanism mechanism, float) { asked.push_back(mechanism); });
  CHECK(asked.back() == Mechanism::boredom);
}

TEST_CASE("extension: off, it is not there") {
  Person<double> person;
  person.feel({1, 1, 1});
  auto view = person.view();
  deliberate(view, .65);
  CHECK(person.at(Field::tilt_leave) == 0);
}
