// SPDX-License-Identifier: Apache-2.0
#include "output/stats/stopping.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace sojourn::output;

namespace {

std::vector<double> noise(unsigned seed, std::size_t n, double spread) {
  std::mt19937_64 bits(seed);
  std::normal_distribution<double> normal(0, spread);
  std::vector<double> values(n);
  for (auto& value : values)
    value = normal(bits);
  return values;
}

StoppingSeries level(const std::vector<double>& values, const char* arm = "baseline") {
  return {0, arm, values, {}, Plans::differ};
}

const std::vector<StoppingTarget> to_a_fifth = {{"remembered_well", 0.2, "affect", false}};

StoppingVerdict judged(const StoppingRule& rule, const StoppingSeries& series) {
  return rule.judge({&series, 1});
}

} // namespace

TEST_CASE("Stopping looks at block ends only") {
  const StoppingRule rule(to_a_fifth, 30, 75, 20);
  CHECK(rule.next_look(0) == 30);
  CHECK(rule.next_look(29) == 30);
  CHECK(rule.next_look(30) == 50);
  CHECK(rule.next_look(49) == 50);
  CHECK(rule.next_look(70) == 75);
}

TEST_CASE("A run without targets takes the replications asked for") {
  const auto verdict = StoppingRule({}, 30, 400).judge({});
  CHECK(verdict.stop);
  CHECK(verdict.replications == 30);
  CHECK(verdict.reason == "30 replications, as asked for");
}

TEST_CASE("Stopping needs the minimum and one confirming block") {
  const auto values = noise(1, 200, 0.1); // precise from the start
  const StoppingRule rule(to_a_fifth, 30, 200);
  CHECK_FALSE(judged(rule, level({values.begin(), values.begin() + 29})).stop);
  CHECK_FALSE(judged(rule, level({values.begin(), values.begin() + 39})).stop);
  const auto verdict = judged(rule, level(values));
  CHECK(verdict.stop);
  CHECK(verdict.reached);
  CHECK(verdict.replications == 40);
  CHECK(verdict.reason == "40 replications: remembered_well within ±0.2 affect in every arm");
}

TEST_CASE("A look that misses again starts the confirmation anew") {
  auto values = std::vector<double>(60, 0.0);
  for (std::size_t i = 0; i < 60; ++i)
    values[i] = i % 2 == 0 ? 0.1 : -0.1;
  values[35] = 5; // met at 30, missed at 40
  const StoppingRule rule(to_a_fifth, 30, 400);
  CHECK_FALSE(judged(rule, level(values)).stop);
  values.insert(values.end(), 200, 0.0);
  CHECK(judged(rule, level(values)).replications > 60);
}

TEST_CASE("The verdict does not know how many replications were run beyond it") {
  const auto values = noise(2, 400, 0.9);
  const StoppingRule rule(to_a_fifth, 30, 400);
  const auto whole = judged(rule, level(values));
  REQUIRE(whole.stop);
  REQUIRE(whole.replications < 400);
  for (int n = 0; n <= 400; ++n) {
    const auto part = judged(rule, level({values.begin(), values.begin() + n}));
    CHECK(part.stop == (n >= whole.replications));
    CHECK((!part.stop || (part.replications == whole.replications && part.reason == whole.reason)));
  }
}

TEST_CASE("Every arm must be precise, and the reason names the one that is not") {
  const auto calm = noise(3, 50, 0.1), wild = noise(4, 50, 3);
  const std::vector<StoppingTarget> targets = {{"completed", 0.02, "", true}};
  const std::vector<StoppingSeries> series = {level(calm), level(wild, "both")};
  const auto verdict = StoppingRule(targets, 30, 50).judge(series);
  CHECK(verdict.stop);
  CHECK_FALSE(verdict.reached);
  CHECK(verdict.replications == 50);
  CHECK(verdict.reason.find(
            "50 replications, the most allowed: completed in baseline is within ±") == 0);
  CHECK(verdict.reason.find("; completed in both is within ±") != std::string::npos);
  CHECK(verdict.reason.find("asked for ±2 %") != std::string::npos);
}

TEST_CASE("A difference that is 0 so far is not precise, unless the plans are equal") {
  const std::vector<double> zeros(100, 0.0);
  StoppingSeries series{0, "live_status", zeros, zeros, Plans::differ};
  const StoppingRule rule(to_a_fifth, 30, 100);
  const auto verdict = judged(rule, series);
  CHECK_FALSE(verdict.reached);
  CHECK(verdict.replications == 100);
  CHECK(verdict.reason == "100 replications, the most allowed: "
                          "remembered_well in live_status differs in only 0 of them");
  series.plans = Plans::equal;
  CHECK(judged(rule, series).reached);
  CHECK(judged(rule, series).replications == 40);
}

TEST_CASE("Ten replications that differ are enough, nine are not") {
  const std::vector<double> zeros(60, 0.0);
  auto values = zeros;
  for (std::size_t i = 0; i < 9; ++i)
    values[i] = 0.01;
  const StoppingSeries series{0, "b", values, zeros, Plans::differ};
  const StoppingRule rule(to_a_fifth, 30, 60);
  CHECK_FALSE(judged(rule, series).reached);
  values[9] = 0.01;
  CHECK(judged(rule, series).replications == 40);
}

TEST_CASE("A measure nobody has never stops early") {
  const std::vector<double> none(60, missing);
  const auto verdict = judged(StoppingRule(to_a_fifth, 30, 60), level(none));
  CHECK_FALSE(verdict.reached);
  CHECK(verdict.reason == "60 replications, the most allowed: remembered_well in baseline has no "
                          "interval, no replication has a value");
}
