// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/palette.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

namespace sojourn::output {

TEST_CASE("every colour of text and marks has a contrast of at least 4.5 on the paper") {
  using namespace palette;
  for (const auto colour : {ink, quiet, today, good, bad, arms[0], arms[1], arms[2]}) {
    INFO(colour);
    CHECK(contrast(colour, paper) >= 4.5);
    CHECK(contrast(colour, card) >= 4.5);
  }
  CHECK(contrast(quiet, wash) >= 4.5);
  CHECK(contrast(bad, wash) >= 4.5);
  CHECK(contrast("#000000", "#ffffff") > 20.9);
  CHECK_FALSE(contrast(axis, paper) >= 4.5); // the test can fail: axis is for lines only
}

TEST_CASE("twelve arms and nine groups can be told apart without colour") {
  std::set<std::string> arms;
  for (std::size_t arm = 0; arm < 12; ++arm) {
    arms.insert(std::string(arm_colour(arm)) + arm_mark(arm, 0, 0, 4, true));
  }
  CHECK(arms.size() == 12);
  std::set<std::string> groups;
  for (std::size_t group = 0; group < 9; ++group) {
    groups.insert(group_mark(group, 0, 0, 4, "#fff", "#000"));
  }
  CHECK(groups.size() == 9);
}

} // namespace sojourn::output
