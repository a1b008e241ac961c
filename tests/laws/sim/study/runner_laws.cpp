// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/fake_engine.hpp"

#include "output/store/content_hash.hpp"
#include "sim/study/compare.hpp"

#include <catch2/catch.hpp>

#include <cstring>

using namespace sojourn;

namespace {

output::ResultData result(const fake::Study& study, const RunOptions& options, Executor& executor) {
  return result_of(study.input, study.runnable, run_arms(study.runnable, options, executor));
}

std::string hash(const fake::Study& study, const RunOptions& options, Executor& executor) {
  return output::content_hash(result(study, options, executor));
}

std::unique_ptr<Executor> serial() { return make_executor(ExecutorKind::serial, 1); }

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

const output::Estimate& find(const output::ResultData& data, const std::string& arm,
                             bool difference, const std::string& measure, int group) {
  for (const output::Estimate& one : data.estimates) {
    if (data.arms[static_cast<std::size_t>(one.arm)].id == arm && (one.versus >= 0) == difference &&
        one.group == group && data.measures[static_cast<std::size_t>(one.measure)].id == measure) {
      return one;
    }
  }
  FAIL("no estimate of " << measure << " in " << arm);
  return data.estimates.front();
}

void check_same(const output::Estimate& a, const output::Estimate& b) {
  CHECK(same_bits(a.estimate, b.estimate));
  CHECK(same_bits(a.lower, b.lower));
  CHECK(same_bits(a.upper, b.upper));
  CHECK(same_bits(a.p, b.p));
}

} // namespace

TEST_CASE("neither executor, threads nor the order of units can be seen in a result") {
  const fake::Study study = fake::study({0, 0.25F, -0.5F});
  RunOptions options = fake::options(40);
  options.sampled_people = 200;
  const std::string expected = hash(study, options, *serial());
  for (const ExecutorKind kind : {ExecutorKind::serial, ExecutorKind::threads, ExecutorKind::tbb}) {
    for (const int threads : {1, 2, 4, 8}) {
      for (const unsigned shuffle : {0U, 11U}) {
        CHECK(hash(study, options, *make_executor(kind, threads, shuffle)) == expected);
      }
    }
  }
  options.engine.simulate_chunk = [](const Plan& plan, std::uint32_t replication, std::size_t chunk,
                                     RowSink* rows, const Interrupt&) {
    return fake::simulate(plan, replication + 1, chunk, rows); // another luck must show
  };
  CHECK(hash(study, options, *serial()) != expected);
}

TEST_CASE("identical arms differ by exactly 0, run once or run twice") {
  for (const bool run_twice : {false, true}) {
    fake::Study study = fake::study({0.1F, 0.1F});
    if (run_twice) {
      study.runnable.twin[1] = 1;
    }
    const output::ResultData data = result(study, fake::options(30), *serial());
    for (const output::Estimate& one : data.estimates) {
      if (one.versus == 0 && one.replications > 0) {
        CHECK(one.estimate == 0);
        CHECK(one.p == 1);
        CHECK((run_twice ? one.note == "fewer than 3 in 30 replications differ" : one.upper == 0));
      }
    }
  }
}

TEST_CASE("an arm more changes no other number") {
  const auto two = result(fake::study({0, 0.25F}), fake::options(30), *serial());
  const auto three = result(fake::study({0, 0.25F, 0.5F}), fake::options(30), *serial());
  for (const output::Estimate& one : two.estimates) {
    const std::string& arm = two.arms[static_cast<std::size_t>(one.arm)].id;
    const std::string& measure = two.measures[static_cast<std::size_t>(one.measure)].id;
    check_same(one, find(three, arm, one.versus >= 0, measure, one.group));
  }
  CHECK(std::equal(two.map.flow.begin(), two.map.flow.end(), three.map.flow.begin()));
}

TEST_CASE("an arm more changes no row of the arms that were there") {
  RunOptions options = fake::options(30);
  options.sampled_people = 100;
  const auto two = result(fake::study({0, 0.25F}), options, *serial()).journeys;
  const auto three = result(fake::study({0, 0.25F, 0.5F}), options, *serial()).journeys;
  REQUIRE(two.agent.size() == 200);
  CHECK(three.agent.size() == 300);
  CHECK(std::equal(two.agent.begin(), two.agent.end(), three.agent.begin()));
  CHECK(std::equal(two.remembered.begin(), two.remembered.end(), three.remembered.begin()));
  for (std::size_t i = 0; i < 100; ++i) { // the same people in both arms
    CHECK(two.agent[i] == two.agent[i + 100]);
    CHECK(two.replication[i] == two.replication[i + 100]);
  }
}

TEST_CASE("a measure less changes no other number") {
  fake::Study study = fake::study({0, 0.25F});
  const auto all = result(study, fake::options(30), *serial());
  study.runnable.measures.erase(study.runnable.measures.begin() + 1);
  const auto fewer = result(study, fake::options(30), *serial());
  for (const output::Estimate& one : fewer.estimates) {
    const std::string& arm = fewer.arms[static_cast<std::size_t>(one.arm)].id;
    const std::string& measure = fewer.measures[static_cast<std::size_t>(one.measure)].id;
    check_same(one, find(all, arm, one.versus >= 0, measure, one.group));
  }
}

TEST_CASE("the flow adds up: what enters a touchpoint leaves it, per 100 journeys") {
  const auto data = result(fake::study({0}), fake::options(20), *serial());
  const std::size_t n = 2, columns = 5;
  for (std::size_t group = 0; group < 3; ++group) {
    const double* flow = data.map.flow.data() + group * (n + 1) * columns;
    double started = 0;
    double ended = 0;
    for (std::size_t to = 0; to < columns; ++to) {
      started += flow[n * columns + to];
      for (std::size_t from = 0; from <= n && to >= n; ++from) {
        ended += flow[from * columns + to];
      }
    }
    CHECK(std::abs(started - 100) < 1e-9);
    CHECK(std::abs(ended - 100) < 1e-9);
    for (std::size_t at = 0; at < n; ++at) {
      double in = 0;
      double out = 0;
      for (std::size_t from = 0; from <= n; ++from) {
        in += flow[from * columns + at];
      }
      for (std::size_t to = 0; to < columns; ++to) {
        out += flow[at * columns + to];
      }
      CHECK(std::abs(in - out) < 1e-9);
      CHECK(std::abs(in - data.map.visits[group * n + at]) < 1e-9);
    }
  }
}
