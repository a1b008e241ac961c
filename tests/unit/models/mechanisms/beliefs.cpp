// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/models/people/person.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
template <class T> Person<T> learner() {
  Person<T> person;
  person.on(Mechanism::expectation);
  return person;
}

template <class T> void live(Person<T>& person, T level) {
  person.enter().event(Dimension::time, level);
  auto view = person.view();
  experience(view);
}
} // namespace

TEMPLATE_TEST_CASE("T16: five steps of an expectation from 0 to 1", "", float, double) {
  auto person = learner<TestType>();
  for (int i = 0; i < 5; ++i) {
    live(person, TestType(1));
  }
  CHECK_THAT(static_cast<double>(person.at(Field::expectation_time)),
             WithinRel(.67232, sizeof(TestType) == 8 ? 1e-9 : 1e-6));
  CHECK(person.at(Field::expectation_quality) == 0); // no event there
}

TEST_CASE("T16: half-life and stationary variance of the default gain") {
  const double gain = kalman_gain(row_of(Parameter::expectation_variance).default_value,
                                  row_of(Parameter::expectation_noise).default_value);
  CHECK_THAT(std::log(2) / -std::log(1 - gain), WithinAbs(3.1063, 5e-5));
  auto person = learner<double>();
  double squares = 0; // of the response to one experience of 1, i.e. the variance for noise of 1
  for (int i = 0; i < 200; ++i) {
    live(person, i == 0 ? 1.0 : 0.0);
    squares += person.at(Field::expectation_time) * person.at(Field::expectation_time);
  }
  CHECK_THAT(squares, WithinRel(1.0 / 9, 1e-9));
}

TEST_CASE("a vague belief learns faster than a firm one and becomes firm") {
  auto vague = learner<double>();
  vague.at(Field::expectation_variance) = 4;
  live(vague, 1.0);
  CHECK_THAT(vague.at(Field::expectation_time), WithinRel(.8, 1e-12));
  CHECK_THAT(vague.at(Field::expectation_variance), WithinRel(.85, 1e-12));
}

TEST_CASE("expectation on quality is a deviation from what is written") {
  auto person = learner<double>();
  person.feel({-1.5, 2});
  CHECK(person.at(Field::expectation_quality) == 0);
  person.enter().event(Dimension::quality, -2.0); // a row's own `feels`: written here is nothing
  auto view = person.view();
  experience(view);
  CHECK_THAT(person.at(Field::expectation_quality), WithinRel(-.4, 1e-12));
}

TEST_CASE("trust rises slowly, falls quickly, and a verdict counts on its own") {
  Person<double> person;
  person.on(Mechanism::trust).feel(1);
  CHECK_THAT(person.at(Field::trust), WithinRel(.525, 1e-12));
  person.feel(-1);
  CHECK_THAT(person.at(Field::trust), WithinRel(.525 * .75, 1e-12));
  person.enter().event(Dimension::quality, 1);
  person.at(Field::promise_verdict) = -1;
  auto view = person.view();
  const double before = person.at(Field::trust);
  experience(view);
  CHECK_THAT(person.at(Field::trust), WithinRel((before + .05 * (1 - before)) * .75, 1e-12));
}

TEST_CASE("T17: the published stationary trust is a fixed point on average") {
  const double q = .9, gain = .05, loss = .25, trust = q * gain / (q * gain + (1 - q) * loss);
  CHECK_THAT(trust, WithinAbs(.642857, 5e-7));
  CHECK_THAT(q * trust_after_good(trust, 1.0, gain) + (1 - q) * trust_after_bad(trust, 1.0, loss),
             WithinRel(trust, 1e-12));
}

TEST_CASE("effort is a stock of what was felt") {
  Person<double> person;
  for (const double level : {-.5, -1.0}) {
    person.enter().event(Dimension::effort, level);
    auto view = person.view();
    experience(view);
  }
  CHECK(person.at(Field::effort) == 1.5);
}

namespace {
/// What comes to mind now of a place where -4 was felt, and 20 days later +2.
Person<double> rememberer(double fading) {
  Person<double> person;
  person.on(Mechanism::availability).on(Mechanism::fading, fading);
  person.trait(Parameter::availability_half_life) = 10;
  person.feel(-4);
  person.enter().event(Dimension::quality, 2);
  person.at(Field::days) = 20;
  auto view = person.view();
  experience(view);
  return person;
}

double in_mind(Person<double> person, double days) {
  const RememberedPlace<double> place = {person.at(Field::available_good),
                                         person.at(Field::available_bad),
                                         person.at(Field::available_weight)};
  return going_on(person.view(), anticipated(memory_after(person.view(), place, days)));
}
} // namespace

TEST_CASE("availability: salience times recency, forgotten by half after the half-life") {
  const double old = .25 * std::exp(1.0), fresh = std::exp(.5);
  const double expected = (old * -4 + fresh * 2) / (old + fresh);
  CHECK_THAT(in_mind(rememberer(0), 0), WithinRel(expected, 1e-9));
  CHECK_THAT(in_mind(rememberer(0), 500), WithinRel(expected, 1e-9)); // both fade alike
}

TEST_CASE("fading: the affect of bad memories wears off sooner, not their weight") {
  const double old = .25 * std::exp(1.0), fresh = std::exp(.5);
  const auto expected = [&](double days) {
    return (old * -4 * std::exp(-(20 + days) / 60) + fresh * 2 * std::exp(-days / 120)) /
           (old + fresh);
  };
  CHECK_THAT(in_mind(rememberer(1), 0), WithinRel(expected(0), 1e-9));
  CHECK_THAT(in_mind(rememberer(1), 90), WithinRel(expected(90), 1e-9));
  CHECK(in_mind(rememberer(1), 0) > in_mind(rememberer(0), 0));
}

TEST_CASE("fading: complaints now, nostalgia later") {
  Person<double> person;
  person.on(Mechanism::availability).on(Mechanism::fading);
  person.feel({2, -2.2});
  CHECK(in_mind(person, 0) < 0);
  CHECK(in_mind(person, 30) > 0);
  person.trait(strength_of(Mechanism::fading)) = 0; // seen not to come without it
  CHECK(in_mind(person, 30) < 0);
}
