// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/anchoring.hpp"
#include "models/mechanisms/patience.hpp"
#include "models/mechanisms/waiting.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEMPLATE_TEST_CASE("a wait feels k times longer at its scale, and like clock time when off", "",
                   float, double) {
  using T = TestType;
  const T k = T(1.36), scale = T(10), psi = T(.9);
  const double tolerance = sizeof(T) == 8 ? 1e-9 : 1e-6;
  CHECK_THAT(static_cast<double>(felt_minutes(scale, T(1), k, scale, psi)),
             WithinRel(13.6, tolerance));
  CHECK_THAT(static_cast<double>(felt_minutes(T(60), T(1), k, scale, psi)),
             WithinRel(13.6 * std::pow(6, .9), tolerance));
  CHECK_THAT(static_cast<double>(felt_minutes(T(60), T(.5), k, scale, psi)),
             WithinRel(.5 * (60 + 13.6 * std::pow(6, .9)), tolerance));
  CHECK(felt_minutes(T(0), T(1), k, scale, psi) == 0);
  for (const T t : {T(0), T(.1), T(7.3), T(1e5)}) {
    CHECK(felt_minutes(t, T(0), k, scale, psi) == t);
  }
}

TEST_CASE("felt waiting grows with the wait, and cutting a wait changes nothing") {
  const auto felt = [](double t) { return felt_minutes(t, 1.0, 1.36, 10.0, .9); };
  double sum = 0;
  for (int minute = 0; minute < 100; ++minute) {
    const double stretch = felt(minute + 1) - felt(minute);
    CHECK(stretch > 0);
    sum += stretch;
  }
  CHECK_THAT(sum, WithinRel(felt(100), 1e-12));
  // Each stretch on a clock of its own would be another wait.
  CHECK(std::abs(100 * felt(1) - felt(100)) > 10);
}

TEST_CASE("anchoring moves the own estimate by its pull and stops at none") {
  const double pull = anchoring_pull(1.0, .5, .5);
  CHECK(pull == .25);
  CHECK(patience_anchored(40.0, 120.0, pull) == 60.0);
  CHECK(yardstick(240.0, 300.0, pull) == 285.0);
  CHECK(patience_anchored(41.3, 120.0, anchoring_pull(0.0, .5, .5)) == 41.3);
  CHECK(patience_anchored(41.3, 120.0, 1.0) == 120.0);
}

TEST_CASE("T20: a full pull of index .55 spreads estimates by .55 of the anchors") {
  const double high = anchored(500.0, 1200.0, .55), low = anchored(500.0, 180.0, .55);
  CHECK_THAT((high - low) / (1200 - 180), WithinRel(.55, 1e-12));
}

TEST_CASE("a tilted hazard divides exponential patience by its factor") {
  for (const double tilt : {-2.0, -.3, .4, 1.7}) {
    for (const double u : {1e-6, .1, .5, .999}) {
      CHECK_THAT(-std::log(patience_uniform(u, tilt)),
                 WithinRel(-std::log(u) / std::exp(tilt), 1e-9));
    }
  }
  CHECK(patience_uniform(.123F, 0.0F) == .123F);
  CHECK(patience_uniform(.123, 1000.0) == 1.0);  // gives up at once
  CHECK(patience_uniform(.123, -1000.0) == 0.0); // waits for ever
  CHECK(patience_uniform(1.0F, -1000.0F) == 1.0F);
}
