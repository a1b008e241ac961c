// SPDX-License-Identifier: Apache-2.0
#include "sim/study/pairs.hpp"
#include "tests/unit/sim/study/fake_engine.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;

namespace {

PairedPerson person(std::uint32_t agent, float remembered, double booked = 0, bool lost = false,
                    std::int32_t persona = 0) {
  return {agent, persona, lost, remembered, to_fixed(booked)};
}

const PairRule rule = {0.25, {to_fixed(1), to_fixed(2)}};

output::ResultData run(const std::vector<float>& shifts, const RunOptions& options) {
  const fake::Study study = fake::study(shifts);
  const auto executor = make_executor(ExecutorKind::serial, 1);
  return result_of(study.input, study.runnable, run_arms(study.runnable, options, *executor));
}

} // namespace

TEST_CASE("People are better, worse or unchanged by what is noticeable") {
  const std::vector<PairedPerson> before = {person(1, 0), person(2, 0), person(3, 0), person(4, 0)};
  const std::vector<PairedPerson> after = {person(1, 0.25F), person(2, -0.25F), person(3, 0.125F),
                                           person(4, -0.125F)};
  const PairCounts all = pair_people(before, after, rule)[0];
  CHECK(all.people == 4);
  CHECK(all.better == 1);
  CHECK(all.worse == 1);
  CHECK(all.newly_lost + all.newly_kept + all.richer + all.poorer == 0);
}

TEST_CASE("Only who is in both arms is compared") {
  const PairCounts all = pair_people({person(1, 0), person(3, 0), person(9, 0)},
                                     {person(0, 5), person(3, 1), person(4, 5)}, rule)[0];
  CHECK(all.people == 1);
  CHECK(all.better == 1);
  CHECK(pair_people({}, {person(1, 0)}, rule)[0].people == 0);
  CHECK(pair_people({person(1, 0)}, {}, rule)[0].people == 0);
}

TEST_CASE("Money and giving up are counted by the baseline's persona") {
  const auto groups =
      pair_people({person(1, 0, 10), person(2, 0, 10, false, 1), person(3, 0, 10, true, 1)},
                  {person(1, 0, 11), person(2, 0, 8, true, 1), person(3, 0, 11, false, 1)}, rule);
  CHECK(groups[1] == PairCounts{1, 0, 0, 1, 0, 0, 0});
  CHECK(groups[2] == PairCounts{2, 0, 0, 0, 1, 1, 1}); // 1 EUR more is not noticeable here
  CHECK(groups[0].people == 3);
}

TEST_CASE("Twins leave everybody unchanged, run once or run twice") {
  for (const bool run_twice : {false, true}) {
    fake::Study study = fake::study({0.5F, 0.5F});
    study.runnable.twin[1] = run_twice ? 1 : 0;
    const auto executor = make_executor(ExecutorKind::threads, 3);
    const RunRecord record = run_arms(study.runnable, fake::options(10), *executor);
    REQUIRE(record.arms[1].pairs.size() == 10 * record.n_groups);
    for (const PairCounts& pair : record.arms[1].pairs) {
      CHECK(pair.people > 0);
      CHECK(pair == PairCounts{pair.people, 0, 0, 0, 0, 0, 0});
    }
  }
}

TEST_CASE("A shift of everybody helps everybody, and the quantiles shift with it") {
  const output::ResultData data = run({0, 0.5F, -0.125F}, fake::options(10));
  const auto share = [&](int arm, output::Fate fate) {
    for (const output::PairShare& one : data.pair_shares) {
      if (one.arm == arm && one.group == 0 && one.fate == static_cast<int>(fate)) {
        return one;
      }
    }
    return output::PairShare{};
  };
  CHECK(share(1, output::Fate::better).estimate == 1);
  CHECK(share(1, output::Fate::better).lower == 1);
  CHECK(share(1, output::Fate::same).estimate == 0);
  CHECK(share(2, output::Fate::same).estimate == 1);
  CHECK(share(2, output::Fate::same).noticeable == 0.25);
  const std::size_t per_arm = data.n_groups() * 5;
  REQUIRE(data.pairs.quantile_shift.size() == 3 * per_arm);
  for (std::size_t i = 0; i < per_arm; ++i) {
    CHECK(data.pairs.quantile_shift[i] == 0);
    CHECK(std::abs(data.pairs.quantile_shift[per_arm + i] - 0.5) < 0.051);
  }
}

TEST_CASE("A smaller sample of people is part of a larger one, the same in every arm") {
  RunOptions few = fake::options(10);
  few.paired_people = 30; // of 120
  const output::ResultData data = run({0, 0.5F}, few);
  const std::size_t groups = data.n_groups();
  double people = 0;
  for (std::size_t r = 0; r < 10; ++r) {
    people += data.pairs.people[groups * 10 + r];
    CHECK(data.pairs.people[groups * 10 + r] == data.pairs.people[r]);
    CHECK(data.pairs.better[groups * 10 + r] == 1);
  }
  CHECK(people > 150);
  CHECK(people < 400);
}

TEST_CASE("With one arm, or when nobody wants pairs, nobody is paired") {
  CHECK(run({0}, fake::options(5)).pairs.people.empty());
  RunOptions none = fake::options(5);
  none.paired_people = 0;
  CHECK(run({0, 0.5F}, none).pairs.people.empty());
}
