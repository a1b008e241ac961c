// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/models/people/person.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
template <class T> Person<T> keeping(T first, T failure) {
  Person<T> person;
  person.on(Mechanism::trust);
  person.trait(Parameter::trust_record) = first;
  person.trait(Parameter::trust_failure) = failure;
  return person;
}

template <class T> T after(int good, int bad, T first, T failure) {
  auto person = keeping<T>(first, failure);
  for (int i = 0; i < good; ++i) {
    person.feel(1);
  }
  for (int i = 0; i < bad; ++i) {
    person.feel(-1);
  }
  return person.at(Field::trust);
}
} // namespace

TEMPLATE_TEST_CASE("T17: a record of trust, Beta(2, 2) after 9 good and 1 bad", "", float, double) {
  const double tolerance = sizeof(TestType) == 8 ? 1e-9 : 1e-6;
  CHECK_THAT(static_cast<double>(after<TestType>(9, 1, 4, 1)), WithinRel(11.0 / 14, tolerance));
  CHECK_THAT(static_cast<double>(after<TestType>(9, 1, 4, TestType(2.25))),
             WithinRel(11.0 / 15.25, tolerance));
}

TEST_CASE("a record of trust does not depend on the order of events, a running trust does") {
  const auto ends = [](double first, bool bad_first) {
    auto person = keeping<double>(first, 2);
    for (int i = 0; i < 6; ++i) {
      person.feel((i == 0) == bad_first && (i == 0 || i == 5) ? -1 : 1);
    }
    return person.at(Field::trust);
  };
  CHECK_THAT(ends(2, true), WithinRel(ends(2, false), 1e-12));
  CHECK(ends(0, true) > ends(0, false) + .05);
}

TEST_CASE("a record hardens: the hundredth failure moves it less than the first") {
  auto person = keeping<double>(2, 1);
  person.feel(-1);
  const double first = .5 - person.at(Field::trust);
  for (int i = 0; i < 98; ++i) {
    person.feel(1);
  }
  const double before = person.at(Field::trust);
  person.feel(-1);
  CHECK(before - person.at(Field::trust) < first / 10);
  CHECK_THAT(person.at(Field::trust), WithinRel((1 + 98) / 102.0, 1e-12));
}

TEST_CASE("a kept promise is a good event of the record too, a broken one a bad one") {
  auto person = keeping<double>(2, 3);
  person.enter().event(Dimension::quality, 1);
  person.at(Field::promise_verdict) = -1;
  auto view = person.view();
  experience(view);
  CHECK_THAT(person.at(Field::trust), WithinRel(2 / 6.0, 1e-12));
}
