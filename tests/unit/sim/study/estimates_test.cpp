// SPDX-License-Identifier: Apache-2.0
#include "sim/study/estimates.hpp"
#include "tests/unit/sim/study/fake_engine.hpp"

#include "output/stats/estimate.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace sojourn;
using Catch::Matchers::WithinRel;

namespace {

struct Estimated {
  fake::Study study;
  RunRecord record;
  std::vector<output::Estimate> estimates;
};

Estimated estimated(const std::vector<float>& shifts, int replications) {
  Estimated all{fake::study(shifts), {}, {}};
  const auto executor = make_executor(ExecutorKind::serial, 1);
  all.record = run_arms(all.study.runnable, fake::options(replications), *executor);
  all.estimates = estimates_of(all.study.runnable, all.record);
  return all;
}

std::size_t measure(const Estimated& all, std::string_view id) {
  return find_measure(all.study.runnable.measures, id).value();
}

const output::Estimate& find(const Estimated& all, int arm, int versus, std::string_view id,
                             int group = 0) {
  for (const output::Estimate& one : all.estimates) {
    if (one.arm == arm && one.versus == versus && one.group == group &&
        one.measure == static_cast<int>(measure(all, id))) {
      return one;
    }
  }
  FAIL("no such estimate");
  return all.estimates.front();
}

} // namespace

TEST_CASE("a mean's level is the t interval over replications") {
  const Estimated all = estimated({0, 0.25F}, 30);
  const auto expected =
      output::mean_interval(all.record.values(1, measure(all, "remembered_experience"), 0));
  const output::Estimate& level = find(all, 1, -1, "remembered_experience");
  CHECK(level.estimate == expected.estimate);
  CHECK(level.lower == expected.lower);
  CHECK(level.replications == 30);
}

TEST_CASE("a share's level is Wilson's interval with the design effect") {
  const Estimated all = estimated({0}, 30);
  const output::Estimate& served = find(all, 0, -1, "served");
  double kept = 0;
  double of = 0;
  for (std::size_t r = 0; r < 30; ++r) {
    kept += all.record.ratio(0, r, measure(all, "served"), 0).numerator;
    of += all.record.ratio(0, r, measure(all, "served"), 0).denominator;
  }
  CHECK_THAT(served.estimate, WithinRel(kept / of, 1e-12));
  const auto independent = output::wilson(kept, of);
  CHECK(served.upper - served.lower >= independent.upper - independent.lower);
  CHECK((served.lower > 0 && served.upper < 1));
}

TEST_CASE("a shift that everybody feels is found as it is, by everyone and by persona") {
  const Estimated all = estimated({0, 0.25F}, 30);
  for (int group = 0; group < 3; ++group) {
    const output::Estimate& change = find(all, 1, 0, "remembered_experience", group);
    CHECK_THAT(change.estimate, WithinRel(0.25, 1e-6));
    CHECK(change.p < 1e-6);
  }
  // independent luck would leave this interval about a thousand times wider
  const output::Estimate& change = find(all, 1, 0, "remembered_experience");
  CHECK(change.upper - change.lower < 1e-3);
  CHECK(find(all, 1, -1, "remembered_experience").upper -
            find(all, 1, -1, "remembered_experience").lower >
        0.02);
}

TEST_CASE("Holm's family is one measure for everyone, and apart from it by persona") {
  const Estimated all = estimated({0, 0.25F, 0.5F, -0.125F}, 12);
  for (const output::Estimate& one : all.estimates) {
    if (one.versus < 0) {
      CHECK(one.family == 0);
      CHECK(std::isnan(one.p_holm));
    } else if (!std::isnan(one.p)) {
      CHECK(one.family == (one.group == 0 ? 3 : 6));
      CHECK(one.p_holm >= one.p);
    }
  }
}

TEST_CASE("one replication gives numbers but no interval") {
  fake::Study study = fake::study({0, 0.25F});
  const auto executor = make_executor(ExecutorKind::serial, 1);
  RunRecord record = run_arms(study.runnable, fake::options(2), *executor);
  record.replications = 1;
  for (const output::Estimate& one : estimates_of(study.runnable, record)) {
    CHECK(std::isnan(one.lower));
    CHECK(std::isnan(one.upper));
    CHECK(!one.note.empty());
  }
}
