// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/announced_wait.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinRel;

TEMPLATE_TEST_CASE("T21: share still waiting around an announced wait", "", float, double) {
  const double tolerance = sizeof(TestType) == 8 ? 1e-9 : 1e-6;
  const auto share = [](double minutes, double growth) {
    return static_cast<double>(
        still_waiting(TestType(minutes), TestType(.1), TestType(3), TestType(growth)));
  };
  CHECK_THAT(share(2, 1.52), WithinRel(.8187307530779818, tolerance));
  CHECK_THAT(share(3, 1.52), WithinRel(.7408182206817179, tolerance));
  CHECK_THAT(share(5, 1.52), WithinRel(.54174439333039, tolerance));
  CHECK_THAT(share(7, 1.52), WithinRel(.2628882994298993, tolerance));
  CHECK_THAT(share(5, 1), WithinRel(.6065306597126334, tolerance)); // no reference
  CHECK_THAT(share(7, 1), WithinRel(.4965853037914095, tolerance));
}

TEMPLATE_TEST_CASE("Bending patience is the inverse of using it up", "", float, double) {
  for (const double own : {0.0, .5, 3.0, 3.25, 8.0, 40.0}) {
    for (const double growth : {1.0, 1.001, 1.52, 3.0}) {
      const TestType ends =
          patience_announced(TestType(own), TestType(3), static_cast<TestType>(growth));
      CHECK(ends <= TestType(own));
      CHECK_THAT(
          static_cast<double>(patience_used(ends, TestType(3), static_cast<TestType>(growth))),
          WithinRel(own, sizeof(TestType) == 8 ? 1e-12 : 2e-5));
    }
  }
}

TEMPLATE_TEST_CASE("Patience before the announced moment, or without growth, is as it was", "",
                   float, double) {
  CHECK(patience_announced(TestType(2.9), TestType(3), TestType(1.52)) == TestType(2.9));
  CHECK(patience_announced(TestType(30.1), TestType(3), TestType(1)) == TestType(30.1));
}
