// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_memory.hpp"

#include "models/journey/quadrature.hpp"
#include "models/journey/weighted_walk.hpp"

#include <algorithm>
#include <cmath>

namespace sojourn {
namespace {

std::vector<double> of_edges(const FeltChain& felt, const auto& value, double unfelt) {
  std::vector<double> values;
  for (const auto& law : felt.affect) {
    values.push_back(law ? value(*law) : unfelt);
  }
  return values;
}

/// 0, .., 1/4, 1/2, 3/4, .., 1: closer and closer to both ends, where what is integrated may bend.
std::vector<double> graded_breaks() {
  std::vector<double> breaks = {0, 1};
  for (int k = 1; k <= 40; ++k) {
    breaks.push_back(std::ldexp(1.0, -k));
    breaks.push_back(1 - std::ldexp(1.0, -k));
  }
  std::sort(breaks.begin(), breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
  return breaks;
}

} // namespace

FeltChain felt_by_state(const Chain& chain, std::span<const double> affect) {
  FeltChain felt{chain, {}};
  for (const ChainEdge& edge : chain.edges) {
    AffectLaw law;
    law.level = affect[at(edge.from)];
    law.low = std::min(law.low, law.level);
    law.high = std::max(law.high, law.level);
    felt.affect.emplace_back(law);
  }
  return felt;
}

// With u_i = E[product of keep from state i on], u = sum p keep u; a gain survives with that
// factor.
double expected_at_exit(const Chain& chain, const AffineUpdate& update, double initial) {
  const WeightedWalk walk(chain, update.keep);
  const std::vector<double> from = walk.ahead();
  const std::vector<double> visits = WeightedWalk(chain).before();
  double expected = initial * dot(chain.start, from);
  for (std::size_t e = 0; e < chain.edges.size(); ++e) {
    const ChainEdge& edge = chain.edges[e];
    expected += visits[at(edge.from)] * edge.p * update.gain[e] * from_edge(chain, edge, from);
  }
  return expected;
}

AffineUpdate exponential_memory(const FeltChain& felt, double alpha) {
  return {of_edges(
              felt, [=](const AffectLaw&) { return 1 - alpha; }, 1),
          of_edges(
              felt, [=](const AffectLaw& law) { return alpha * law.mean(); }, 0)};
}

AffineUpdate asymmetric_trust(const FeltChain& felt, double rise, double fall) {
  const auto keep = [=](const AffectLaw& law) {
    const double bad = law.below(0);
    return 1 - (1 - bad) * rise - bad * fall;
  };
  const auto gain = [=](const AffectLaw& law) { return (1 - law.below(0)) * rise; };
  return {of_edges(felt, keep, 1), of_edges(felt, gain, 0)};
}

double nothing_felt(const FeltChain& felt) {
  const auto unfelt = of_edges(
      felt, [](const AffectLaw&) { return 0.0; }, 1);
  return dot(felt.chain.start, WeightedWalk(felt.chain, unfelt).ahead());
}

double expected_mean(const FeltChain& felt, double bad_weight) {
  const auto bad = of_edges(
      felt, [](const AffectLaw& law) { return law.below(0); }, 0);
  const auto sink = of_edges(
      felt, [](const AffectLaw& law) { return law.mean_below_zero(); }, 0);
  const auto mean = of_edges(
      felt, [](const AffectLaw& law) { return law.mean(); }, 0);
  double expected = 0;
  each_node(graded_breaks(), [&](double z, double share) {
    const double heavy = std::pow(z, bad_weight);
    std::vector<double> weight, gain;
    for (std::size_t e = 0; e < mean.size(); ++e) {
      weight.push_back(felt.affect[e] ? (1 - bad[e]) * z + bad[e] * heavy : 1);
      gain.push_back(mean[e] - sink[e] + bad_weight * sink[e] * heavy / z);
    }
    expected += share * WeightedWalk(felt.chain, weight).sum(gain);
  });
  return expected;
}

double expected_end(const FeltChain& felt) {
  const auto unfelt = of_edges(
      felt, [](const AffectLaw&) { return 0.0; }, 1);
  const auto mean = of_edges(
      felt, [](const AffectLaw& law) { return law.mean(); }, 0);
  return sum_over(felt.chain, WeightedWalk(felt.chain).before(), mean,
                  WeightedWalk(felt.chain, unfelt).ahead());
}

double expected_integral(const FeltChain& felt) {
  const std::vector<double> visits = WeightedWalk(felt.chain).before();
  double sum = 0;
  for (std::size_t e = 0; e < felt.affect.size(); ++e) {
    const ChainEdge& edge = felt.chain.edges[e];
    const double mean = felt.affect[e] ? felt.affect[e]->mean() : 0;
    sum += visits[at(edge.from)] * edge.p * mean * dwell_mean(felt.chain, edge);
  }
  return sum;
}

} // namespace sojourn
