// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/log_odds.hpp"
#include "tests/unit/models/people/person.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using sojourn::tests::Person;

namespace {
/// The options of a list that say something about themselves.
template <class T> T tilt(Person<T>& person, const std::vector<RowTerms>& list, int j, T theta) {
  return option_tilt(person.view(), theta, list.data(), static_cast<int>(list.size()), j);
}
template <class T> T leave_tilt(Person<T>& person) {
  auto view = person.view();
  deliberate(view, T(.65));
  return person.at(Field::tilt_leave);
}
} // namespace

TEMPLATE_TEST_CASE("T19: a default effect of d = .68 is 1.23338 log-odds: 50 % become 77.4 %", "",
                   float, double) {
  using T = TestType;
  const T kappa = log_odds_of_difference(T(.68));
  CHECK_THAT(static_cast<double>(kappa), WithinAbs(1.23338, 5e-6));
  CHECK_THAT(static_cast<double>(kappa),
             WithinRel(.68 * M_PI / std::sqrt(3.0), sizeof(T) == 8 ? 1e-9 : 1e-6));
  Person<T> person;
  person.on(Mechanism::status_quo).trait(Parameter::status_quo_weight) = kappa;
  std::vector<RowTerms> list(2);
  list[1].is_default = true;
  const std::array<T, 2> base = {T(.5), T(.5)};
  const std::array<T, 2> tilts = {tilt(person, list, 0, T(.65)), tilt(person, list, 1, T(.65))};
  std::array<T, 2> shares{};
  tilted_shares<T>(base, tilts, shares);
  CHECK_THAT(static_cast<double>(shares[1]), WithinAbs(.774410, 5e-7));
  CHECK_THAT(static_cast<double>(shares[1]),
             WithinRel(static_cast<double>(share_at(kappa)), sizeof(T) == 8 ? 1e-9 : 1e-6));
}

TEST_CASE("a default speaks in log-odds: the choice sensitivity leaves it alone") {
  Person<double> person;
  person.on(Mechanism::status_quo);
  std::vector<RowTerms> list(1);
  list[0].is_default = true;
  CHECK(tilt(person, list, 0, 0.0) == .8);
  CHECK(tilt(person, list, 0, 5.0) == .8);
  person.on(Mechanism::status_quo, .5);
  CHECK(tilt(person, list, 0, 1.0) == .4);
}

TEMPLATE_TEST_CASE("T23: disloyalty of high and low effort lies 5.49169 log-odds apart", "", float,
                   double) {
  const auto high = static_cast<double>(log_odds(TestType(.96)));
  const auto low = static_cast<double>(log_odds(TestType(.09)));
  CHECK_THAT(high, WithinAbs(3.17805, 1e-5));
  CHECK_THAT(low, WithinAbs(-2.31363, 1e-5));
  CHECK_THAT(high - low, WithinAbs(5.49169, 1e-5));
  CHECK_THAT(high - low, WithinRel(std::log(.96 / .04) - std::log(.09 / .91),
                                   sizeof(TestType) == 8 ? 1e-9 : 1e-6));
}

TEST_CASE("effort speaks for leaving, point by point") {
  Person<double> person;
  person.on(Mechanism::effort);
  CHECK(leave_tilt(person) == 0);
  person.at(Field::effort) = 3;
  CHECK_THAT(leave_tilt(person), WithinRel(.75, 1e-12));
  person.on(Mechanism::effort, 0);
  CHECK(leave_tilt(person) == 0);
}

TEST_CASE("what is spent speaks against leaving, and fades") {
  Person<double> person;
  person.on(Mechanism::sunk_cost);
  person.at(Field::spent_minutes) = 180;
  person.at(Field::spent_money) = 50;
  person.at(Field::age_days) = 45;
  CHECK_THAT(leave_tilt(person), WithinRel(-.2 * std::log(1 + 3 + .5) * std::exp(-.5), 1e-9));
  const double fresh = -.2 * std::log(4.5);
  person.at(Field::age_days) = 0;
  CHECK_THAT(leave_tilt(person), WithinRel(fresh, 1e-9));
  person.at(Field::spent_minutes) = person.at(Field::spent_money) = 0;
  CHECK(leave_tilt(person) == 0);
}

TEMPLATE_TEST_CASE("T22: a fifth faster at the goal makes ten steps take .900, or .910", "", float,
                   double) {
  using T = TestType;
  T middle = 0, before = 0;
  for (int step = 0; step < 10; ++step) {
    // progress when the interval is half over, and before it begins
    middle += step_time((T(step) + T(.5)) / T(10), T(.2)) / T(10);
    before += step_time(T(step) / T(10), T(.2)) / T(10);
  }
  CHECK_THAT(static_cast<double>(middle), WithinRel(.900, sizeof(T) == 8 ? 1e-9 : 1e-6));
  CHECK_THAT(static_cast<double>(before), WithinRel(.910, sizeof(T) == 8 ? 1e-9 : 1e-6));
}

TEST_CASE("the nearer the goal, the less leaving tempts; before the last step nothing is left") {
  Person<double> person;
  person.on(Mechanism::goal_gradient);
  person.at(Field::goal_start) = 4;
  double last = 1;
  for (const double here : {4.0, 3.0, 2.0, 1.0}) {
    person.at(Field::goal_here) = here;
    const double tilt = leave_tilt(person);
    CHECK_THAT(tilt, WithinAbs(-.5 * (1 - (here - 1) / 4), 1e-12));
    CHECK(tilt < last);
    last = tilt;
  }
  person.at(Field::goal_here) = 9; // further away than ever
  CHECK(leave_tilt(person) == 0);
  person.at(Field::goal_here) = 0; // no way leads there
  CHECK(leave_tilt(person) == 0);
}

TEST_CASE("as published, the number of options puts nothing off; with k it does") {
  Person<double> person;
  person.on(Mechanism::choice_overload);
  std::vector<RowTerms> list(1);
  list[0].defers = true;
  list[0].log_options = std::log(24.0F);
  CHECK(tilt(person, list, 0, .65) == 0);
  person.trait(Parameter::choice_overload_weight) = .4;
  CHECK_THAT(tilt(person, list, 0, .65), WithinRel(.4 * .5 * std::log(4.0), 1e-6));
  list[0].defers = false;
  CHECK(tilt(person, list, 0, .65) == 0);
}

TEMPLATE_TEST_CASE("T18: costs 3, 5, 8, 13 at beta .5: done in period 1, 2 or 4", "", float,
                   double) {
  using T = TestType;
  const std::array<T, 4> costs = {3, 5, 8, 13};
  CHECK(period_done<T>(costs, 1, 1, 1) == 0);         // time-consistent
  CHECK(period_done<T>(costs, T(.5), T(.5), 1) == 1); // sophisticated
  CHECK(period_done<T>(costs, T(.5), 1, 1) == 3);     // naive
  CHECK(period_done<T>(costs, T(.5), believed_beta(T(.5), T(0)), 1) == 1);
  CHECK(period_done<T>(costs, T(.5), believed_beta(T(.5), T(1)), 1) == 3);
  const std::array<T, 1> once = {7};
  CHECK(period_done<T>(once, T(.1), T(.1), 1) == 0);
}

namespace {
/// A task that costs 1.5 now and is worth 2 in 30 days, and putting it off for a day.
std::vector<RowTerms> task_or_later() {
  std::vector<RowTerms> list(3);
  list[0].is_task = true;
  list[0].cost = 1.5F;
  list[0].benefit = 2;
  list[0].benefit_days = 30;
  list[1].defers = true;
  list[1].defer_days = 1;
  return list;
}
} // namespace

TEST_CASE("costs count in full, benefits beta: the task is not done now, and tomorrow it will be") {
  Person<double> naive;
  naive.on(Mechanism::present_bias);
  const std::vector<RowTerms> list = task_or_later();
  const double later = 2 * std::pow(.999, 30);
  CHECK_THAT(tilt(naive, list, 0, 1.0), WithinRel(.75 * later - 1.5, 1e-9));
  CHECK_THAT(tilt(naive, list, 1, 1.0), WithinRel(.75 * .999 * (later - 1.5), 1e-9));
  CHECK(tilt(naive, list, 2, 1.0) == 0);
  CHECK_THAT(tilt(naive, list, 0, .65), WithinRel(.65 * (.75 * later - 1.5), 1e-9)); // affect
  Person<double> sophisticated = naive;
  sophisticated.trait(Parameter::present_bias_naivety) = 0;
  CHECK(tilt(sophisticated, list, 0, 1.0) == tilt(naive, list, 0, 1.0));
  CHECK(tilt(sophisticated, list, 1, 1.0) == 0); // knows that tomorrow will be like today
  Person<double> unbiased = naive;
  unbiased.trait(Parameter::present_bias_beta) = 1;
  CHECK(tilt(unbiased, list, 0, 1.0) > tilt(unbiased, list, 1, 1.0));
}

TEST_CASE("with strength 0 an option's words tilt nothing") {
  Person<double> person;
  std::vector<RowTerms> list = task_or_later();
  list[0].is_default = list[1].is_default = true;
  list[0].n_stated = 1;
  list[0].outcomes[0] = -4;
  list[0].chances[0] = .1F;
  for (int j = 0; j < 3; ++j) {
    CHECK(tilt(person, list, j, .65) == 0);
  }
}

TEST_CASE("a stated risk tilts by its value, scaled by the choice sensitivity") {
  Person<double> person;
  person.on(Mechanism::probability_weighting);
  std::vector<RowTerms> list(1);
  list[0].n_stated = 1;
  list[0].outcomes[0] = -4;
  list[0].chances[0] = .05F;
  const double value = -weighted_probability(.05, .69) * 2.25 * std::pow(4, .88);
  CHECK_THAT(tilt(person, list, 0, 1.0), WithinRel(value, 1e-6));
  CHECK_THAT(tilt(person, list, 0, .5), WithinRel(.5 * value, 1e-6));
}
