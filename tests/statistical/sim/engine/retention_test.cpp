// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "tests/unit/sim/engine/options.hpp"

#include <catch2/catch.hpp>
#include <cmath>

// Q2: a good end lifts what is remembered and said, but only within the horizon of retention.
namespace {

using namespace sojourn;
using Catch::Matchers::WithinAbs;

constexpr std::int64_t n_people = 8'000;
constexpr double day = 1440;

/// Five moments around 0; what is remembered is half mean and half end, asked so many days later.
Scenario five_moments(double last, double days, double end_weight = .5) {
  Scenario scenario;
  scenario.calendars = {build::always_open()};
  scenario.personas = {build::somebody()};
  scenario.exits = {build::way_out("done", Outcome::served)};
  for (int i = 0; i < 5; ++i) {
    TouchpointSpec moment =
        build::touchpoint("moment_" + std::to_string(i), Distribution::constant(5));
    moment.feels.mean = i == 4 ? last : 0;
    moment.feels.spread = .5;
    moment.rows = {i < 4 ? build::to(i + 1, 1) : build::leave(0, 1)};
    scenario.touchpoints.push_back(moment);
  }
  build::act(scenario, Mechanism::peak_end);
  for (const auto& [parameter, weight] : {std::pair{Parameter::peak_end_mean, 1 - end_weight},
                                          {Parameter::peak_end_end, end_weight},
                                          {Parameter::peak_end_peak, 0.0},
                                          {Parameter::peak_end_trough, 0.0}}) {
    build::set_all(scenario, parameter, Distribution::constant(weight));
  }
  AgreementSpec pleased;
  pleased.id = "pleased";
  pleased.experience = true;
  pleased.at_most = false;
  pleased.threshold = .5;
  pleased.after_min = days * day;
  scenario.agreements = {pleased};
  scenario.survey.present = true;
  scenario.survey.memory_weight = 1;
  scenario.survey.asked_after_min = days * day;
  return scenario;
}

class Heard final : public RowSink {
public:
  void add(const JourneyRow& row) override {
    satisfaction += static_cast<double>(row.satisfaction);
  }
  double satisfaction = 0;
};

struct Found {
  double satisfaction, pleased;
};

Found ask(const Scenario& scenario) {
  Heard heard;
  const Tally tally = simulate_flow(build::plan_of(scenario, n_people), 0, 0, &heard);
  return {heard.satisfaction / n_people,
          static_cast<double>(tally.personas[0].agreement_met[0]) / n_people};
}

/// What a last moment that is 3 points better adds.
Found lift(double days, double end_weight = .5) {
  const Found before = ask(five_moments(0, days, end_weight));
  const Found after = ask(five_moments(3, days, end_weight));
  return {after.satisfaction - before.satisfaction, after.pleased - before.pleased};
}

} // namespace

TEST_CASE("Q2: a good end lifts what is said at once, half as much of it after the half-life") {
  for (const double days : {0.0, 7.0, 28.0, 84.0}) {
    const double end = .5 * std::exp2(-days / 28);
    CHECK_THAT(lift(days).satisfaction, WithinAbs(3 * (end + (1 - end) / 5), 2e-4));
  }
}

TEST_CASE("Q2: who remembers well because of the end does so only within the horizon") {
  const double mean_only = lift(0, 0).pleased; // what the last moment does as one of five
  const double error =
      std::sqrt(4 * .25 / static_cast<double>(n_people)); // of a difference, at most
  CHECK(lift(0).pleased - mean_only > 4.5 * error);
  CHECK(lift(7).pleased - mean_only > 4.5 * error);
  CHECK(std::abs(lift(365).pleased - mean_only) < 4.5 * error);
}

TEST_CASE("what a journey is remembered as at its end does not depend on when people are asked") {
  Scenario later = five_moments(3, 90), now = five_moments(3, 0);
  later.survey = now.survey = {};
  later.agreements.clear();
  now.agreements.clear();
  const Tally one = simulate_flow(build::plan_of(later, 500), 0, 0, nullptr);
  const Tally other = simulate_flow(build::plan_of(now, 500), 0, 0, nullptr);
  CHECK(one.personas[0].remembered == other.personas[0].remembered);
}
