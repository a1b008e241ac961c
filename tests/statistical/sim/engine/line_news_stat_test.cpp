// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/listener.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <vector>

// Estimates of the wait against the theory of M/M/c, first come, first served, where nobody leaves.
// A figure passes within 4.5 standard errors over replications (alpha 7e-6 each).
namespace {

using namespace sojourn;
using build::HeardInLine;

/// Load .8 of `servers`, a minute each.
Scenario busy(int servers, LineNews what, double factor = 1) {
  Scenario scenario = build::desk(48 * servers, Distribution::exponential(1), servers);
  scenario.touchpoints[0].announces = build::announcing(what, factor);
  scenario.experiment.warm_up = ticks_per_day;
  scenario.experiment.horizon = 3 * ticks_per_day;
  return scenario;
}

using LineReading = std::function<double(const HeardInLine&)>;

struct ToldFigure {
  double mean = 0, error = 0;
  [[nodiscard]] bool agrees(double truth) const { return std::fabs(mean - truth) < 4.5 * error; }
};

/// Over those who are told something.
ToldFigure figure_of(const Scenario& scenario, const LineReading& read) {
  constexpr int replications = 12;
  const Plan plan = build::plan_of(scenario);
  double sums = 0, squares = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    double sum = 0, n = 0;
    for (const HeardInLine& each : build::overheard_all(plan, r)) {
      sum += each.told < 0 ? 0 : read(each);
      n += each.told < 0 ? 0 : 1;
    }
    sums += sum / n;
    squares += (sum / n) * (sum / n);
  }
  const double mean = sums / replications;
  return {mean, std::sqrt((squares - sums * mean) / (replications - 1) / replications)};
}

double error_of(const HeardInLine& each) { return each.told - each.waited; }
double told_of(const HeardInLine& each) { return each.told; }
double waited_of(const HeardInLine& each) { return each.waited; }

} // namespace

// n + 1 services at rate c mu lie before who finds n waiting, so the estimate is unbiased; who has
// to wait, waits 1 / (c mu - lambda).
TEST_CASE("The length of the line tells the mean wait of M/M/3", "[statistical]") {
  const Scenario scenario = busy(3, LineNews::queue_length);
  CHECK(figure_of(scenario, error_of).agrees(0));
  CHECK(figure_of(scenario, told_of).agrees(1 / .6));
  CHECK(figure_of(scenario, waited_of).agrees(1 / .6));
  CHECK_FALSE(figure_of(busy(3, LineNews::queue_length, 1.1), error_of).agrees(0));
  CHECK_FALSE(figure_of(busy(3, LineNews::last_wait), error_of).agrees(0));
}

// Behind the first in line, who has waited w, come those who arrived since (Poisson, lambda w): the
// wait is (lambda w + 2) / (c mu) on average (Ibrahim & Whitt 2009 M&SOM 11:397).
TEST_CASE("The first in line has waited what theory makes of it in M/M/3", "[statistical]") {
  const auto beyond = [](const HeardInLine& each) {
    return each.waited - (.8 * each.told + 2.0 / 3);
  };
  CHECK(figure_of(busy(3, LineNews::head_wait), beyond).agrees(0));
  CHECK_FALSE(figure_of(busy(3, LineNews::head_wait), error_of).agrees(0));
  CHECK_FALSE(figure_of(busy(3, LineNews::queue_length), beyond).agrees(0));
}

// In M/M/1 the last who began is the one being served, whose wait says nothing of the service: the
// mean over everybody, those served at once too, rho / (mu - lambda), though who hears it waits
// 1 / (mu - lambda).
TEST_CASE("The last wait of M/M/1 is that of everybody", "[statistical]") {
  const ToldFigure told = figure_of(busy(1, LineNews::last_wait), told_of);
  CHECK(told.agrees(4));
  CHECK_FALSE(told.agrees(5));
  CHECK(figure_of(busy(1, LineNews::last_wait), waited_of).agrees(5));
}

// Three minutes announced to people who would give up at .1 per minute, and everybody waits.
TEST_CASE("T21 who was told three minutes gives up faster after them", "[statistical]") {
  Scenario scenario = build::steady_desk(10'000, 1);
  TouchpointSpec& contact = scenario.touchpoints[0];
  contact.patience = Distribution::exponential(10);
  contact.rows.push_back(build::give_up(1));
  contact.announces = build::announcing(LineNews::schedule);
  contact.announces->schedule = {{0, ticks_per_week, 3}};
  std::vector<Arrival> people = {build::comes(0, 0)};
  for (std::uint32_t agent = 1; agent <= 20'000; ++agent) {
    people.push_back(build::comes(agent, 1));
  }
  const auto waiting_after = [&](double overdue, double minutes) {
    build::switch_on(scenario, Parameter::patience_strength, 1);
    build::switch_on(scenario, Parameter::patience_overdue, overdue);
    double waiting = 0;
    for (const HeardInLine& each : build::overheard(scenario, people)) {
      waiting += each.told == 3 && each.waited > minutes ? 1 : 0;
    }
    const double share = waiting / 20'000;
    return ToldFigure{share, std::sqrt(share * (1 - share) / 20'000)};
  };
  CHECK(waiting_after(1.52, 3).agrees(.740818));
  CHECK(waiting_after(1.52, 5).agrees(.541744));
  CHECK(waiting_after(1.52, 7).agrees(.262888));
  CHECK_FALSE(waiting_after(1, 5).agrees(.541744));
  CHECK(waiting_after(1, 5).agrees(.606531));
}
