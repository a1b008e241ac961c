// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queues.hpp"

#include "tests/unit/sim/engine/build.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <vector>

// T24, T25, T27, T28, T29: the service engine against exact queues. Replications of 8 counted
// weeks; a figure passes within 4.5 standard errors (alpha 7e-6 each), and each is seen to fail on
// a model that is off.
namespace {

using namespace sojourn;

struct Figure {
  double mean = 0, error = 0;
  [[nodiscard]] bool agrees(double truth) const { return std::fabs(mean - truth) < 4.5 * error; }
};

Figure simulate_figure(const Scenario& scenario, int replications,
                       const std::function<double(const Tally&)>& read) {
  const Plan plan = build::plan_of(scenario);
  double sum = 0, squares = 0;
  for (int r = 0; r < replications; ++r) {
    const double value = read(simulate(plan, static_cast<std::uint32_t>(r)));
    sum += value;
    squares += value * value;
  }
  const double mean = sum / replications;
  const double variance = (squares - sum * mean) / (replications - 1);
  return {mean, std::sqrt(variance / replications)};
}

double mean_wait(const Tally& tally) {
  return static_cast<double>(tally.visits[0].wait) / static_cast<double>(tally.visits[0].waits) /
         static_cast<double>(ticks_per_minute);
}

double lost(const Tally& tally) {
  const PersonaTally& all = tally.personas[0];
  return static_cast<double>(all.outcomes[static_cast<std::size_t>(Outcome::lost)]) /
         static_cast<double>(all.finished);
}

Scenario impatient(double per_hour, double service, int servers, const Distribution& patience) {
  Scenario scenario = build::desk(per_hour, Distribution::exponential(service), servers);
  scenario.touchpoints[0].rows.push_back(build::give_up(1));
  scenario.touchpoints[0].patience = patience;
  return scenario;
}

} // namespace

TEST_CASE("T24 M/M/1 and M/M/c waits", "[statistical]") {
  const auto one = [](double service) {
    return simulate_figure(build::desk(48, Distribution::exponential(service), 1), 12, mean_wait);
  };
  CHECK(one(1).agrees(4)); // rho .8
  CHECK_FALSE(one(1.03).agrees(4));
  const auto two = simulate_figure(build::desk(90, Distribution::exponential(1), 2), 8, mean_wait);
  CHECK(two.agrees(9.0 / 7)); // lambda 1.5, mu 1
  const auto three =
      simulate_figure(build::desk(120, Distribution::exponential(1), 3), 8, mean_wait);
  CHECK(three.agrees(4.0 / 9));
}

TEST_CASE("T25 Erlang C at the service desk", "[statistical]") {
  for (const auto& [servers, wait] : {std::pair{12, 2.24694}, {13, 0.95090}, {14, 0.43533}}) {
    const auto figure =
        simulate_figure(build::desk(60, Distribution::exponential(10), servers), 10, mean_wait);
    CHECK(figure.agrees(wait));
    CHECK(figure.error / wait < 0.05);
  }
  const auto wrong =
      simulate_figure(build::desk(60, Distribution::exponential(10.5), 12), 10, mean_wait);
  CHECK_FALSE(wrong.agrees(2.24694));
}

TEST_CASE("T27 Erlang A: patience of five minutes", "[statistical]") {
  const Scenario scenario = impatient(60, 10, 12, Distribution::exponential(5));
  CHECK(simulate_figure(scenario, 8, mean_wait).agrees(0.338108));
  CHECK(simulate_figure(scenario, 8, lost).agrees(0.067622));
  const Scenario three = impatient(60, 10, 10, Distribution::exponential(3));
  CHECK(simulate_figure(three, 8, lost).agrees(0.160391));
  CHECK(simulate_figure(three, 8, mean_wait).agrees(0.481172));
  const Scenario wrong = impatient(60, 10, 12, Distribution::exponential(8));
  CHECK_FALSE(simulate_figure(wrong, 8, lost).agrees(0.067622));
}

TEST_CASE("T28 Erlang B: who finds nobody free leaves at once", "[statistical]") {
  const Scenario scenario = impatient(48, 10, 10, Distribution::constant(0)); // load 8
  CHECK(simulate_figure(scenario, 6, lost).agrees(0.121661));
  const Scenario five = impatient(18, 10, 5, Distribution::constant(0)); // load 3
  CHECK(simulate_figure(five, 6, lost).agrees(0.110054));
  CHECK_FALSE(simulate_figure(five, 6, lost).agrees(0.121661));
}

TEST_CASE("T29 Pollaczek-Khinchine: the spread of the service makes the queue", "[statistical]") {
  const auto wait = [](const Distribution& service) {
    return simulate_figure(build::desk(48, service, 1), 12, mean_wait);
  };
  CHECK(wait(Distribution::constant(1)).agrees(2));
  CHECK(wait(Distribution::gamma(2, 0.5)).agrees(3)); // Erlang-2
  const double sigma = std::sqrt(std::log(1 + 1.44));
  CHECK(wait(Distribution::lognormal(-sigma * sigma / 2, sigma)).agrees(4.88)); // cv 1.2
  CHECK_FALSE(wait(Distribution::gamma(2, 0.5)).agrees(4));
}
