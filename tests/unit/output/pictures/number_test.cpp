// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/number.hpp"

#include "output/pictures/svg.hpp"

#include <catch2/catch.hpp>

#include <limits>

namespace sojourn::output {
namespace {

ResultData money_result(double level, double half) {
  ResultData r;
  r.currency = "EUR";
  r.measures = {{"value", "Value", "EUR", "", 1, false, true},
                {"share", "Share", "1", "", 1, true, true},
                {"time", "Time", "min", "", -1, false, true}};
  for (int m = 0; m < 3; ++m) {
    r.estimates.push_back(
        {0, -1, m, 0, level, level - half, level + half, .95, 9, missing, missing, 0, ""});
  }
  return r;
}

} // namespace

TEST_CASE("numbers are written without locale, with a true minus and without minus zero") {
  CHECK(fixed(1234.5, 1) == "1234.5");
  CHECK(fixed(-0.04, 1) == "0.0");
  CHECK(fixed(-0.06, 1) == "−0.1");
  CHECK(fixed(2.5, 0) == "2");
  CHECK(fixed(missing, 1) == "–");
  CHECK(fixed(std::numeric_limits<double>::infinity(), 1) == "∞");
  CHECK(with_sign(0.5, 1) == "+0.5");
  CHECK(with_sign(0.01, 1) == "0.0");
  CHECK(whole(1234) == "1234");
  CHECK(whole(1234567) == "1\u202f234\u202f567");
  CHECK(whole(-98765) == "−98\u202f765");
  CHECK(percent(0.345) == "34\u00a0%");
  CHECK(percent(0.345, 1) == "34.5\u00a0%");
}

TEST_CASE("coordinates have one decimal at most") {
  CHECK(coordinate(3) == "3");
  CHECK(coordinate(3.14159) == "3.1");
  CHECK(coordinate(-3.04) == "-3");
  CHECK(coordinate(-0.01) == "0");
  CHECK(coordinate(missing) == "0");
}

TEST_CASE("a measure's decimals follow its interval") {
  CHECK(format_of(money_result(174, 3), 0).level(174) == "€\u00a0174");
  CHECK(format_of(money_result(174, .3), 0).level(174) == "€\u00a0174.0");
  CHECK(format_of(money_result(174, .001), 0).level(174) == "€\u00a0174.00");
  CHECK(format_of(money_result(.3, .05), 1).level(.3) == "30\u00a0%");
  CHECK(format_of(money_result(.3, .004), 1).level(.3) == "30.0\u00a0%");
  CHECK(format_of(money_result(.3, .004), 1).change(.012) == "+1.2\u00a0pp");
}

TEST_CASE("long times are told in hours") {
  CHECK(format_of(money_result(180, 3), 2).level(180) == "3.00\u00a0h");
  CHECK(format_of(money_result(90, 3), 2).level(90) == "90\u00a0min");
  CHECK(format_of(money_result(90, 3), 2).change_range(-3, 4) == "−3\u00a0to\u00a04");
}

TEST_CASE("currencies without a sign keep their code") {
  CHECK(currency_sign("EUR") == "€\u00a0");
  CHECK(currency_sign("CHF") == "CHF\u00a0");
}

} // namespace sojourn::output
