// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/models/people/person.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
template <class T> Person<T> adapting(double rate, double losses = 1) {
  Person<T> person;
  person.on(Mechanism::adaptation);
  person.trait(Parameter::adaptation_rate) = static_cast<T>(rate);
  person.trait(Parameter::adaptation_losses) = static_cast<T>(losses);
  return person;
}

template <class T> T live(Person<T>& person, T level, Dimension dimension = Dimension::time) {
  person.enter().event(dimension, level);
  auto view = person.view();
  experience(view);
  return person.at(Field::affect);
}
} // namespace

TEMPLATE_TEST_CASE("adaptation: what is felt of a step fades by (1 - alpha) a visit", "", float,
                   double) {
  auto person = adapting<TestType>(.2);
  for (int visit = 0; visit < 12; ++visit) {
    CHECK_THAT(static_cast<double>(live(person, TestType(1))),
               WithinRel(std::pow(.8, visit), sizeof(TestType) == 8 ? 1e-9 : 1e-6));
  }
  CHECK(person.at(Field::adapted_quality) == 0); // no event there
}

TEST_CASE("adaptation: half-life and stationary variance as of any exponential memory (T16)") {
  CHECK_THAT(std::log(2) / -std::log(1 - .2), WithinAbs(3.1063, 5e-5));
  auto person = adapting<double>(.2);
  double squares = 0; // of the response to one level of 1, i.e. the variance for noise of 1
  for (int visit = 0; visit < 200; ++visit) {
    live(person, visit == 0 ? 1.0 : 0.0);
    squares += person.at(Field::adapted_time) * person.at(Field::adapted_time);
  }
  CHECK_THAT(squares, WithinRel(.2 / (2 - .2), 1e-9));
}

TEST_CASE("adaptation: losses are got used to more slowly by the written factor") {
  auto gains = adapting<double>(.2, .25), losses = adapting<double>(.2, .25);
  live(gains, 2.0);
  live(losses, -2.0);
  CHECK_THAT(gains.at(Field::adapted_time), WithinRel(.4, 1e-12));
  CHECK_THAT(losses.at(Field::adapted_time), WithinRel(-.1, 1e-12));
}

TEST_CASE("adaptation: an event is judged against what one was used to before it") {
  auto person = adapting<double>(.5);
  CHECK(live(person, 2.0) == 2);
  CHECK(live(person, 2.0) == 1);
  CHECK(live(person, 0.0) == -1.5); // and what was lost is missed
}

TEST_CASE("adaptation: nobody gets used to more than the scale holds") {
  auto person = adapting<double>(1);
  live(person, -400.0);
  CHECK(person.at(Field::adapted_time) == affect_low);
}

TEST_CASE("adaptation: surprises are held against the expectation as before") {
  auto person = adapting<double>(.5);
  person.on(Mechanism::reference_dependence);
  live(person, 2.0);
  CHECK(live(person, 2.0) == 2 - 1 + 2); // 1 is left of the level, the surprise is whole
  Person<double> used = adapting<double>(.5);
  used.feel({2, 2, 2}); // written, so no surprise, and felt less and less all the same
  CHECK(used.at(Field::affect) == .5);
  CHECK(used.at(Field::adapted_quality) == 1.75);
}
