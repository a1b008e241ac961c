// SPDX-License-Identifier: Apache-2.0
#include "sim/study/sampling.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;

namespace {

std::vector<SampledRow> with_scores(const std::vector<std::uint32_t>& scores) {
  std::vector<SampledRow> rows;
  for (const std::uint32_t score : scores) {
    rows.push_back({0, score, {}});
  }
  return rows;
}

} // namespace

TEST_CASE("the limit leaves the people with the smallest scores") {
  std::vector<SampledRow> rows = with_scores({50, 10, 40, 20, 30});
  CHECK(lowered_limit(rows, 3, 100) == 30);
  CHECK(lowered_limit(rows, 3, 25) == 25);
  CHECK(lowered_limit(rows, 9, 100) == 100);
  drop_above(rows, 30);
  CHECK(rows.size() == 3);
}

TEST_CASE("a sink keeps whose score is below the limit, and the score is the person's") {
  Plan plan;
  plan.seed = 7;
  SamplingSink sink(plan, 3, {0x80000000U, {}});
  for (std::uint32_t agent = 0; agent < 1000; ++agent) {
    JourneyRow row;
    row.agent = agent;
    sink.add(row);
  }
  const std::vector<SampledRow> rows = sink.take();
  CHECK(rows.size() > 430); // 500 expected, standard deviation 16
  CHECK(rows.size() < 570);
  for (const SampledRow& row : rows) {
    CHECK(row.score == sample_score(7, 3, row.journey.agent));
    CHECK(row.score <= 0x80000000U);
  }
  CHECK(sample_score(7, 3, 1) != sample_score(7, 4, 1));
  CHECK(sample_score(7, 3, 1) != sample_score(8, 3, 1));
}

TEST_CASE("the first limit aims at one and a half times the people of one replication") {
  Plan plan;
  plan.cohort = 1'000'000;
  const double share = first_limit(plan, 5000) / 4294967296.0;
  CHECK(share > 0.0074);
  CHECK(share < 0.0076);
  plan.cohort = 100;
  CHECK(first_limit(plan, 5000) == 0xffffffffU);
}
