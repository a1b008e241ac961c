// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/engine/build.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <vector>

// The incident chain of T32, T33 and T44 on the flow engine. Mechanisms off: the simulation is the
// bare chain, whose exact values stand on the right.
namespace {

using namespace sojourn;
using build::leave;
using build::to;

enum Place { detect, contact, triage, second_wait, second_fix, inform, confirm, survey };

Scenario incident_chain(double rework) {
  Scenario scenario;
  scenario.calendars = {build::always_open()};
  scenario.personas = {build::somebody()};
  scenario.exits = {build::way_out("done", Outcome::served),
                    build::way_out("abandon", Outcome::lost)};
  const double sigma = std::sqrt(std::log(1 + 1.44));
  const std::array<Distribution, 8> dwell = {
      Distribution::exponential(2),
      Distribution::exponential(1),
      Distribution::lognormal(std::log(8.0) - sigma * sigma / 2, sigma),
      Distribution::exponential(90),
      Distribution::exponential(30),
      Distribution::constant(5),
      Distribution::constant(3),
      Distribution::constant(1)};
  const std::array<const char*, 8> names = {"detect",     "contact", "triage",  "second_wait",
                                            "second_fix", "inform",  "confirm", "survey"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    scenario.touchpoints.push_back(build::touchpoint(names[i], dwell[i]));
  }
  auto& at = scenario.touchpoints;
  at[detect].rows = {to(contact, 1)};
  at[contact].rows = {to(triage, .93), leave(1, .07)};
  at[triage].rows = {to(inform, .72), to(second_wait, .28)};
  at[second_wait].rows = {to(second_fix, .97), leave(1, .03)};
  at[second_fix].rows = {to(inform, 1 - rework), to(second_wait, rework)};
  at[inform].rows = {to(confirm, 1)};
  at[confirm].rows = {to(survey, .92), to(second_wait, .08)};
  at[survey].rows = {leave(0, 1)};
  scenario.arrivals.start_at = {{detect, 1.0}};
  return scenario;
}

struct Sample {
  double n = 0, sum = 0, squares = 0;
  void add(double x) {
    ++n;
    sum += x;
    squares += x * x;
  }
  [[nodiscard]] double mean() const { return sum / n; }
  [[nodiscard]] double variance() const { return (squares - sum * sum / n) / (n - 1); }
  [[nodiscard]] bool agrees(double truth) const {
    return std::fabs(mean() - truth) < 4.5 * std::sqrt(variance() / n);
  }
};

class Collect final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

std::vector<JourneyRow> journeys(double rework, std::int64_t n, std::uint64_t seed = 1,
                                 std::uint32_t replication = 0) {
  Scenario scenario = incident_chain(rework);
  scenario.experiment.seed_value = seed;
  Collect sink;
  (void)simulate(build::plan_of(scenario, n), replication, &sink);
  return sink.rows;
}

double minutes(const JourneyRow& row) {
  return static_cast<double>(row.duration) / static_cast<double>(ticks_per_minute);
}

} // namespace

TEST_CASE("T32 T33 the flow engine is the bare chain with mechanisms off", "[statistical]") {
  const auto check = [](double rework) {
    Sample time, abandon, steps;
    for (const JourneyRow& row : journeys(rework, 1'000'000)) {
      time.add(minutes(row));
      abandon.add(row.exit == 1 ? 1 : 0);
      steps.add(row.n_visits);
    }
    return std::array<bool, 3>{time.agrees(66.762438887), abandon.agrees(0.081944911),
                               steps.agrees(6.628209501)};
  };
  CHECK(check(0.15) == std::array<bool, 3>{true, true, true});
  CHECK(check(0.18) != std::array<bool, 3>{true, true, true}); // a wrong model is seen
}

TEST_CASE("T32 expected visits of every touchpoint", "[statistical]") {
  const std::array<double, 8> exact = {1,          1,          .93,        .398163695,
                                       .386218784, .997885966, .997885966, .918055089};
  const std::int64_t n = 400'000;
  const Tally tally = simulate(build::plan_of(incident_chain(0.15), n), 0);
  for (std::size_t i = 0; i < exact.size(); ++i) {
    const double visits = static_cast<double>(tally.visits[i].visits) / static_cast<double>(n);
    CHECK(std::fabs(visits - exact[i]) < 4.5 * std::sqrt(0.6 / static_cast<double>(n)));
  }
}

TEST_CASE("T44 addressed luck makes the difference of two designs precise", "[statistical]") {
  const std::int64_t n = 20'000;
  const std::vector<JourneyRow> base = journeys(0.15, n);
  const auto ratio = [&](double rework) {
    const auto same = journeys(rework, n);
    const auto other = journeys(rework, n, 2);
    Sample paired, independent;
    for (std::size_t i = 0; i < base.size(); ++i) {
      paired.add(minutes(same[i]) - minutes(base[i]));
      independent.add(minutes(other[i]) - minutes(base[i]));
    }
    const double found = independent.variance() / paired.variance();
    std::printf("variance independent/addressed, rework .15 -> %.2f: %.1f\n", rework, found);
    return found;
  };
  CHECK(ratio(0.05) > 8);
  CHECK(ratio(0.14) > 8);
  CHECK(ratio(0.00) > 8);
  // The same seed without addresses (here: with other agents) gains nothing.
  Sample shifted, independent;
  const auto same = journeys(0.05, n);
  const auto other = journeys(0.05, n, 2);
  for (std::size_t i = 0; i < base.size(); ++i) {
    shifted.add(minutes(same[(i + 1) % base.size()]) - minutes(base[i]));
    independent.add(minutes(other[i]) - minutes(base[i]));
  }
  CHECK(independent.variance() / shifted.variance() < 1.2);
}
