// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/arrivals.hpp"

#include "tests/unit/sim/engine/build.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

using namespace sojourn;

namespace {

std::map<std::uint32_t, Ticks> first_weeks(const ArrivalPlan& plan, int weeks) {
  std::map<std::uint32_t, Ticks> found;
  ArrivalStream stream(plan, 7, 3);
  for (Arrival next = stream.next(); next.at < weeks * ticks_per_week; next = stream.next()) {
    found[next.agent] = next.at;
  }
  return found;
}

ArrivalSpec mornings(double per_hour) {
  ArrivalSpec arrivals;
  arrivals.rate.push_back({8 * ticks_per_hour, 10 * ticks_per_hour, per_hour});
  arrivals.rate.push_back({ticks_per_day, 2 * ticks_per_day, per_hour / 2});
  return arrivals;
}

} // namespace

TEST_CASE("People come only while the rate is positive, and in order") {
  const ArrivalPlan plan = plan_arrivals(mornings(30), mornings(30));
  ArrivalStream stream(plan, 1, 0);
  Ticks before = 0;
  for (int i = 0; i < 2000; ++i) {
    const Arrival next = stream.next();
    const Ticks within = next.at % ticks_per_week;
    CHECK(next.at >= before);
    CHECK(((within >= 8 * ticks_per_hour && within < 10 * ticks_per_hour) ||
           (within >= ticks_per_day && within < 2 * ticks_per_day)));
    before = next.at;
  }
}

TEST_CASE("The number of arrivals agrees with the integral of the rate") {
  // Poisson with mean 420 per week over 100 weeks; 4.5 standard errors.
  const double mean = 100 * (2 * 30.0 + 24 * 15.0);
  const auto came = first_weeks(plan_arrivals(mornings(30), mornings(30)), 100);
  CHECK(std::fabs(static_cast<double>(came.size()) - mean) < 4.5 * std::sqrt(mean));
  const auto fewer = first_weeks(plan_arrivals(mornings(29), mornings(29)), 100); // a wrong rate
  CHECK(std::fabs(static_cast<double>(fewer.size()) - mean) > 4.5 * std::sqrt(mean));
}

TEST_CASE("Less demand thins the same people, more demand adds to them") {
  const auto base = first_weeks(plan_arrivals(mornings(30), mornings(30)), 20);
  const auto less = first_weeks(plan_arrivals(mornings(21), mornings(30)), 20);
  const auto more = first_weeks(plan_arrivals(mornings(75), mornings(30)), 20);
  for (const auto& [agent, at] : less) {
    REQUIRE(base.count(agent) == 1);
    CHECK(base.at(agent) == at);
  }
  for (const auto& [agent, at] : base) {
    REQUIRE(more.count(agent) == 1);
    CHECK(more.at(agent) == at);
  }
  CHECK(less.size() < base.size());
  CHECK(static_cast<double>(more.size()) > 2.3 * static_cast<double>(base.size()));
}

TEST_CASE("A moment within a window follows the rate") {
  const WeeklyRate rate(mornings(10).rate);
  CHECK(rate.within(0, 0, ticks_per_week) == 8 * ticks_per_hour);
  CHECK(rate.within(0.5, 8 * ticks_per_hour, 10 * ticks_per_hour) == 9 * ticks_per_hour);
  CHECK_THAT(rate.mass(ticks_per_week), Catch::Matchers::WithinRel(140.0, 1e-12));
}

namespace {

std::vector<Arrival> people_of(const ArrivalSpec& arm, const ArrivalSpec& baseline, int weeks) {
  const ArrivalPlan plan = plan_arrivals(arm, baseline, weeks * ticks_per_week);
  ArrivalStream stream(plan, 7, 3);
  std::vector<Arrival> people;
  for (Arrival next = stream.next(); next.at < weeks * ticks_per_week; next = stream.next()) {
    people.push_back(next);
  }
  return people;
}

ArrivalSpec in_groups(double mean, bool varies) {
  ArrivalSpec spec = mornings(30);
  spec.group_mean = mean;
  spec.group_varies = varies;
  return spec;
}

std::map<Ticks, int> sizes_of(const std::vector<Arrival>& people) {
  std::map<Ticks, int> sizes;
  for (const Arrival& person : people) {
    ++sizes[person.at];
  }
  return sizes;
}

} // namespace

TEST_CASE("Groups come together, as many people as the rate says") {
  const auto people = people_of(in_groups(3, false), in_groups(3, false), 100);
  const double mean = 42'000; // of groups of three: variance 3 x mean
  CHECK(std::fabs(static_cast<double>(people.size()) - mean) < 4.5 * std::sqrt(3 * mean));
  for (const auto& [at, size] : sizes_of(people)) {
    REQUIRE(size % 3 == 0); // two groups may share a tick
  }
  std::map<std::uint32_t, int> numbers;
  for (const Arrival& person : people) {
    REQUIRE(++numbers[person.agent] == 1);
  }
}

TEST_CASE("Sizes of groups are geometric") {
  const auto people = people_of(in_groups(2, true), in_groups(2, true), 100);
  const auto sizes = sizes_of(people);
  const auto alone =
      std::count_if(sizes.begin(), sizes.end(), [](const auto& each) { return each.second == 1; });
  const auto groups = static_cast<double>(sizes.size());
  CHECK(std::fabs(static_cast<double>(people.size()) - 42'000) < 4.5 * std::sqrt(3 * 42'000.));
  CHECK(std::fabs(static_cast<double>(alone) - groups / 2) < 4.5 * std::sqrt(groups) / 2);
}

TEST_CASE("Those who come first in their group are the same people in every arm") {
  const auto base = first_weeks(plan_arrivals(mornings(30), mornings(30)), 20);
  std::size_t firsts = 0;
  for (const Arrival& person : people_of(in_groups(3, false), mornings(30), 20)) {
    if (person.agent >> layer_shift < companions_above) {
      REQUIRE(base.at(person.agent) == person.at);
      ++firsts;
    }
  }
  CHECK(firsts > base.size() / 4);
  CHECK(firsts < base.size() / 2);
}

TEST_CASE("Whoever is on the list comes at that moment, weekly or once") {
  ArrivalSpec spec;
  spec.list = {{ticks_per_day, true},
               {ticks_per_hour, true},
               {ticks_per_hour, true},
               {2 * ticks_per_week + 5, false}};
  const auto people = people_of(spec, spec, 3);
  const std::vector<Ticks> moments = {ticks_per_hour, ticks_per_hour, ticks_per_day};
  REQUIRE(people.size() == 10);
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(people[i].at == moments[i % 3] + static_cast<Ticks>(i / 3) * ticks_per_week);
  }
  CHECK(people[6].at == 2 * ticks_per_week + 5);
  CHECK(people[0].agent != people[1].agent);
  CHECK(plan_arrivals(spec, spec).per_week() == 3);
  ArrivalSpec once;
  once.list = {{2 * ticks_per_week + 5, false}};
  CHECK(people_of(once, once, 600).size() == 1);
}

TEST_CASE("People on the list come besides the others, who stay the same") {
  ArrivalSpec both = mornings(30);
  both.list = {{9 * ticks_per_hour, true}};
  const auto base = first_weeks(plan_arrivals(mornings(30), mornings(30)), 5);
  const auto more = first_weeks(plan_arrivals(both, mornings(30)), 5);
  CHECK(more.size() == base.size() + 5);
  for (const auto& [agent, at] : base) {
    CHECK(more.at(agent) == at);
  }
}

TEST_CASE("The rate grows from week to week") {
  ArrivalSpec growing = mornings(30);
  growing.growth = .1;
  growing.growth_over_min = 7 * 24 * 60;
  const std::vector<double> factors = weekly_growth(growing, 4 * ticks_per_week);
  REQUIRE(factors.size() == 4);
  CHECK_THAT(factors[3], Catch::Matchers::WithinRel(1.331, 1e-12));
  const WeeklyRate rate(growing.rate, factors);
  CHECK_THAT(rate.mass(4 * ticks_per_week), Catch::Matchers::WithinRel(420 * 4.641, 1e-12));
  CHECK_THAT(rate.at(3 * ticks_per_week + 9 * ticks_per_hour) * ticks_per_hour,
             Catch::Matchers::WithinRel(39.93, 1e-12));
  for (const Ticks at : {9 * ticks_per_hour, ticks_per_week + ticks_per_day + 7,
                         6 * ticks_per_week + 9 * ticks_per_hour}) { // beyond: as the last week
    CHECK_THAT(rate.when(rate.mass(at)), Catch::Matchers::WithinAbs(static_cast<double>(at), 1));
  }
}

TEST_CASE("Growth adds people to those who would come without it") {
  ArrivalSpec growing = mornings(30);
  growing.growth = .1;
  growing.growth_over_min = 7 * 24 * 60;
  const auto base = people_of(mornings(30), mornings(30), 10);
  const auto more = people_of(growing, mornings(30), 10);
  const double mean = 420 * 15.937424601; // the sum of 1.1^0 .. 1.1^9
  CHECK(std::fabs(static_cast<double>(more.size()) - mean) < 4.5 * std::sqrt(mean));
  std::map<std::uint32_t, Ticks> moments;
  for (const Arrival& person : more) {
    moments[person.agent] = person.at;
  }
  for (const Arrival& person : base) {
    REQUIRE(moments.at(person.agent) == person.at);
  }
  const auto grown = people_of(growing, growing, 10);
  CHECK(std::fabs(static_cast<double>(grown.size()) - mean) < 4.5 * std::sqrt(mean));
}
