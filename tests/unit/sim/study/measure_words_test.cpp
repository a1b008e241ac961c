// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/names.hpp"
#include "sim/study/measures.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sojourn;

TEST_CASE("a measure that a scenario may aim at exists and has the unit it says") {
  for (const MeasureRow& word : measure_rows) {
    const auto* found =
        std::find_if(measure_definitions.begin(), measure_definitions.end(),
                     [&](const MeasureDefinition& row) { return row.id == word.id; });
    INFO(word.id);
    REQUIRE(found != measure_definitions.end());
    CHECK(found->share == (word.unit == MeasureUnit::share));
    CHECK((found->unit == "money") == (word.unit == MeasureUnit::money));
    CHECK((found->unit == "min") == (word.unit == MeasureUnit::minutes));
  }
}
