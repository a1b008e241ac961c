// SPDX-License-Identifier: Apache-2.0
#include "sim/engine/number_set.hpp"

#include <catch2/catch.hpp>

TEST_CASE("A set of numbers knows which it has") {
  sojourn::NumberSet<20> set;
  for (const std::uint32_t number : {0U, 63U, 64U, 32767U, 32768U, (1U << 20) - 1}) {
    CHECK(set.insert(number));
    CHECK_FALSE(set.insert(number));
  }
  CHECK(set.insert(1));
}
