// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/table.hpp"
#include "output/pictures/study_words.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;

TEST_CASE("every mechanism has plain words in the pictures") {
  for (const MechanismRow& row : mechanism_rows) {
    INFO(row.id);
    CHECK_FALSE(output::mechanism_words(row.id).meaning.empty());
  }
}

TEST_CASE("every cause of leakage has plain words in the pictures") {
  for (const char* cause : {"misaligned_relationship", "missed_opportunity",
                            "sub_optimal_provision", "lacking_tracking"}) {
    INFO(cause);
    CHECK_FALSE(output::cause_words(cause).meaning.empty());
  }
}
