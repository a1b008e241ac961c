// SPDX-License-Identifier: Apache-2.0
// Laws that tie the queues to each other.
#include "models/journey/queues.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("One exponential server is the same queue by every formula") {
  for (const double load : {0.1, 0.5, 0.8, 0.99}) {
    CHECK_THAT(markov_queue(load, 1, 1).mean_wait, WithinRel(mean_wait_general(load, 1, 1), 1e-9));
    CHECK_THAT(erlang_c(1, load), WithinRel(load, 1e-12));
    CHECK_THAT(time_cdf(load, 1, time_quantile(load, 1, 0.7)), WithinRel(0.7, 1e-12));
  }
}

TEST_CASE("One server without a queue loses a/(1+a)") {
  for (const double load : {0.0, 0.3, 1.0, 20.0}) {
    CHECK_THAT(erlang_b(1, load), WithinAbs(load / (1 + load), 1e-15));
    CHECK_THAT(lost_share(load, 1), WithinAbs(load / (1 + load), 1e-15));
  }
  CHECK(erlang_b(0, 5) == 1);
}

TEST_CASE("At load 1 a room for K loses 1/(K+1)") {
  for (const int capacity : {1, 2, 10, 1000})
    CHECK_THAT(lost_share(1, capacity), WithinRel(1.0 / (capacity + 1), 1e-12));
}

TEST_CASE("A hopelessly full room serves what the server can") {
  CHECK_THAT(lost_share(1e6, 500), WithinRel(1 - 1e-6, 1e-12));
}

TEST_CASE("The wait has the mean its distribution says") {
  double area = 0;
  for (int i = 0; i < 200000; ++i)
    area += 1e-3 * (1 - wait_cdf(1, 0.1, 12, (i + 0.5) * 1e-3));
  CHECK_THAT(area, WithinRel(markov_queue(1, 0.1, 12).mean_wait, 1e-6));
}

TEST_CASE("More servers or less patience shorten the wait; abandonment moves the other way") {
  for (int servers = 1; servers < 40; ++servers) {
    const auto few = erlang_a(20, 1, servers, 0.5), more = erlang_a(20, 1, servers + 1, 0.5);
    const auto hasty = erlang_a(20, 1, servers, 2);
    CHECK(more.mean_wait < few.mean_wait);
    CHECK(hasty.mean_wait < few.mean_wait);
    CHECK(hasty.p_abandon > few.p_abandon);
  }
}

TEST_CASE("Served plus given up is everybody: Erlang A conserves the flow") {
  // Mean busy servers = lambda (1 - p_abandon) / mu, and no more than there are.
  for (const int servers : {1, 5, 20, 100, 1000}) {
    const auto desk = erlang_a(50, 1, servers, 0.3);
    CHECK(50 * (1 - desk.p_abandon) <= servers);
    CHECK(desk.p_wait >= desk.p_abandon);
  }
}

TEST_CASE("Erlang formulas survive ten thousand servers") {
  CHECK(erlang_b(10000, 9900) > 0);
  CHECK(erlang_c(10000, 9900) < 1);
  CHECK(std::isfinite(erlang_a(9900, 1, 10000, 0.1).mean_wait));
  CHECK(std::isfinite(erlang_a(30000, 1, 10000, 1e-4).mean_wait));
}
