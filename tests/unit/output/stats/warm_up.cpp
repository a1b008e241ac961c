// SPDX-License-Identifier: Apache-2.0
#include "output/stats/warm_up.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <vector>

using namespace sojourn;

TEST_CASE("MSER leaves out a begin that is like nothing after it, to the batch") {
  std::vector<double> path(200, 1.0);
  for (std::size_t i = 0; i < path.size(); ++i) {
    path[i] += i % 10 < 5 ? .01 : -.01; // batches of 5 alternate
  }
  CHECK(output::mser(path) == 0);
  for (std::size_t i = 0; i < 23; ++i) {
    path[i] = -5;
  }
  CHECK(output::mser(path) == 25);
  CHECK(output::mser(path, 1) == 23);
}

TEST_CASE("MSER of four batches by hand is the definition") {
  const std::vector<double> path = {9, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
  // d = 0: mean 25/12, squares 59.6..; d = 1: mean 16/11, squares 30/11; the latter is less.
  CHECK(output::mser(path, 1) == 1);
}

TEST_CASE("MSER does not answer where the path is short or never settles") {
  CHECK_FALSE(output::mser(std::vector<double>(45, 1.0)));
  std::vector<double> growing;
  for (int i = 0; i < 300; ++i) {
    growing.push_back(.05 * i);
  }
  CHECK_FALSE(output::mser(growing));
}

TEST_CASE("MSER on a mean path that starts away from its level finds the time it takes") {
  std::mt19937 dice(3); // mean of 400 AR(1) paths from 10 to 0, phi .95: 1 % left after 90 steps
  std::normal_distribution<double> noise;
  std::vector<double> path(1000, 0.0);
  for (int n = 0; n < 400; ++n) {
    double x = 10;
    for (double& y : path) {
      y += x / 400;
      x = .95 * x + noise(dice);
    }
  }
  const auto answer = output::mser(path);
  REQUIRE(answer);
  CHECK((*answer >= 40 && *answer <= 150));
}
