// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/models/people/person.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
constexpr double eta = .7, lambda = 2.25;

/// Affect of a level on time by somebody who expected 0 there.
double felt(double level, double reference, double losses) {
  Person<double> person;
  person.on(Mechanism::reference_dependence, reference).on(Mechanism::loss_aversion, losses);
  person.trait(Parameter::reference_dependence_gain) = eta;
  person.trait(Parameter::loss_aversion_ratio) = lambda;
  person.enter().event(Dimension::time, level);
  auto view = person.view();
  appraise(view);
  return person.at(Field::affect);
}

/// Affect of a promise judged `gap` points early or late.
double kept(double gap, double losses) {
  Person<double> person;
  person.on(Mechanism::loss_aversion, losses).on(Mechanism::reference_dependence);
  person.trait(Parameter::loss_aversion_ratio) = lambda;
  person.at(Field::promise_gap) = gap;
  person.at(Field::promise_verdict) = gap < 0 ? -1 : 1;
  auto view = person.view();
  appraise(view);
  return person.at(Field::affect);
}
} // namespace

TEST_CASE("loss aversion never changes a gain") {
  for (const double level : {0.0, .1, 1.0, 4.0}) {
    CHECK(felt(level, 0, 1) == level);
    CHECK(felt(level, 1, 1) == felt(level, 1, 0));
  }
}

TEST_CASE("reference dependence and loss aversion are separate: ablating one leaves the other") {
  for (const double level : {-1.3, -.2, .4, 1.5}) {
    const double loss = level < 0 ? level : 0;
    CHECK_THAT(felt(level, 1, 0), WithinRel(level + eta * level, 1e-12));
    CHECK_THAT(felt(level, 0, 1), WithinRel(level + (lambda - 1) * loss, 1e-12));
    CHECK_THAT(felt(level, 1, 1) - level,
               WithinAbs(felt(level, 1, 0) - level + felt(level, 0, 1) - level, 1e-12));
    CHECK_THAT(felt(level, .5, .5),
               WithinRel(level + .5 * (eta * level + (lambda - 1) * loss), 1e-12));
  }
}

TEST_CASE("a late promise hurts exactly lambda times what an early one pleases") {
  for (const double gap : {.25, 1.0, 2.0}) {
    CHECK(kept(gap, 1) == gap);
    CHECK(kept(-gap, 1) == -lambda * gap);
    CHECK(kept(-gap, 0) == -gap); // and no reference term: the gap already is one
  }
}

TEST_CASE("affect adds up over the dimensions with an event, and only those") {
  Person<double> person;
  person.enter()
      .event(Dimension::quality, .5)
      .event(Dimension::time, -1)
      .event(Dimension::control, -2);
  person.at(Field::level_price) = 3; // written, but nothing happened there
  person.at(Field::promise_gap) = .25;
  auto view = person.view();
  appraise(view);
  CHECK(person.at(Field::affect) == -2.25);
}

TEST_CASE("affect stays on its scale") {
  CHECK(felt(-400, 1, 1) == -5);
  CHECK(felt(400, 1, 1) == 5);
}

TEST_CASE("what is written is no surprise, a row's own feeling is") {
  Person<double> person;
  person.on(Mechanism::reference_dependence);
  person.feel({-1.5, 2});
  CHECK(person.at(Field::affect) == 2);
  person.enter().event(Dimension::quality, -2.0); // nothing written at this touchpoint
  auto view = person.view();
  experience(view);
  CHECK(person.at(Field::affect) == -4);
}

TEST_CASE("news of zero affect changes nothing, other news adds what it says") {
  const auto after = [](double news) {
    Person<double> person(-1);
    person.on(Mechanism::reference_dependence).on(Mechanism::loss_aversion);
    person.on(Mechanism::expectation).on(Mechanism::negativity).on(Mechanism::trust);
    person.enter().event(Dimension::quality, -.75 + news);
    person.at(Field::written_quality) = -1 + news;
    auto view = person.view();
    experience(view);
    deliberate(view, .65);
    return person;
  };
  CHECK(after(0).at(Field::affect) == after(.5).at(Field::affect) - .5);
  CHECK(after(0).at(Field::expectation_quality) == after(.5).at(Field::expectation_quality));
  Person<double> person = after(0);
  const auto before = person.fields;
  person.enter(); // a wait in which zero news was heard: no event
  auto view = person.view();
  experience(view);
  for (std::size_t i = 0; i < n_state_fields; ++i) {
    CHECK(person.fields[i] == before[i]);
  }
}

TEST_CASE("leaving: a bad memory and lost trust speak for it, a good memory against") {
  const auto tilt = [](double affect, double outside) {
    Person<double> person;
    person.on(Mechanism::peak_end).on(Mechanism::trust).on(Mechanism::patience);
    person.trait(Parameter::patience_outside) = outside;
    person.feel(affect);
    auto view = person.view();
    deliberate(view, .65);
    return person.at(Field::tilt_leave);
  };
  CHECK_THAT(tilt(-2, 0), WithinRel(.65 * (2 + (.5 - .375)), 1e-12));
  CHECK_THAT(tilt(-2, 1), WithinRel(.65 * (3 + (.5 - .375)), 1e-12));
  CHECK_THAT(tilt(2, 0), WithinRel(.65 * (-2 + (.5 - .525)), 1e-12));
}
