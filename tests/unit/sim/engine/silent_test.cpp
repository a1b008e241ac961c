// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/flow.hpp"
#include "sim/engine/service.hpp"
#include "sim/study/measures.hpp"
#include "tests/unit/sim/engine/one_person.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

// Those who lose patience and leave without a word: gone all the same, but no case of an SLA.
namespace {

using namespace sojourn;
using namespace sojourn::build;

class Leavers final : public RowSink {
public:
  void add(const JourneyRow& row) override { rows.push_back(row); }
  std::vector<JourneyRow> rows;
};

/// Work takes 30 min, patience lasts 10: everybody gives up. One SLA and one XLA on the wait.
Scenario impatient(double silent, double patience = 10) {
  Scenario scenario = alone(always_open(), false);
  TouchpointSpec wait = behind("wait", 30);
  wait.patience = Distribution::constant(patience);
  wait.rows = {leave(0, 1), give_up(1)};
  wait.rows[1].silent = silent;
  scenario.touchpoints = {wait};
  AgreementSpec sla;
  sla.id = "answered";
  sla.measure = AgreementMeasure::wait_at;
  sla.from = 0;
  sla.threshold = 60;
  AgreementSpec xla = sla;
  xla.id = "answered_as_felt";
  xla.experience = true;
  scenario.agreements = {sla, xla};
  return scenario;
}

Tally tally_of(const Scenario& scenario, std::int64_t journeys) {
  return simulate_flow(plan_of(scenario, journeys), 0, 0, nullptr);
}

} // namespace

TEST_CASE(
    "Who leaves without a word has given up, is counted as silent, and is no case of an SLA") {
  const JourneyTrace silent = live(impatient(1), 0);
  CHECK(silent.visits.at(0).gave_up);
  CHECK(silent.visits.at(0).silent);
  CHECK(silent.row.silent);
  CHECK(silent.row.exit == 1);
  CHECK(silent.row.agreement_of == 0b10); // the XLA alone
  CHECK(silent.row.agreement_met == 0);
  const JourneyTrace heard = live(impatient(0), 0);
  CHECK_FALSE(heard.row.silent);
  CHECK(heard.row.agreement_of == 0b11);
  JourneyRow same = heard.row; // nothing else differs
  same.silent = true;
  same.agreement_of = 0b10;
  CHECK(silent.row == same);
}

TEST_CASE("Nobody is silent who is served") {
  const JourneyTrace served = live(impatient(1, 45), 0);
  CHECK_FALSE(served.row.silent);
  CHECK(served.row.exit == 0);
  CHECK(served.row.agreement_of == 0b11);
}

TEST_CASE("The silent share of those who give up is the written one") {
  const std::int64_t n = 10'000;
  const Tally tally = tally_of(impatient(.4), n);
  const double share = static_cast<double>(tally.personas[0].silent) / static_cast<double>(n);
  const double error = std::sqrt(.4 * .6 / static_cast<double>(n));
  CHECK(std::abs(share - .4) < 4.5 * error);
  CHECK(std::abs(share - .45) > 4.5 * error); // seen to fail on another share
  CHECK(tally.personas[0].agreement_of[0] == n - tally.personas[0].silent);
  CHECK(tally.personas[0].agreement_of[1] == n);
}

TEST_CASE("Silence is the same on both engines") {
  const Plan plan = plan_of(impatient(.4), 500);
  Leavers rows;
  (void)simulate_flow(plan, 1, 0, &rows);
  for (const JourneyRow& row : rows.rows) {
    REQUIRE(trace_journey(plan, 1, row.agent).row == row);
  }
}

TEST_CASE("Left without a word is a measure only where somebody can") {
  const auto measures = [](double silent) {
    return measures_of({ArmSpec{"baseline", "", "", {}, impatient(silent)}});
  };
  CHECK_FALSE(find_measure(measures(0), "left_silently"));
  REQUIRE(find_measure(measures(.4), "left_silently"));
  const std::vector<Measure> all = measures(1);
  const Tally tally = tally_of(impatient(1), 100);
  const Ratio ratio = read(all[*find_measure(all, "left_silently")], tally, tally.personas[0], true,
                           books_of(impatient(1)));
  CHECK(ratio.value() == 1);
}
