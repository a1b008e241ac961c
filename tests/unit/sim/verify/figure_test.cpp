// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/batches.hpp"
#include "sim/verify/target.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <string>

using namespace sojourn;
using namespace sojourn::verify;
using Catch::Matchers::WithinAbs;

namespace {

Verdict verdict_of(Figures figures) { return figures.done().front().verdict(); }

std::string source_of(const std::string& path) {
  std::ifstream file(std::string(SOJOURN_SOURCE_DIR) + "/" + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("A figure without luck holds within its tolerance, and NaN misses") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(verdict_of(Figures().exact("", 100, 100 + 9e-8)) == Verdict::holds);
  CHECK(verdict_of(Figures().exact("", 100, 100 + 2e-7)) == Verdict::misses);
  CHECK(verdict_of(Figures().exact("", 0, 5e-10)) == Verdict::holds);
  CHECK(verdict_of(Figures().exact("", 0, 2e-9)) == Verdict::misses);
  CHECK(verdict_of(Figures().exact("", 100, nan)) == Verdict::misses);
  CHECK(verdict_of(Figures().published("", 1.5, 1.54, .05)) == Verdict::holds);
  CHECK(verdict_of(Figures().published("", 1.5, 1.56, .05)) == Verdict::misses);
}

TEST_CASE("An equation must hold in double and in float") {
  const auto off_in_float = [](auto one) { return decltype(one)(sizeof(one) == 8 ? 1 : 1 + 1e-5); };
  CHECK(verdict_of(Figures().equation("", 1, off_in_float)) == Verdict::misses);
  CHECK(verdict_of(Figures().equation("", 1, off_in_float, 1e-4)) == Verdict::holds);
  CHECK(verdict_of(Figures().equation("", 1 + 1e-8, [](auto one) { return decltype(one)(1); })) ==
        Verdict::misses);
}

TEST_CASE("An estimate holds inside its interval; a wide one says so") {
  CHECK(verdict_of(Figures().estimate("", 4, {4.1, .2})) == Verdict::holds);
  CHECK(verdict_of(Figures().estimate("", 4, {4.3, .2})) == Verdict::misses);
  CHECK(verdict_of(Figures().estimate("", 4, {4.1, .2, .1})) == Verdict::wide);
  CHECK(verdict_of(Figures().estimate("", 4, {4.3, .2, .1})) == Verdict::misses);
}

TEST_CASE("A bound must be cleared by the whole interval") {
  CHECK(verdict_of(Figures().bound("", Relation::above, 0, {.3, .2})) == Verdict::holds);
  CHECK(verdict_of(Figures().bound("", Relation::above, 0, {.1, .2})) == Verdict::misses);
  CHECK(verdict_of(Figures().bound("", Relation::below, 0, {-.3, .2})) == Verdict::holds);
  CHECK(verdict_of(Figures().bound("", Relation::below, 0, {0, 0})) == Verdict::misses);
}

TEST_CASE("Batches are folded in order, whoever runs them") {
  const auto serial = make_executor(ExecutorKind::serial, 1);
  const auto shuffled = make_executor(ExecutorKind::threads, 3, 7);
  const Batch batch = [](std::uint32_t i) { return std::vector{std::sin(i), 1.0}; };
  const auto a = over_batches(*serial, 20, batch), b = over_batches(*shuffled, 20, batch);
  CHECK(a[0].value == b[0].value);
  CHECK(a[0].half_width == b[0].half_width);
  CHECK(a[1].half_width == 0);
}

TEST_CASE("Batches go on until the interval is narrow, or to the cap") {
  const auto serial = make_executor(ExecutorKind::serial, 1);
  int runs = 0;
  const Batch batch = [&runs](std::uint32_t i) {
    ++runs;
    return std::vector{100 + 10 * std::sin(3.0 * i)};
  };
  const auto found = until_narrow({*serial, {0, .01, 4000, 1}}, batch);
  CHECK(found[0].half_width <= found[0].widest);
  CHECK(runs > 200);
  CHECK(runs < 2000);
  CHECK_THAT(found[0].value, WithinAbs(100, 1));
  runs = 0;
  CHECK(until_narrow({*serial, {0, .01, 30, 1}}, batch)[0].half_width > 1);
  CHECK(runs == 30);
}

TEST_CASE("Every target has its test, named by number and title") {
  const std::string tests = source_of("tests/unit/sim/verify/targets_test.cpp") +
                            source_of("tests/statistical/sim/verify/targets_with_luck_test.cpp");
  std::set<std::string_view> numbers;
  for (const Target& target : targets()) {
    CAPTURE(target.number);
    CHECK(numbers.insert(target.number).second);
    CHECK(tests.find("TEST_CASE(\"" + std::string(target.number) + " " + std::string(target.title) +
                     "\"") != std::string::npos);
    CHECK((target.kind != TargetKind::statistical || !target.wrong.empty()));
  }
}
