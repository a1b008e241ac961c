// SPDX-License-Identifier: Apache-2.0
#include "output/store/content_hash.hpp"
#include "sim/scenario/load.hpp"
#include "sim/study/compare.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <string>

// One content hash of the incident journey whatever runs it, and the one that was approved.
// SOJOURN_APPROVE=1 writes what comes out now: do it when a change of numbers was meant.

using namespace sojourn;

namespace {

const std::string approved_path = SOJOURN_SOURCE_DIR "/tests/golden/sim/study/incident.sha256";

struct Incident {
  StudyInput input;
  StudyOptions options;
  Runnable runnable;
};

Incident incident() {
  const Loaded loaded = load_scenario(SOJOURN_SOURCE_DIR "/scenarios/incident.yaml");
  REQUIRE(loaded.ok());
  Incident incident{{loaded.arms, "incident.yaml", loaded.text, loaded.parameters}, {}, {}};
  incident.options.run = settings_of(loaded.arms.front().scenario, 2);
  incident.options.run.sampled_people = 500;
  incident.runnable = prepare(incident.input, incident.options);
  return incident;
}

std::string hash_on(const Incident& incident, Executor& executor) {
  const RunRecord record = run_arms(incident.runnable, incident.options.run, executor);
  return output::content_hash(result_of(incident.input, incident.runnable, record));
}

std::string approved_hash() {
  std::ifstream file(approved_path);
  std::string hash;
  file >> hash;
  return hash;
}

} // namespace

TEST_CASE("the incident journey has the approved content hash") {
  const Incident study = incident();
  const std::string hash = hash_on(study, *make_executor(ExecutorKind::serial, 1));
  if (const char* approve = std::getenv("SOJOURN_APPROVE"); approve != nullptr && *approve == '1') {
    std::ofstream(approved_path) << hash << "\n";
  }
  INFO("SOJOURN_APPROVE=1 approves what comes out now");
  CHECK(hash == approved_hash());
}

TEST_CASE("threads, executors and the order of replications leave one content hash") {
  const Incident study = incident();
  const std::string expected = hash_on(study, *make_executor(ExecutorKind::serial, 1));
  for (const ExecutorKind kind : {ExecutorKind::serial, ExecutorKind::threads, ExecutorKind::tbb}) {
    for (const int threads : {1, 2, 4, 8}) {
      for (const unsigned shuffle : {0U, 5U}) {
        if (kind != ExecutorKind::serial || threads == 1) {
          CHECK(hash_on(study, *make_executor(kind, threads, shuffle)) == expected);
        }
      }
    }
  }
}

TEST_CASE("a content hash can differ: another seed, another hash") {
  Incident study = incident();
  const std::string first = hash_on(study, *make_executor(ExecutorKind::serial, 1));
  for (Plan& plan : study.runnable.plans) {
    plan.seed += 1;
  }
  CHECK(hash_on(study, *make_executor(ExecutorKind::serial, 1)) != first);
}
