// SPDX-License-Identifier: Apache-2.0
#include "tests/statistical/sim/engine/queue_figures.hpp"

#include <catch2/catch.hpp>

// Groups of arrivals, and the last served first, against theory.
namespace {

using namespace sojourn;
using namespace sojourn::queue_figures;

Scenario one_desk(double per_minute) {
  return build::desk(60 * per_minute, Distribution::exponential(1), 1);
}

Scenario in_groups(double mean, bool varies) {
  Scenario scenario = one_desk(.6);
  scenario.arrivals.group_mean = mean;
  scenario.arrivals.group_varies = varies;
  return scenario;
}

bool waits(const Scenario& scenario, double expected) {
  const QueueReading wait = [](const Tally& tally) { return wait_of(tally, 0); };
  return simulate_figures(scenario, 8, 4, {wait})[0].agrees(expected);
}

class Squares final : public RowSink {
public:
  void add(const JourneyRow& row) override {
    const double minutes =
        static_cast<double>(row.duration) / static_cast<double>(ticks_per_minute);
    sum_ += minutes * minutes;
    n_ += 1;
  }
  [[nodiscard]] double mean() const { return sum_ / n_; }

private:
  double sum_ = 0, n_ = 0;
};

/// Whether the mean square of the time at the desk is as expected, in minutes.
bool mean_square(QueueOrder order, double expected) {
  Scenario scenario = one_desk(.5);
  scenario.resources[0].queue = order;
  scenario.experiment.horizon = 5 * ticks_per_week;
  const Plan plan = build::plan_of(scenario);
  constexpr int replications = 8;
  double sum = 0, squares = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    Squares rows;
    (void)simulate(plan, r, &rows);
    sum += rows.mean();
    squares += rows.mean() * rows.mean();
  }
  const double mean = sum / replications;
  const double variance = (squares - sum * mean) / (replications - 1);
  return QueueFigure{mean, std::sqrt(variance / replications)}.agrees(expected);
}

} // namespace

// M^X/M/1, rho .6, mu 1: L = rho (1 + E[X^2] / E[X]) / (2 (1 - rho)), W = L / .6 - 1. Groups of
// exactly two: L 2.25; geometric of mean two: E[X^2] = 6, L 3.
TEST_CASE("Whoever comes in groups waits for their own people too", "[statistical]") {
  CHECK(waits(in_groups(1, false), 1.5));
  CHECK(waits(in_groups(2, false), 2.75));
  CHECK(waits(in_groups(2, true), 4));
  CHECK_FALSE(waits(in_groups(2, true), 2.75));
}

// M/M/1, rho .5, mu 1. First come: E[W^2] = 2 rho / (1 - rho)^2 = 4; last come: 4 / (1 - rho) = 8
// (Takacs 1963). With the service, independent of the wait: + 2 E[W] + 2, E[W] = 1 in both.
TEST_CASE("The last served first wait as long in the mean, with twice the square",
          "[statistical]") {
  CHECK(mean_square(QueueOrder::first_come, 8));
  CHECK(mean_square(QueueOrder::last_come, 12));
  CHECK_FALSE(mean_square(QueueOrder::first_come, 12));
}
