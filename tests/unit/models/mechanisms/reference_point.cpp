// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/koszegi_rabin.hpp"
#include "tests/unit/models/people/person.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
constexpr double eta = .7, lambda = 2.25;

Person<double> holding(ReferencePoint point, double standard = 0) {
  Person<double> person;
  person.on(Mechanism::reference_dependence).on(Mechanism::loss_aversion);
  person.trait(Parameter::reference_dependence_gain) = eta;
  person.trait(Parameter::loss_aversion_ratio) = lambda;
  for (std::size_t d = 0; d < n_dimensions; ++d) {
    person.at(reference_of(static_cast<Dimension>(d))) = static_cast<double>(point);
    person.at(standard_of(static_cast<Dimension>(d))) = standard;
  }
  return person;
}

double felt(Person<double> person, double level, Dimension dimension = Dimension::time) {
  person.enter().event(dimension, level);
  auto view = person.view();
  appraise(view);
  return person.at(Field::affect);
}

double of_gap(double level, double gap) {
  return level + eta * gap + (lambda - 1) * std::min(gap, 0.0);
}
} // namespace

TEST_CASE("a level is held against the reference of its dimension") {
  auto person = holding(ReferencePoint::norm, 1);
  CHECK_THAT(felt(person, .5), WithinRel(of_gap(.5, -.5), 1e-12));
  CHECK_THAT(felt(holding(ReferencePoint::competitor, -1), .5), WithinRel(of_gap(.5, 1.5), 1e-12));
  CHECK_THAT(felt(holding(ReferencePoint::promise, 3), .5), WithinRel(.5, 1e-12));
  person = holding(ReferencePoint::status_quo, 3);
  CHECK_THAT(felt(person, -.5), WithinRel(of_gap(-.5, -.5), 1e-12)); // neutral, where nobody adapts
  person.at(Field::adapted_time) = .25;
  CHECK_THAT(felt(person, -.5), WithinRel(of_gap(-.5, -.75), 1e-12));
  person = holding(ReferencePoint::expectation, 3);
  person.at(Field::expectation_time) = -1;
  CHECK_THAT(felt(person, -.5), WithinRel(of_gap(-.5, .5), 1e-12));
}

TEST_CASE("on quality a norm is a level, an expectation a deviation from what is written") {
  auto person = holding(ReferencePoint::norm, 1);
  person.feel(1.5);
  CHECK_THAT(person.at(Field::affect), WithinRel(of_gap(1.5, .5), 1e-12));
  person = holding(ReferencePoint::expectation);
  person.feel(1.5);
  CHECK(person.at(Field::affect) == 1.5);
}

TEST_CASE(
    "T8: what might have come, a standard deviation above and below, is Koszegi and Rabin's") {
  for (const double level : {-1.5, -.5, 0.0, .5, 1.0, 2.0}) {
    auto person = holding(ReferencePoint::distribution);
    person.at(Field::expectation_variance) = 1;
    const std::array<double, 2> points = {-1, 1}, chances = {.5, .5};
    // Published forms have one ratio on eta; here losses have a term of their own.
    const double gains = worth_of<double>(level, points, chances, eta, 1) - level;
    const double losses = worth_of<double>(level, points, chances, 1, lambda) -
                          worth_of<double>(level, points, chances, 1, 1);
    CHECK_THAT(felt(person, level), WithinAbs(level + gains + losses, 1e-12));
  }
  auto sure = holding(ReferencePoint::distribution);
  sure.at(Field::expectation_variance) = 0;
  CHECK(felt(sure, -1) == felt(holding(ReferencePoint::expectation), -1));
}

TEST_CASE("what is learned and how surprised one is do not depend on the reference") {
  auto norm = holding(ReferencePoint::norm, 2), usual = holding(ReferencePoint::expectation);
  for (auto* person : {&norm, &usual}) {
    person->on(Mechanism::expectation).enter().event(Dimension::time, 1);
    auto view = person->view();
    believe(view);
  }
  CHECK(norm.at(Field::expectation_time) == usual.at(Field::expectation_time));
}
