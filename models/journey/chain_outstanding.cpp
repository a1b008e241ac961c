// SPDX-License-Identifier: Apache-2.0
#include "models/journey/chain_memory.hpp"
#include "models/journey/quadrature.hpp"
#include "models/journey/weighted_walk.hpp"

#include <algorithm>
#include <array>
#include <cmath>

// The visit on edge e with affect a stands out if no visit before it has a higher rank and none
// after it a rank as high: the visits to e's state in the walk of ranks up to r(a), times the
// chance to leave through ranks below r(a), summed over the law of a. One grid of ranks serves all
// edges: where the law has a density, panels between the ranks at which any law bends; where it has
// an atom (no spread, or the ends of the scale), that rank alone.
namespace sojourn {
namespace {

/// By what visits are compared.
struct Rank {
  StandsOut which;
  double bad_weight;

  [[nodiscard]] double of(double a) const {
    switch (which) {
    case StandsOut::highest:
      return a;
    case StandsOut::lowest:
      return -a;
    case StandsOut::extreme:
      break;
    }
    return a < 0 ? -bad_weight * a : a;
  }

  /// An affect of this rank, and how fast it moves with the rank.
  struct Branch {
    double affect, slope;
  };
  /// One, or one on each side of 0; the second may be absent (slope 0).
  [[nodiscard]] std::array<Branch, 2> affects(double rank) const {
    switch (which) {
    case StandsOut::highest:
      return {{{rank, 1}, {0, 0}}};
    case StandsOut::lowest:
      return {{{-rank, 1}, {0, 0}}};
    case StandsOut::extreme:
      break;
    }
    return {{{rank, 1}, {-rank / bad_weight, 1 / bad_weight}}};
  }

  [[nodiscard]] double at_most(const AffectLaw& law, double rank) const {
    switch (which) {
    case StandsOut::highest:
      return law.at_most(rank);
    case StandsOut::lowest:
      return 1 - law.below(-rank);
    case StandsOut::extreme:
      break;
    }
    return rank < 0 ? 0 : law.at_most(rank) - law.below(-rank / bad_weight);
  }

  [[nodiscard]] double below(const AffectLaw& law, double rank) const {
    switch (which) {
    case StandsOut::highest:
      return law.below(rank);
    case StandsOut::lowest:
      return 1 - law.at_most(-rank);
    case StandsOut::extreme:
      break;
    }
    return rank <= 0 ? 0 : law.below(rank) - law.at_most(-rank / bad_weight);
  }
};

struct Atom {
  double affect, mass;
};

/// Affects of positive probability; at most two.
std::vector<Atom> atoms_of(const AffectLaw& law) {
  if (law.spread <= 0) {
    return {{law.of(law.level), 1}};
  }
  return {{law.low, law.at_most(law.low)}, {law.high, 1 - law.below(law.high)}};
}

void sort_unique(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

class Outstanding {
public:
  Outstanding(const FeltChain& felt, Rank rank) : felt_(felt), rank_(rank) {
    result_.at.resize(at(felt.chain.n_states));
    for (const auto& law : felt.affect) {
      if (law) {
        add_grid(*law);
      }
    }
    sort_unique(breaks_);
    sort_unique(levels_);
  }

  OutstandingVisit find() {
    for (const double level : levels_) {
      add_atoms(level);
    }
    each_node(breaks_, [this](double rank, double width) { add_density(rank, width); });
    return result_;
  }

private:
  void add_grid(const AffectLaw& law) {
    for (const Atom& atom : atoms_of(law)) {
      levels_.push_back(rank_.of(atom.affect));
      breaks_.push_back(rank_.of(atom.affect));
    }
    constexpr int deviations = 8; // beyond, a normal law has less than 1e-15
    for (int k = -deviations; law.spread > 0 && k <= deviations; ++k) {
      breaks_.push_back(rank_.of(law.of(law.level + k * law.spread)));
    }
    breaks_.push_back(rank_.of(std::clamp(law.reference + law.rest, law.low, law.high)));
    if (rank_.which == StandsOut::extreme) {
      breaks_.push_back(0);
    }
  }

  [[nodiscard]] std::vector<double> up_to(double rank, bool inclusive) const {
    std::vector<double> chance;
    for (const auto& law : felt_.affect) {
      chance.push_back(!law ? 1 : inclusive ? rank_.at_most(*law, rank) : rank_.below(*law, rank));
    }
    return chance;
  }

  /// Of the visit on each edge: visits before it stay within, and those after it below.
  [[nodiscard]] std::vector<double> around(const std::vector<double>& before,
                                           const std::vector<double>& ahead) const {
    std::vector<double> chance;
    for (const ChainEdge& edge : felt_.chain.edges) {
      chance.push_back(before[at(edge.from)] * edge.p * from_edge(felt_.chain, edge, ahead));
    }
    return chance;
  }

  void add_atoms(double level) {
    const auto before = WeightedWalk(felt_.chain, up_to(level, true)).before();
    const auto ahead = WeightedWalk(felt_.chain, up_to(level, false)).ahead();
    const auto chance = around(before, ahead);
    for (std::size_t e = 0; e < chance.size(); ++e) {
      if (!felt_.affect[e]) {
        continue;
      }
      for (const Atom& atom : atoms_of(*felt_.affect[e])) {
        if (rank_.of(atom.affect) == level) {
          result_.affect += chance[e] * atom.mass * atom.affect;
          result_.at[at(felt_.chain.edges[e].from)] += chance[e] * atom.mass;
        }
      }
    }
  }

  /// `width` ranks around `rank`, where laws have a density.
  void add_density(double rank, double width) {
    const WeightedWalk walk(felt_.chain, up_to(rank, true));
    const auto chance = around(walk.before(), walk.ahead());
    for (std::size_t e = 0; e < chance.size(); ++e) {
      if (!felt_.affect[e]) {
        continue;
      }
      for (const auto& [affect, slope] : rank_.affects(rank)) {
        const double mass = slope * width * chance[e] * felt_.affect[e]->density(affect);
        result_.affect += mass * affect;
        result_.at[at(felt_.chain.edges[e].from)] += mass;
      }
    }
  }

  const FeltChain& felt_;
  Rank rank_;
  std::vector<double> breaks_, levels_; // ranks
  OutstandingVisit result_;
};

} // namespace

OutstandingVisit expected_outstanding(const FeltChain& felt, StandsOut which, double bad_weight) {
  return Outstanding(felt, {which, bad_weight}).find();
}

} // namespace sojourn
