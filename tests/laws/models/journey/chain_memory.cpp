// SPDX-License-Identifier: Apache-2.0
// Laws of what is remembered on the exact chain.
#include "models/journey/chain_memory.hpp"
#include "tests/laws/models/journey/random_chain.hpp"

#include <catch2/catch.hpp>

using namespace sojourn;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using sojourn::tests::random_chain;
using sojourn::tests::total;

namespace {

const std::vector<double> affects = {-3, 1, 2, -4.5, 0.5, 2.5, 0, 1, -1, 3, -2, 0.1};

/// Affect that varies, is judged against a reference and weighs losses, and differs by state.
FeltChain varied(unsigned seed) {
  FeltChain felt{random_chain(seed), {}};
  for (const ChainEdge& edge : felt.chain.edges) {
    const auto state = static_cast<std::size_t>(edge.from);
    felt.affect.emplace_back(
        AffectLaw{affects[state], .2 + .1 * edge.from, -.5, .5, .8, .1 * edge.from});
  }
  return felt;
}

FeltChain mapped(FeltChain felt, const auto& change) {
  for (auto& law : felt.affect) {
    change(*law);
  }
  return felt;
}

} // namespace

TEST_CASE("Keeping everything and gaining affect sums it; keeping nothing leaves the last visit") {
  const FeltChain felt = felt_by_state(random_chain(10), affects);
  const ChainSolution solution = solve(felt.chain);
  AffineUpdate sum;
  for (const auto& law : felt.affect) {
    sum.keep.push_back(1);
    sum.gain.push_back(law->mean());
  }
  double expected = 7;
  for (std::size_t i = 0; i < affects.size(); ++i) {
    expected += affects[i] * solution.visits[i];
  }
  CHECK_THAT(expected_at_exit(felt.chain, sum, 7), WithinRel(expected, 1e-9));
  CHECK_THAT(expected_at_exit(felt.chain, exponential_memory(felt, 1), 7),
             WithinRel(expected_end(felt), 1e-9));
}

TEST_CASE("Every journey has one visit that stands out, and the most extreme state is it") {
  const FeltChain felt = felt_by_state(random_chain(11), affects);
  const auto peak = expected_outstanding(felt, StandsOut::extreme);
  CHECK_THAT(total(peak.at), WithinRel(1.0, 1e-9));
  CHECK_THAT(peak.at[3], WithinRel(solve(felt.chain).ever[3], 1e-9));
  for (const StandsOut which : {StandsOut::highest, StandsOut::lowest, StandsOut::extreme}) {
    CHECK_THAT(total(expected_outstanding(varied(12), which, 1.5).at), WithinRel(1.0, 1e-8));
  }
}

TEST_CASE(
    "If every visit feels the same, so do the mean, the end and every visit that stands out") {
  const FeltChain felt = mapped(varied(13), [](AffectLaw& law) { law = {1.25}; });
  CHECK_THAT(expected_mean(felt), WithinRel(1.25, 1e-9));
  CHECK_THAT(expected_mean(felt, 2.5), WithinRel(1.25, 1e-9));
  CHECK_THAT(expected_end(felt), WithinRel(1.25, 1e-9));
  for (const StandsOut which : {StandsOut::highest, StandsOut::lowest, StandsOut::extreme}) {
    CHECK_THAT(expected_outstanding(felt, which).affect, WithinRel(1.25, 1e-9));
  }
}

TEST_CASE("The lowest is the highest upside down; bad moments that weigh more lower the mean") {
  const FeltChain felt = mapped(varied(14), [](AffectLaw& law) { law.gain = law.loss = 0; });
  const FeltChain upside_down = mapped(felt, [](AffectLaw& law) {
    law.level = -law.level;
    law.rest = -law.rest;
  });
  CHECK_THAT(expected_outstanding(felt, StandsOut::lowest).affect,
             WithinRel(-expected_outstanding(upside_down, StandsOut::highest).affect, 1e-8));
  CHECK_THAT(expected_outstanding(felt, StandsOut::extreme).affect,
             WithinRel(-expected_outstanding(upside_down, StandsOut::extreme).affect, 1e-8));
  CHECK(expected_mean(felt, 2) < expected_mean(felt));
  CHECK(expected_mean(felt, .5) > expected_mean(felt));
}

TEST_CASE("A law without spread is the limit of a narrow one") {
  const FeltChain narrow = mapped(varied(15), [](AffectLaw& law) { law.spread = 1e-7; });
  const FeltChain exact = mapped(narrow, [](AffectLaw& law) { law.spread = 0; });
  CHECK_THAT(expected_mean(narrow, 1.5), WithinAbs(expected_mean(exact, 1.5), 1e-6));
  CHECK_THAT(expected_end(narrow), WithinAbs(expected_end(exact), 1e-6));
  for (const StandsOut which : {StandsOut::highest, StandsOut::lowest, StandsOut::extreme}) {
    CHECK_THAT(expected_outstanding(narrow, which).affect,
               WithinAbs(expected_outstanding(exact, which).affect, 1e-6));
  }
}

TEST_CASE("Ten moments U and their maximum: the highest of n normal visits") {
  // A corridor of three visits N(0, 1): E[max] = 3 / (2 sqrt(pi)).
  const Chain corridor{3,         1,         {1, 0, 0}, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}},
                       {1, 1, 1}, {0, 0, 0}, {},        0};
  FeltChain felt{corridor, {}};
  felt.affect.assign(3, AffectLaw{.level = 0, .spread = 1, .low = -50, .high = 50});
  CHECK_THAT(expected_outstanding(felt, StandsOut::highest).affect,
             WithinRel(3 / (2 * std::sqrt(M_PI)), 1e-9));
  CHECK_THAT(expected_outstanding(felt, StandsOut::extreme).affect, WithinAbs(0, 1e-12));
  CHECK_THAT(expected_mean(felt), WithinAbs(0, 1e-12));
  felt.affect[1].reset(); // a visit of which nothing is felt is not remembered
  CHECK_THAT(expected_outstanding(felt, StandsOut::highest).affect,
             WithinRel(1 / std::sqrt(M_PI), 1e-9));
  felt.affect.assign(3, std::nullopt);
  CHECK(nothing_felt(felt) == 1);
  CHECK(expected_mean(felt) == 0);
}
