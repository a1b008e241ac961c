// SPDX-License-Identifier: Apache-2.0
#include "output/store/content_hash.hpp"
#include "tests/unit/sim/study/fake_engine.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace sojourn;

namespace {

/// Asks to stop once `n` units are done.
RunOptions stopping_after(int n, int replications, std::atomic<int>& signal,
                          std::atomic<int>& done) {
  RunOptions options = fake::options(replications);
  options.sampled_people = 60;
  options.stop.signal = &signal;
  options.engine.simulate_chunk = [&signal, &done, n](const Plan& plan, std::uint32_t replication,
                                                      std::size_t chunk, RowSink* rows,
                                                      const Interrupt&) {
    if (++done == n) {
      signal = 2;
    }
    return fake::simulate(plan, replication, chunk, rows);
  };
  return options;
}

std::string values_hash(output::ResultData data) {
  data.complete = true; // what differs by design
  data.stop_reason.clear();
  data.warnings.clear();
  return output::content_hash(data);
}

} // namespace

TEST_CASE("a stopped run equals the first replications of the whole one") {
  const fake::Study study = fake::study({0, 0.25F});
  for (const int units : {7, 40, 61, 100, 179}) {
    std::atomic<int> signal{0};
    std::atomic<int> done{0};
    const auto executor = make_executor(ExecutorKind::threads, 4);
    const RunRecord stopped =
        run_arms(study.runnable, stopping_after(units, 30, signal, done), *executor);
    CHECK(stopped.cause == StopCause::signal);
    INFO(units << " units gave " << stopped.replications << " replications");
    CHECK(stopped.replications <= (units + 4) / 6 + 1);
    CHECK(stopped.replications >= (units - 4) / 6 - 4);
    if (stopped.replications < 2) {
      continue;
    }
    RunOptions options = fake::options(stopped.replications);
    options.sampled_people = 60;
    const RunRecord whole = run_arms(study.runnable, options, *executor);
    CHECK(values_hash(result_of(study.input, study.runnable, stopped)) ==
          values_hash(result_of(study.input, study.runnable, whole)));
  }
}

TEST_CASE("a stopped result says so") {
  const fake::Study study = fake::study({0, 0.25F});
  std::atomic<int> signal{0};
  std::atomic<int> done{0};
  const auto executor = make_executor(ExecutorKind::serial, 1);
  const RunRecord record =
      run_arms(study.runnable, stopping_after(6 * 12, 30, signal, done), *executor);
  REQUIRE(record.replications == 12);
  const output::ResultData data = result_of(study.input, study.runnable, record);
  CHECK(!data.complete);
  CHECK(data.stop_reason == "stopped by a signal after 12 replications; holds these only");
  CHECK(data.warnings.at(data.warnings.size() - 2) == "incomplete: " + data.stop_reason);
}

TEST_CASE("a deadline in the past keeps nothing and says which limit it was") {
  const fake::Study study = fake::study({0});
  RunOptions options = fake::options(30);
  options.stop.deadline = std::chrono::steady_clock::now();
  const auto executor = make_executor(ExecutorKind::serial, 1);
  const RunRecord record = run_arms(study.runnable, options, *executor);
  CHECK(record.replications == 0);
  CHECK(record.cause == StopCause::time_limit);
}

TEST_CASE("an engine that fails fails the run") {
  const fake::Study study = fake::study({0});
  RunOptions options = fake::options(30);
  options.engine.simulate_chunk = [](const Plan&, std::uint32_t replication, std::size_t, RowSink*,
                                     const Interrupt&) -> Tally {
    if (replication == 3) {
      throw std::runtime_error("out of chairs");
    }
    return fake::simulate(fake::plan(), replication, 0, nullptr);
  };
  for (const ExecutorKind kind : {ExecutorKind::serial, ExecutorKind::threads, ExecutorKind::tbb}) {
    CHECK_THROWS_WITH(run_arms(study.runnable, options, *make_executor(kind, 4)), "out of chairs");
  }
}

TEST_CASE("a replication that is interrupted half-way is dropped, those before it stay") {
  const fake::Study study = fake::study({0, 0.1F});
  RunOptions options = fake::options(30);
  const RunRecord whole =
      run_arms(study.runnable, fake::options(2), *make_executor(ExecutorKind::serial, 1));
  std::atomic<int> signal{0};
  options.stop.signal = &signal;
  int given_up = 0;
  options.engine.simulate_chunk = [&](const Plan& plan, std::uint32_t replication,
                                      std::size_t chunk, RowSink* rows,
                                      const Interrupt& interrupt) -> Tally {
    CHECK_FALSE(interrupt());
    if (replication == 2 && chunk == 1) {
      signal = 2; // while it is at work
      if (interrupt()) {
        ++given_up;
        throw Interrupted{};
      }
    }
    return fake::simulate(plan, replication, chunk, rows);
  };
  const RunRecord record =
      run_arms(study.runnable, options, *make_executor(ExecutorKind::serial, 1));
  CHECK(given_up == 1);
  CHECK(record.cause == StopCause::signal);
  REQUIRE(record.replications == 2);
  for (std::size_t arm = 0; arm < 2; ++arm) {
    CHECK(record.arms[arm].pooled == whole.arms[arm].pooled);
  }
}
