// SPDX-License-Identifier: Apache-2.0
#include "models/mechanisms/survey.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("A surprise within the zone of tolerance is none, a bad one beyond it weighs more") {
  CHECK(beyond_tolerance(0.5F, 0.5F, 2.0F) == 0);
  CHECK(beyond_tolerance(-0.5F, 0.5F, 2.0F) == 0);
  CHECK(beyond_tolerance(1.5F, 0.5F, 2.0F) == 1);
  CHECK(beyond_tolerance(-1.5F, 0.5F, 2.0F) == -2);
  CHECK(beyond_tolerance(-1.5F, 0.5F, 1.0F) == -beyond_tolerance(1.5F, 0.5F, 1.0F));
}

TEST_CASE("Satisfaction is 5 where nothing is remembered, and stays on its scale") {
  const SatisfactionWeights weights{0.8F, 0.2F, 1, 0.5F, 1.955F};
  CHECK(satisfaction(0, 0, 0.5F, weights) == 5);
  CHECK_THAT(static_cast<double>(satisfaction(2, 1.5F, 0.75F, weights)),
             WithinRel(5 + 1.6 + 0.2 + 0.25, 1e-6));
  CHECK(satisfaction(5, 10, 1, weights) == 10);
  CHECK(satisfaction(-5, -10, 0, weights) == 0);
}

TEST_CASE("Whoever expects more says more by the weight of expectations, and none unsaid") {
  SatisfactionWeights weights{0.8F, 0.2F, 1, 0.5F, 1.955F};
  CHECK(satisfaction(1, 1, 0.5F, weights, 3) == satisfaction(1, 1, 0.5F, weights));
  weights.expectation = 0.15F;
  CHECK_THAT(static_cast<double>(satisfaction(1, 1, 0.5F, weights, 2)),
             WithinRel(5 + 0.8 + 0.1 + 0.3, 1e-6));
}

TEST_CASE("The chance of an answer is the logit's, and never nothing") {
  CHECK_THAT(answer_chance(0, 0, 0, 3), WithinAbs(0.5, 1e-12));
  CHECK_THAT(answer_chance(-1.381, 0, 0, 3), WithinAbs(0.2009, 1e-4));
  CHECK(answer_chance(-1, 0.5, 0, -2) == answer_chance(-1, 0.5, 0, 2));
  CHECK(answer_chance(-1, 0.1, 0.5, -2) < answer_chance(-1, 0.1, 0.5, 2));
  CHECK(answer_chance(-50, 0, -5, 5) == 1e-4);
}

TEST_CASE("Opinions are told in whole points, halves upwards, on the scale") {
  CHECK(told_point(8.5F, 0, 10) == 9);
  CHECK(told_point(8.49F, 0, 10) == 8);
  CHECK(told_point(-3, 0, 10) == 0);
  CHECK(told_point(12, 0, 10) == 10);
  CHECK(told_point(0.2F, 1, 7) == 1);
}
