// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/numbers.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;

namespace {

std::string refusal(std::string_view text) {
  const auto read = leading_number(text);
  const auto* refused = std::get_if<Refusal>(&read);
  return refused == nullptr ? "" : refused->message;
}

double number(std::string_view text) {
  const auto read = leading_number(text);
  REQUIRE(std::holds_alternative<LeadingNumber>(read));
  return std::get<LeadingNumber>(read).number;
}

} // namespace

TEST_CASE("numbers are read as people write them", "[scenario]") {
  CHECK(number("5 min") == 5);
  CHECK(number("+0.5") == 0.5);
  CHECK(number("-.25 per h") == -0.25);
  CHECK(number("0") == 0);
  CHECK(number("0.07%") == 0.07);
  CHECK(number("1e3") == 1000);
  CHECK(std::get<LeadingNumber>(leading_number("40 %")).rest == "%");
}

TEST_CASE("texts that other programs would take for numbers are refused", "[scenario]") {
  CHECK(refusal("0x10") == "is a hexadecimal number");
  CHECK(refusal("010") == "starts with a zero");
  CHECK(refusal("-010") == "starts with a zero");
  CHECK(refusal("1_000") == "has an underscore in its number");
  CHECK(refusal("2,5 min") == "has a comma in its number");
  CHECK(refusal("5. min") == "is not a complete number");
  CHECK(refusal("1.2.3") == "is not a complete number");
  CHECK(refusal(".nan") == "is not a number a person can have");
  CHECK(refusal("-Inf") == "is not a number a person can have");
  CHECK(refusal("1e999") == "is beyond what this program can count");
  CHECK(refusal("1e-400") == "is beyond what this program can count");
  CHECK(refusal("five") == "does not start with a number");
  CHECK(refusal("") == "does not start with a number");
}

TEST_CASE("a working day is as long as the clock says", "[scenario]") {
  Units office;
  office.working_day = 600;
  CHECK(minutes_in("working day", office) == 600);
  CHECK(minutes_in("working day", Units{}) == 1440);
  CHECK(minutes_in("day", office) == 1440);
  CHECK(minutes_in("s", office) == 1.0 / 60);
  CHECK_FALSE(minutes_in("month", office).has_value());
}

TEST_CASE("numbers and durations are shown as short as they are exact", "[scenario]") {
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(100000) == "100000");
  CHECK(number_text(-2) == "-2");
  CHECK(duration_text(90) == "90 min");
  CHECK(duration_text(120) == "2 h");
  CHECK(duration_text(0.5) == "30 s");
  CHECK(duration_text(5256000) == "10 years");
}
