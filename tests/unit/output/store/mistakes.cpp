// SPDX-License-Identifier: Apache-2.0
// A result that contradicts itself is our own mistake: it is named, and nothing is written.
#include <catch2/catch.hpp>

#include <stdexcept>

#include "output/store/result_file.hpp"
#include "tests/laws/output/store/random_result.hpp"

using namespace sojourn::output;
using test::full_result;

namespace {

std::string mistake(const ResultData& data) {
  try {
    image(data);
  } catch (const std::logic_error& error) {
    return error.what();
  }
  return "";
}

} // namespace

TEST_CASE("an array that does not fit its dimensions is named", "[store]") {
  ResultData data = full_result();
  data.map.visits.pop_back();
  CHECK(mistake(data) == "map/visits has 35 values instead of 36");
  data = full_result();
  data.values.pop_back();
  CHECK(mistake(data) == "the measures have 134 values instead of 135");
  data = full_result();
  data.journeys.trust.pop_back();
  CHECK(mistake(data) == "journeys/trust has 19 values instead of 20");
}

TEST_CASE("a text with a NUL is refused, not cut", "[store]") {
  ResultData data = full_result();
  data.title = std::string("a\0b", 3);
  CHECK(mistake(data) == "a text with a NUL cannot be stored");
  data = full_result();
  data.arms[0].title = std::string("\0", 1);
  CHECK(mistake(data) == "a text with a NUL cannot be stored");
}
