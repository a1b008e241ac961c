// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/models/people/person.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
// Pain of Kahneman's two patients, minute by minute, 0 .. 10; both peak at 8.
const std::vector<double> patient_a = {2, 4, 5, 8, 6, 7, 8, 7};
const std::vector<double> patient_b = {2, 4, 5, 8, 6, 7, 8, 7, 6, 6, 5, 5,
                                       4, 4, 5, 4, 3, 3, 3, 2, 2, 1, 1};

/// What is remembered of the pain, as affect; the stages after appraise, whose scale ends at -5.
template <class T> double memory_of(const std::vector<double>& pain, const std::string& preset) {
  Person<T> person;
  person.remembering(preset);
  auto view = person.view();
  for (const double minute : pain) {
    person.enter().event(Dimension::quality, 0);
    person.at(Field::affect) = static_cast<T>(-minute);
    person.at(Field::hours) = T(1) / 60;
    remember(view);
  }
  recall(view);
  return static_cast<double>(person.remembered());
}
} // namespace

TEMPLATE_TEST_CASE("T9: Kahneman's patients A and B", "", float, double) {
  CHECK(memory_of<TestType>(patient_a, "pure_peak_end") == -7.5);
  CHECK(memory_of<TestType>(patient_b, "pure_peak_end") == -4.5);
  CHECK(memory_of<TestType>(patient_b, "integral") < memory_of<TestType>(patient_a, "integral"));
  CHECK(memory_of<TestType>(patient_b, "seed_itil") == -4.5); // peak -1, trough -8
}

TEMPLATE_TEST_CASE("T14: time below the peak adds nothing to peak-end", "", float, double) {
  for (const int more : {1, 5, 40}) {
    Person<TestType> pure, whole;
    pure.remembering("pure_peak_end").feel({1, -4, 3, 1});
    whole.remembering("integral").feel({1, -4, 3, 1});
    const TestType memory = pure.remembered(), integral = whole.remembered();
    for (int i = 0; i < more; ++i) {
      pure.feel(1);
      whole.feel(1, TestType(.5));
    }
    CHECK(pure.remembered() == memory);
    CHECK(whole.remembered() == integral + TestType(.5) * static_cast<TestType>(more));
  }
}

TEST_CASE("T14: what permutations change") {
  std::array<double, 3> middle = {-4, 2, 3};
  const auto memory = [&](const std::string& preset) {
    Person<double> person;
    person.remembering(preset).feel({1, middle[0], middle[1], middle[2], -2});
    return person.remembered();
  };
  const double pure = memory("pure_peak_end"), mean = memory("mean");
  do {
    CHECK(memory("pure_peak_end") == pure);
    CHECK(memory("mean") == mean);
  } while (std::next_permutation(middle.begin(), middle.end()));

  const auto ending = [](const std::string& preset, double last) {
    Person<double> person;
    person.remembering(preset).feel({-1 - last, -4, 2, 3, last}); // the first makes the sum fixed
    return person.remembered();
  };
  CHECK(ending("mean", -2) == ending("mean", 1));
  CHECK(ending("pure_peak_end", -2) == ending("pure_peak_end", 1) - 1.5); // the end does matter
}

TEST_CASE("every ingredient of the functional, alone") {
  const std::array<double, 8> expected = {.75, 4, -3, 2, 3, -.3, 1, 4}; // mean .. extreme
  for (std::size_t i = 0; i < expected.size(); ++i) {
    Person<double> person(1);
    person.remembering("mean").trait(Parameter::peak_end_mean) = 0;
    person.trait(peak_end_weight(i)) = 1;
    person.feel({0, 4, -3, 2});
    CHECK_THAT(person.remembered(), WithinAbs(expected[i], 1e-12));
  }
}

TEST_CASE("trend: a straight line remembers its own rise, a single visit none") {
  CHECK_THAT(trend_of(1.0 * -1 + 2 * 0 + 3 * 1 + 4 * 2, 2.0, 4.0), WithinRel(3.0, 1e-12));
  CHECK(trend_of(2.5, 2.5, 1.0) == 0);
  CHECK(trend_of(0.0, 0.0, 0.0) == 0);
}

TEST_CASE("the most extreme value is signed, and the later one where two tie") {
  Person<double> person;
  person.feel({3, -3});
  CHECK(person.at(Field::extreme) == -3);
  person.feel(3);
  CHECK(person.at(Field::extreme) == 3);
  person.feel(2);
  CHECK(person.at(Field::extreme) == 3);
}

TEST_CASE("negativity lets a smaller bad moment be the extreme and weigh more in the mean") {
  Person<double> person;
  person.on(Mechanism::negativity).trait(Parameter::negativity_weight) = 2;
  person.feel({3, -2});
  CHECK(person.at(Field::extreme) == -2);
  CHECK_THAT(person.remembered(), WithinRel((3 - 2 * 2) / 3.0, 1e-12));
}

TEST_CASE("peak and trough also see the stretches between news") {
  Person<double> person;
  person.enter().event(Dimension::time, -1);
  person.at(Field::has_segments) = 1;
  person.at(Field::segment_peak) = .5;
  person.at(Field::segment_trough) = -1.5;
  auto view = person.view();
  experience(view);
  CHECK(person.at(Field::peak) == .5);
  CHECK(person.at(Field::trough) == -1.5);
  CHECK(person.at(Field::extreme) == -1.5);
  CHECK(person.at(Field::end) == -1);
}

TEST_CASE("strength blends the functional with the plain mean; nothing lived is 0") {
  Person<double> person(-1);
  person.remembering("pure_peak_end").on(Mechanism::peak_end, .5).feel({1, -4, 3, 1});
  CHECK_THAT(person.remembered(), WithinRel(.5 * .25 + .5 * -1.5, 1e-12));
  Person<double> nobody(-1);
  nobody.remembering("mean").trait(Parameter::peak_end_begin) = 1;
  auto view = nobody.view();
  recall(view);
  CHECK(nobody.remembered() == 0);
}
