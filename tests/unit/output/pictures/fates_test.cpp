// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/fates.hpp"

#include <catch2/catch.hpp>

using namespace sojourn::output;

namespace {

ResultData with_shares(double better, double worse) {
  ResultData result;
  result.pair_shares = {{1, 0, static_cast<int>(Fate::better), better, 0, 1, 0.25, 30},
                        {1, 0, static_cast<int>(Fate::worse), worse, 0, 1, 0.25, 30}};
  return result;
}

} // namespace

TEST_CASE("Who is helped and who is hurt is said in one sentence") {
  CHECK(fate_words(with_shares(0.48, 0.03), 1) ==
        "helps 48\u00a0% of people, hurts 3\u00a0%, makes no noticeable difference to the rest");
  CHECK(fate_words(with_shares(0.001, 0), 1) ==
        "helps fewer than 1\u00a0% of people, hurts nobody, makes no noticeable difference to the "
        "rest");
  CHECK(fate_words(with_shares(0, 0.2), 1) ==
        "helps nobody, hurts 20\u00a0%, makes no noticeable difference to the rest");
  CHECK(fate_words(with_shares(0, 0), 1) == "makes no noticeable difference to anybody");
}

TEST_CASE("Where nobody was paired nothing is said") {
  CHECK(fate_words(ResultData{}, 1).empty());
  CHECK(fate_words(with_shares(0.48, 0.03), 2).empty());
  CHECK(fate_words(with_shares(missing, missing), 1).empty());
}
