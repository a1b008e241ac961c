// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queue_variants.hpp"
#include "tests/statistical/sim/engine/queue_figures.hpp"
#include "tests/unit/sim/engine/together.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

// M/M/c/K by a finite room and by people who look at the line first (T28).
namespace {

using namespace sojourn;
using namespace sojourn::queue_figures;

Scenario bounded_desk(double per_hour, double service, int servers, int room) {
  return build::with_room(build::desk(per_hour, Distribution::exponential(service), servers), room);
}

std::vector<QueueFigure> figures_of(const Scenario& scenario, int weeks) {
  return simulate_figures(scenario, 10, weeks, {lost, server_wait});
}

} // namespace

TEST_CASE("T28 M/M/1/5: who finds the room full is lost", "[statistical]") {
  const double expected = lost_share(.9, 5);
  CHECK(std::fabs(expected - .126023) < 1e-6);
  const auto five = figures_of(bounded_desk(54, 1, 1, 4), 2);
  CHECK(five[0].agrees(expected));
  CHECK(five[1].agrees(finite_queue(.9, 1, 1, 5).mean_wait));
  const auto six = figures_of(bounded_desk(54, 1, 1, 5), 2);
  CHECK_FALSE(six[0].agrees(expected));
  CHECK_FALSE(six[1].agrees(finite_queue(.9, 1, 1, 5).mean_wait));
}

TEST_CASE("T28 M/M/3/8", "[statistical]") {
  const FiniteQueue expected = finite_queue(3, 1, 3, 8);
  const auto eight = figures_of(bounded_desk(180, 1, 3, 5), 1);
  CHECK(eight[0].agrees(expected.p_lost));
  CHECK(eight[1].agrees(expected.mean_wait));
}

TEST_CASE("T28 Erlang B: where nobody may wait", "[statistical]") {
  CHECK(figures_of(bounded_desk(48, 10, 10, 0), 2)[0].agrees(erlang_b(10, 8))); // load 8
  CHECK_FALSE(figures_of(bounded_desk(48, 10, 10, 1), 2)[0].agrees(erlang_b(10, 8)));
}

TEST_CASE("Who does not join more than three makes the same line as a room of four",
          "[statistical]") {
  Scenario scenario = build::desk(54, Distribution::exponential(1), 1);
  scenario.touchpoints[0].rows.push_back(build::balk(1, 3));
  CHECK(figures_of(scenario, 2)[0].agrees(lost_share(.9, 5)));
}

TEST_CASE("Who is turned away tries again: the retrial queue M/M/2", "[statistical]") {
  Scenario scenario = build::desk(90, Distribution::exponential(1), 2);
  TouchpointSpec again = build::touchpoint("again", Distribution::exponential(2));
  again.rows = {build::to(0, 1)};
  scenario.touchpoints.push_back(again);
  scenario.resources[0].room = 0;
  RowSpec retry = build::turned_away(1);
  retry.to_exit = false;
  scenario.touchpoints[0].rows.push_back(retry);
  const QueueReading orbit = [](const Tally& tally) { // Little: 1.5 a minute, 2 minutes each time
    return 1.5 * 2 * static_cast<double>(tally.visits[1].visits) /
           static_cast<double>(tally.personas[0].journeys);
  };
  const QueueFigure found = simulate_figures(scenario, 6, 1, {orbit})[0];
  CHECK(found.agrees(retrial_queue(1.5, 1, 2, .5, 400).mean_orbit));
  CHECK_FALSE(found.agrees(retrial_queue(1.5, 1, 2, 1, 400).mean_orbit));
}
