// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/sim/study/asked.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::Contains;

TEST_CASE("robust counts the corners in which the sign agrees") {
  const auto asked = asked::ask(asked::small_with("compare, { robust: { arms: [warmer] } }", 10));
  const output::Finding* row = asked->find("agreement", "warmer", "experienced");
  REQUIRE(row != nullptr);
  CHECK(row->estimate == 27);
  CHECK(row->unit == "corners");
  CHECK_THAT(row->note, Contains("robust: the sign agrees in 27 of 27 corners"));
  std::size_t corners = 0;
  for (const output::Finding& finding : asked->result.findings) {
    const bool corner =
        finding.quantity == "corner" &&
        asked->result.measures[static_cast<std::size_t>(finding.measure)].id == "experienced";
    corners += corner ? 1U : 0U;
  }
  CHECK(corners == 27);
}

TEST_CASE("a variant that changes nothing is never called robust") {
  const auto asked = asked::ask(asked::small_with("compare, robust", 10));
  const output::Finding* row = asked->find("agreement", "nothing", "remembered_experience");
  REQUIRE(row != nullptr);
  CHECK_THAT(row->note, Contains("not robust"));
}

TEST_CASE("robust needs a variant") {
  std::string text = asked::small_with("robust");
  text.erase(text.find("variants:"), text.find("experiment:") - text.find("variants:"));
  CHECK_THROWS_WITH(asked::design(text), Contains("there is no variant"));
}
