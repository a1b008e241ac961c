// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain.hpp"
#include "tests/unit/models/journey/incident_chain.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {
// Published to nine decimals: half a unit of the last one.
constexpr double printed = 5.1e-10;
} // namespace

TEST_CASE("T32: visits, exits and steps of the incident chain") {
  const auto solution = solve(incident_chain());
  REQUIRE(solution.solved());
  const std::array visits{1.0,        1.0,        .93,        .398163695,
                          .386218784, .997885966, .997885966, .918055089};
  for (std::size_t i = 0; i < visits.size(); ++i)
    CHECK_THAT(solution.visits[i], WithinAbs(visits[i], printed));
  CHECK_THAT(solution.exit_share[0], WithinAbs(.918055089, printed));
  CHECK_THAT(solution.exit_share[1], WithinAbs(.081944911, printed));
  CHECK_THAT(solution.steps_mean, WithinAbs(6.628209501, printed));
  CHECK_THAT(solution.steps_variance, WithinAbs(4.521456203, printed));
  CHECK_THAT(solution.visit_variance[wait_fix], WithinAbs(.453177684, printed));
  CHECK_THAT(solution.ever[wait_fix], WithinAbs(.313968, 5.1e-7));
  CHECK(solution.ever[detect] == 1);
  CHECK(solution.notes.empty());
}

TEST_CASE("T32 from the chain's own algebra") {
  // triage enters with .93; from wait_fix the chance to come back is r = .97 (.15 + .85 .08).
  const double back = 0.97 * (0.15 + 0.85 * 0.08);
  const double wait = 0.93 * (0.28 + 0.72 * 0.08) / (1 - back);
  const auto solution = solve(incident_chain());
  CHECK_THAT(solution.visits[wait_fix], WithinRel(wait, 1e-12));
  CHECK_THAT(solution.ever[wait_fix], WithinRel(0.93 * (0.28 + 0.72 * 0.08), 1e-12));
  CHECK_THAT(solution.exit_share[1], WithinRel(0.07 + 0.03 * wait, 1e-12));
}

TEST_CASE("T33: time of the incident chain, and given the exit") {
  const auto solution = solve(incident_chain());
  CHECK_THAT(solution.time_mean, WithinAbs(66.762438887, printed));
  CHECK_THAT(solution.time_variance, WithinAbs(10444.364832, 5.1e-7));
  CHECK_THAT(std::sqrt(solution.time_variance), WithinAbs(102.197675, 5.1e-7));
  CHECK_THAT(solution.time_mean_given_exit[0], WithinAbs(70.733575, 5.1e-7));
  CHECK_THAT(solution.time_mean_given_exit[1], WithinAbs(22.272528, 5.1e-7));
  CHECK_THAT(solution.exit_share[0] * solution.time_mean_given_exit[0] +
                 solution.exit_share[1] * solution.time_mean_given_exit[1],
             WithinRel(solution.time_mean, 1e-12));
}

TEST_CASE("T34: phase-type time of the incident chain") {
  auto chain = incident_chain();
  for (std::size_t i = 0; i < 8; ++i)
    chain.dwell_variance[i] = chain.dwell_mean[i] * chain.dwell_mean[i];
  CHECK_THAT(std::sqrt(solve(chain).time_variance), WithinAbs(102.240023, 5.1e-7));
  const std::array minutes{30., 60., 120., 240., 480.};
  const std::array published{.6021018, .7270739, .8209765, .9302129, .9896657};
  const auto cdf = phase_type_cdf(chain, minutes);
  for (std::size_t i = 0; i < minutes.size(); ++i)
    CHECK_THAT(cdf[i], WithinAbs(published[i], 5.1e-8));
}

TEST_CASE("T35: what 100 at the end is worth at .001 per minute") {
  const auto chain = incident_chain();
  std::vector<double> transform;
  for (const double mean : chain.dwell_mean)
    transform.push_back(exponential_transform(mean, 0.001));
  const std::array reward{100.0, 0.0};
  CHECK_THAT(discounted_reward(chain, transform, reward), WithinAbs(85.9563548, 5.1e-8));
}

TEST_CASE("T37: first-contact resolution gives 1/p calls") {
  for (const double p : {0.67, 0.8}) {
    const Chain calls{1, 1, {1}, {{0, 0, 1 - p}, {0, 1, p}}, {1}, {0}, {}, 0};
    CHECK_THAT(solve(calls).visits[0], WithinRel(1 / p, 1e-12));
  }
}

TEST_CASE("T43: fewer people give up, those who stay take longer") {
  struct Row {
    double tilt, abandon, minutes, minutes_digits;
  };
  for (const auto& row :
       {Row{0, .081945, 66.7624, 5.1e-5}, Row{-1, .031655, 70.2840, 5.1e-5},
        Row{-1.2334, .025218, 70.7349, 5.1e-5}, Row{1, .197055, 58.7065, 5.1e-5}}) {
    const auto tilted = [&](double p) {
      return p * std::exp(row.tilt) / (p * std::exp(row.tilt) + 1 - p);
    };
    const auto solution = solve(incident_chain(tilted(0.07), tilted(0.03)));
    CHECK_THAT(solution.exit_share[1], WithinAbs(row.abandon, 5.1e-7));
    CHECK_THAT(solution.time_mean, WithinAbs(row.minutes, row.minutes_digits));
  }
}

TEST_CASE("An edge may carry the dwell of those who take it") {
  // Patience (rate 1) races service (rate 3): the dwell has mean 1/4 whoever wins.
  const Chain race{1, 2, {1}, {{0, 1, 0.75}, {0, 2, 0.25}}, {0.25}, {0.0625}, {}, 0};
  const auto memoryless = solve(race);
  CHECK_THAT(memoryless.time_mean_given_exit[0], WithinRel(0.25, 1e-12));
  // Constant service of 1, patience uniform on [0, 2]: half leave, at 1/2 on average.
  const Chain uneven{1, 2, {1}, {{0, 1, 0.5, 1, 0}, {0, 2, 0.5, 0.5, 1.0 / 12}}, {9}, {9}, {}, 0};
  const auto solution = solve(uneven);
  CHECK_THAT(solution.time_mean, WithinRel(0.75, 1e-12));
  CHECK_THAT(solution.time_variance, WithinRel(0.5 * (1 + 1.0 / 3) - 0.5625, 1e-12));
  CHECK_THAT(solution.time_mean_given_exit[0], WithinRel(1, 1e-12));
  CHECK_THAT(solution.time_mean_given_exit[1], WithinRel(0.5, 1e-12));
}

TEST_CASE("A visit limit is named, with how many it would stop") {
  Chain chain{1, 1, {1}, {{0, 0, 0.9}, {0, 1, 0.1}}, {1}, {0}, {}, 50};
  const auto solution = solve(chain);
  CHECK_THAT(solution.beyond_limit, WithinRel(std::pow(0.9, 50), 1e-12));
  CHECK(solution.notes == std::vector<std::string>{
                              "a journey may be of any length here; the simulation stops counting "
                              "at 50 visits"});
  CHECK_THAT(solution.visits[0], WithinRel(10, 1e-12));
}

TEST_CASE("A chain that hardly ever ends says how far to trust it") {
  const auto solution = solve({1, 1, {1}, {{0, 0, 1 - 1e-12}, {0, 1, 1e-12}}, {1}, {0}, {}, 0});
  CHECK(solution.solved());
  const Chain two{2,      1,      {1, 0}, {{0, 1, 1}, {1, 0, 1 - 1e-12}, {1, 2, 1e-12}},
                  {1, 1}, {0, 0}, {},     0};
  CHECK(solve(two).condition > 1e11);
  CHECK(solve(two).notes.size() == 1);
}

TEST_CASE("A loop that nobody can enter does no harm, one that they can is a problem") {
  Chain chain{2, 1, {1, 0}, {{0, 2, 1}, {1, 1, 1}}, {1, 1}, {0, 0}, {"ask", "limbo"}, 0};
  const auto solution = solve(chain);
  REQUIRE(solution.solved());
  CHECK(solution.visits == std::vector<double>{1, 0});
  CHECK(solution.ever[1] == 0);
  chain.start = {0.5, 0.5};
  CHECK(solve(chain).problems ==
        std::vector<std::string>{"'limbo': no exit can be reached from here"});
}

TEST_CASE("An exit nobody takes has share 0 and no time") {
  const auto solution = solve({1, 2, {1}, {{0, 1, 1}}, {1}, {0}, {}, 0});
  CHECK(solution.exit_share == std::vector<double>{1, 0});
  CHECK(std::isnan(solution.time_mean_given_exit[1]));
}

TEST_CASE("All problems of a chain are listed at once") {
  const Chain chain{2, 1, {0.5, 0.25}, {{0, 2, 0.7}, {1, 2, 1}}, {1, -1}, {0, 0}, {"a", "b"}, 0};
  CHECK(solve(chain).problems ==
        std::vector<std::string>{"the shares of starts add up to 0.75, not 1",
                                 "'b': a dwell time needs a finite mean and variance",
                                 "'a': the shares of what follows add up to 0.7, not 1"});
  CHECK(solve({}).problems == std::vector<std::string>{"a journey needs a touchpoint and an exit"});
  CHECK(solve({1, 1, {1}, {{0, 7, 1}}, {1}, {0}, {}, 0}).problems ==
        std::vector<std::string>{"an edge joins 0 and 7, which do not exist"});
  CHECK(solve({1, 1, {1}, {{0, 0, -0.5}, {0, 1, 1.5}}, {1}, {0}, {}, 0}).problems ==
        std::vector<std::string>{"state 0: -0.5 is no share", "state 0: 1.5 is no share"});
}
