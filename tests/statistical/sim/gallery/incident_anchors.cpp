// SPDX-License-Identifier: Apache-2.0
// Lost time of incidents is concentrated as users of 2022 told it (HappySignals; target T51): 12.6
// % of tickets hold 80 % of it, 68.6 % of tickets 6 %, and a ticket loses 3 h 01 in the mean. Fixed
// seed. The same journey without its suppliers is seen to miss.
#include "sim/engine/engine.hpp"
#include "sim/scenario/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace sojourn;
using Catch::Matchers::WithinAbs;

namespace {

struct Concentration {
  double hours = 0;      // mean lost time of a ticket, while the office is open
  double tickets_80 = 0; // share of tickets that hold 80 % of all lost time
  double low_share = 0;  // of all lost time in the lower 68.6 % of tickets
};

/// From coming to leaving served, hours of the office.
class LostTime : public RowSink {
public:
  explicit LostTime(const Plan& plan) : plan_(&plan) {}
  void add(const JourneyRow& row) override {
    if (row.exit == 0) {
      hours_.push_back(
          static_cast<double>(plan_->clock.elapsed(row.arrival, row.arrival + row.duration)) /
          static_cast<double>(ticks_per_hour));
    }
  }
  [[nodiscard]] Concentration concentration() {
    std::sort(hours_.begin(), hours_.end(), std::greater<>());
    const double n = static_cast<double>(hours_.size());
    const double all = std::accumulate(hours_.begin(), hours_.end(), 0.0);
    Concentration found{all / n, 0, 0};
    double so_far = 0;
    for (std::size_t i = 0; i < hours_.size(); ++i) {
      so_far += hours_[i];
      found.tickets_80 += so_far < 0.8 * all ? 1 / n : 0;
      found.low_share += static_cast<double>(i) >= (1 - 0.686) * n ? hours_[i] / all : 0;
    }
    return found;
  }

private:
  const Plan* plan_;
  std::vector<double> hours_;
};

Concentration lost_time(const std::vector<std::string>& set) {
  const Loaded loaded = load_scenario(SOJOURN_SOURCE_DIR "/scenarios/incident.yaml", {set});
  REQUIRE(loaded.ok());
  const Scenario& scenario = loaded.arms.front().scenario;
  const Plan plan = compile(scenario, scenario, PlanOptions{});
  LostTime rows(plan);
  for (std::uint32_t replication = 0; replication < 12; ++replication) {
    (void)simulate(plan, replication, &rows);
  }
  return rows.concentration();
}

} // namespace

// About 29,000 tickets: by halves of them the shares move by less than half a point.
TEST_CASE("few tickets hold most of the incident's lost time, as published", "[statistical]") {
  const Concentration found = lost_time({});
  CHECK_THAT(found.tickets_80, WithinAbs(0.126, 0.01));
  CHECK_THAT(found.low_share, WithinAbs(0.06, 0.03));
  CHECK_THAT(found.hours, WithinAbs(3.02, 0.5));
}

TEST_CASE("without the supplier's long tail lost time is not concentrated so", "[statistical]") {
  const Concentration found = lost_time({"touchpoints.wait_fix.then.wait_supplier.share=0%"});
  CHECK(found.tickets_80 > 0.2);
  CHECK(found.low_share > 0.12);
}
