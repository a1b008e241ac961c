// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/models/people/person.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
/// Somebody who has just been surprised by +2 on time, and judges and learns from it.
Person<double> surprised() {
  Person<double> person;
  person.on(Mechanism::reference_dependence).on(Mechanism::expectation);
  person.enter().event(Dimension::time, 2);
  return person;
}
} // namespace

TEST_CASE("an event is judged against the expectation held before it") {
  auto person = surprised();
  auto view = person.view();
  experience(view);
  CHECK(person.at(Field::affect) == 4.0); // 2 + (2 - 0)
  CHECK_THAT(person.at(Field::expectation_time), WithinRel(.4, 1e-12));
  CHECK(person.at(Field::end) == 4.0);
  CHECK(person.at(Field::remembered) == 4.0);
}

TEST_CASE("the other orders give other people, so the test above can fail") {
  auto believer = surprised();
  auto view = believer.view();
  believe(view); // 6 after 8
  appraise(view);
  CHECK_THAT(believer.at(Field::affect), WithinRel(3.6, 1e-12));

  auto forgetful = surprised();
  auto other = forgetful.view();
  remember(other); // 9 before 7
  appraise(other);
  recall(other);
  CHECK(forgetful.at(Field::remembered) == 0.0);
}

TEST_CASE("trust follows the affect of this visit, not of the last one") {
  Person<double> person;
  person.on(Mechanism::trust).feel(3);
  const double before = person.at(Field::trust);
  person.feel(-3);
  CHECK(person.at(Field::trust) < before);
}
