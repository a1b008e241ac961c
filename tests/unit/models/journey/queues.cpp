// SPDX-License-Identifier: Apache-2.0
#include "models/journey/queues.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
constexpr double five = 5.1e-6, six = 5.1e-7; // half a unit of the last decimal printed
}

TEST_CASE("T24: M/M/1 at .8") {
  const auto queue = markov_queue(0.8, 1, 1);
  CHECK_THAT(queue.mean_queue, WithinRel(3.2, 1e-12));
  CHECK_THAT(queue.mean_wait, WithinRel(4, 1e-12));
  CHECK_THAT(queue.mean_time, WithinRel(5, 1e-12));
  CHECK_THAT(queue.mean_number, WithinRel(4, 1e-12));
  CHECK_THAT(1 - time_cdf(0.8, 1, 10), WithinRel(std::exp(-2.0), 1e-12));
  CHECK_THAT(1 - time_cdf(0.8, 1, 10), WithinAbs(.135335, six));
  CHECK_THAT(time_quantile(0.8, 1, 0.95), WithinRel(std::log(20) / 0.2, 1e-12));
  CHECK_THAT(time_quantile(0.8, 1, 0.95), WithinAbs(14.9787, 5.1e-5));
}

TEST_CASE("T24: M/M/2 and M/M/3 in fractions") {
  CHECK_THAT(erlang_c(2, 1.5), WithinRel(9.0 / 14, 1e-12));
  CHECK_THAT(markov_queue(1.5, 1, 2).mean_wait, WithinRel(9.0 / 7, 1e-12));
  CHECK_THAT(erlang_c(3, 2), WithinRel(4.0 / 9, 1e-12));
  CHECK_THAT(markov_queue(2, 1, 3).mean_wait, WithinRel(4.0 / 9, 1e-12));
}

TEST_CASE("T25: Erlang C for a call a minute of ten minutes") {
  struct Row {
    int servers;
    double p_wait, wait, within_20_seconds;
  };
  for (const auto& row : {Row{12, .44939, 2.24694, .57959}, Row{13, .28527, .95090, .74188},
                          Row{14, .17413, .43533, .84760}}) {
    const auto queue = markov_queue(1, 0.1, row.servers);
    CHECK_THAT(queue.p_wait, WithinAbs(row.p_wait, five));
    CHECK_THAT(queue.mean_wait, WithinAbs(row.wait, five));
    CHECK_THAT(wait_cdf(1, 0.1, row.servers, 1.0 / 3), WithinAbs(row.within_20_seconds, five));
  }
  CHECK_THAT(erlang_c(11, 10), WithinAbs(.68212, five));
  CHECK_THAT(markov_queue(1, 0.1, 11).mean_wait, WithinAbs(6.8212, 5.1e-5));
}

TEST_CASE("T27: Erlang A, the default service desk among others") {
  struct Row {
    double patience;
    int servers;
    double p_wait, p_abandon, wait;
  };
  for (const auto& row :
       {Row{3, 10, .412936, .160391, .481172}, Row{3, 12, .234684, .077987, .233962},
        Row{5, 12, .263222, .067622, .338108}}) {
    const auto desk = erlang_a(1, 0.1, row.servers, 1 / row.patience);
    CHECK_THAT(desk.p_wait, WithinAbs(row.p_wait, six));
    CHECK_THAT(desk.p_abandon, WithinAbs(row.p_abandon, six));
    CHECK_THAT(desk.mean_wait, WithinAbs(row.wait, six));
    CHECK_THAT(desk.p_abandon, WithinRel(desk.mean_wait / row.patience, 1e-12));
  }
}

TEST_CASE("T27: endless patience is Erlang C, patience like service is Poisson") {
  CHECK_THAT(erlang_a(1, 0.1, 12, 1e-6).mean_wait, WithinAbs(2.2468, 5.1e-5));
  CHECK_THAT(erlang_a(1, 0.1, 12, 1e-12).mean_wait,
             WithinRel(markov_queue(1, 0.1, 12).mean_wait, 1e-9));
  const auto poisson = erlang_a(8, 1, 10, 1);
  CHECK_THAT(poisson.p_wait, WithinAbs(.283376, six));
  CHECK_THAT(poisson.p_abandon, WithinAbs(.053233, six));
  double at_least_ten = 1, term = std::exp(-8.0);
  for (int n = 0; n < 10; term *= 8.0 / ++n)
    at_least_ten -= term;
  CHECK_THAT(poisson.p_wait, WithinRel(at_least_ten, 1e-12));
}

TEST_CASE("T28: Erlang B and a full waiting room") {
  CHECK_THAT(erlang_b(10, 8), WithinAbs(.121661, six));
  CHECK_THAT(erlang_b(5, 3), WithinAbs(.110054, six));
  CHECK_THAT(lost_share(0.9, 5), WithinAbs(.126023, six));
}

TEST_CASE("T29: Pollaczek-Khinchine at .8") {
  for (const auto& [variation, wait] :
       {std::pair(1.0, 4.0), std::pair(0.0, 2.0), std::pair(0.5, 3.0), std::pair(1.44, 4.88),
        std::pair(4.0, 10.0)})
    CHECK_THAT(mean_wait_general(0.8, 1, variation), WithinRel(wait, 1e-12));
}

TEST_CASE("More work than servers waits for ever, unless people give up") {
  CHECK(std::isinf(markov_queue(2, 1, 2).mean_wait));
  CHECK(markov_queue(2, 1, 2).p_wait == 1);
  CHECK(wait_cdf(3, 1, 2, 100) == 0);
  CHECK(std::isinf(mean_wait_general(1, 1, 1)));
  // Overloaded, the excess gives up: 1 - c mu / lambda.
  CHECK_THAT(erlang_a(200, 1, 100, 1e-3).p_abandon, WithinRel(0.5, 1e-9));
}
