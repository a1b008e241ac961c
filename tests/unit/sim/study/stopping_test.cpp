// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/fake_engine.hpp"

#include "output/stats/estimate.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;

namespace {

RunRecord run_until(const fake::Study& study, double half_width, int at_most,
                    std::vector<Progress>* seen = nullptr) {
  RunOptions options = fake::options(30);
  options.at_most = at_most;
  options.until = {{"remembered_experience", half_width}};
  if (seen != nullptr) {
    options.progress = [seen](const Progress& progress) { seen->push_back(progress); };
  }
  const auto executor = make_executor(ExecutorKind::serial, 1);
  return run_arms(study.runnable, options, *executor);
}

} // namespace

TEST_CASE("a run stops once every arm is known well enough, one block confirmed") {
  const fake::Study study = fake::study({0, 0.25F});
  const RunRecord easy = run_until(study, 1, 400);
  CHECK(easy.replications == 40);
  CHECK(easy.stop_reason == "40 replications: remembered_experience within ±1 affect in every arm");
  const RunRecord hard = run_until(study, 0.022, 400);
  CHECK(hard.replications > 40);
  CHECK(hard.replications < 400);
  for (std::size_t arm = 0; arm < 2; ++arm) {
    CHECK(output::mean_interval(hard.values(arm, 0, 0)).half_width() <= 0.022);
  }
}

TEST_CASE("a run that cannot get there stops at the most and says what is missing") {
  const RunRecord record = run_until(fake::study({0}), 1e-6, 50);
  CHECK(record.replications == 50);
  CHECK(record.cause == StopCause::finished);
  CHECK(record.stop_reason.starts_with("50 replications, the most allowed: remembered_experience"));
}

TEST_CASE("progress says how precise the run is once it knows") {
  std::vector<Progress> seen;
  (void)run_until(fake::study({0, 0.25F}), 0.022, 400, &seen);
  REQUIRE(!seen.empty());
  CHECK(seen.front().words.empty());
  CHECK(seen.back().words.starts_with("remembered_experience ±0.0"));
  CHECK(seen.back().words.ends_with("of ±0.022 affect"));
  for (std::size_t i = 1; i < seen.size(); ++i) {
    CHECK(seen[i].runs_done > seen[i - 1].runs_done);
  }
}

TEST_CASE("an aim that is no measure is refused with what there is") {
  RunOptions options = fake::options(30);
  options.until = {{"cost", 1}};
  const auto executor = make_executor(ExecutorKind::serial, 1);
  CHECK_THROWS_WITH(
      run_arms(fake::study({0}).runnable, options, *executor),
      "experiment.replications.until names \"cost\", which is no measure of this scenario; there "
      "are: remembered_experience, experienced, served, gave_up, time_in_system, value, "
      "value_realised, visits, censored");
}

TEST_CASE("how a scenario wants to be run") {
  Scenario scenario;
  scenario.experiment.replications_at_least = 30;
  scenario.experiment.replications_at_most = 400;
  CHECK(settings_of(scenario).at_most == 30); // nothing to stop for
  scenario.experiment.until = {{"served", 0.02}};
  CHECK(settings_of(scenario).at_most == 400);
  CHECK(settings_of(scenario, 12).at_least == 12);
  CHECK(settings_of(scenario, 12).at_most == 12);
  CHECK(settings_of(scenario, 12).until.empty());
}
